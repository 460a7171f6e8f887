/** Whether the three languages of a text carry the same names. */
import { type Article, LANGUAGES, type Language, type Translated } from "../model.ts";
import type { ReadArticle } from "./check-articles.ts";
import type { Problem } from "./problem.ts";
import { tokenize } from "./tokens.ts";
import { type Vocabulary, withoutInner } from "./vocabulary.ts";

const NAME = /^(?:person|organisation|place|country|mineral):/;
/** Left out, being a word and no name: добыча полезных ископаемых is mining, and minerai is ore. */
const WORD_FOR_ALL = "mineral:minerals";
const REMEDY = "write it as the vocabulary spells it, or add the form to the vocabulary";

/** A name as written; where it may mean several things (индия), any of `concepts` translates it. */
type Name = { written: string; language: Language; concepts: string[] };
/** `names` are what the other languages owe, `all` also has the names that stand inside others. */
type Reading = { language: Language; names: Name[]; all: ReadonlySet<string> };

/** A problem for each name that one language of a headline or fact lacks. */
export function checkNames({ file, article }: ReadArticle, vocabulary: Vocabulary): Problem[] {
  return textsOf(article).flatMap(([field, text]) => {
    const readings = LANGUAGES.map((language) => read(text[language], language, vocabulary));
    return readings.flatMap((reading) =>
      missingFrom(reading, readings).map(({ written, language }) => ({
        file,
        text: `"${field}" has the name "${written}" in ${language} and lacks it in ${reading.language}; ${REMEDY}`,
      })),
    );
  });
}

function textsOf({ headline, facts }: Article): [string, Translated][] {
  return [
    ["headline", headline],
    ...facts.map((fact): [string, Translated] => [`facts.${fact.id}`, fact]),
  ];
}

/** The titanium in a plant's name need not stand in the plant's Russian name, but may. */
function read(text: string, language: Language, vocabulary: Vocabulary): Reading {
  const tokens = tokenize(text, language);
  const mentions = vocabulary.everyMention(tokens, language);
  const names = withoutInner(mentions).map(({ from, to, concepts }) => ({
    written: text.slice(tokens[from]?.start, tokens[to - 1]?.end),
    language,
    concepts: concepts.filter((concept) => NAME.test(concept) && concept !== WORD_FOR_ALL),
  }));
  return {
    language,
    names: names.filter(({ concepts }) => concepts.length > 0),
    all: new Set(mentions.flatMap(({ concepts }) => concepts)),
  };
}

/** Each name once, as the first language that has it writes it. */
function missingFrom({ all }: Reading, readings: readonly Reading[]): Name[] {
  const missing = readings
    .flatMap(({ names }) => names)
    .filter(({ concepts }) => !concepts.some((concept) => all.has(concept)));
  return missing.filter(
    (name, index) =>
      missing.findIndex(({ concepts }) => concepts.some((each) => name.concepts.includes(each))) ===
      index,
  );
}
