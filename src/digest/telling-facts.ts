/** Which fact of an article says more than its headline, and which one matters to a filter. */

import { quantitiesOf } from "../answers/facts/quantities.ts";
import { analyze } from "../answers/search/analyzer.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article } from "../model.ts";

type Fact = Article["facts"][number];

export type TellingFacts = {
  /** The first fact on what the headline is about that does not only repeat it. */
  detail: (article: Article) => Fact | null;
  /** One that has a figure that the headline lacks. */
  figure: (article: Article) => Fact | null;
  /** Which of these concepts the headline does not name. */
  notInHeadline: (article: Article, concepts: readonly string[]) => Set<string>;
  /** The shortest fact that names any of these concepts. */
  naming: (article: Article, concepts: ReadonlySet<string>) => Fact | null;
};

/** A fact that has this share of the headline's words, or the other way round, repeats it. */
const REPEATS = 0.7;
/** What comes later is the background. */
const EARLY_FACTS = 4;
/** A line that is longer is not read. */
const MAX_LINE_CHARS = 180;

/** What is worked out of an article is kept, since a thousand channels may ask. */
export function createTellingFacts(vocabulary: Vocabulary): TellingFacts {
  const early = remembering((article: Article) => {
    const subject = subjectIn(article.headline.en, vocabulary);
    return article.facts
      .slice(0, EARLY_FACTS)
      .filter(({ en }) => subject.size === 0 || !subjectIn(en, vocabulary).isDisjointFrom(subject));
  });
  const detail = remembering((article: Article) => {
    const headline = wordsOf(article.headline.en);
    return early(article).find(({ en }) => !repeats(wordsOf(en), headline)) ?? null;
  });
  const figure = remembering((article: Article) => {
    const known = new Set(figuresOf(article.headline.en));
    const lines = early(article).filter(isLine);
    return lines.find(({ en }) => figuresOf(en).some((each) => !known.has(each))) ?? null;
  });
  const named = remembering((article: Article) => ({
    headline: conceptsIn(article.headline.en, vocabulary),
    facts: article.facts
      .filter(isLine)
      .toSorted((left, right) => left.en.length - right.en.length)
      .map((fact) => ({ fact, concepts: conceptsIn(fact.en, vocabulary) })),
  }));
  return {
    detail,
    figure,
    notInHeadline: (article, concepts) => new Set(concepts).difference(named(article).headline),
    naming: (article, concepts) =>
      named(article).facts.find((each) => !each.concepts.isDisjointFrom(concepts))?.fact ?? null,
  };
}

function remembering<Value>(work: (article: Article) => Value): (article: Article) => Value {
  const known = new WeakMap<Article, { value: Value }>();
  return (article) => {
    const kept = known.get(article) ?? { value: work(article) };
    known.set(article, kept);
    return kept.value;
  };
}

function isLine({ en }: Fact): boolean {
  return en.length <= MAX_LINE_CHARS;
}

function wordsOf(text: string): Set<string> {
  return new Set(analyze(text, "en"));
}

function repeats(fact: ReadonlySet<string>, headline: ReadonlySet<string>): boolean {
  const shared = fact.intersection(headline).size;
  return shared >= REPEATS * Math.min(fact.size, headline.size);
}

function figuresOf(text: string): string[] {
  return quantitiesOf(text, "en").map(({ value }) => value);
}

/** Things besides countries and persons, which are in the background of every fact. */
function subjectIn(text: string, vocabulary: Vocabulary): Set<string> {
  return new Set(
    [...conceptsIn(text, vocabulary)].filter((key) => /^(mineral|organisation|place):/.test(key)),
  );
}

function conceptsIn(text: string, vocabulary: Vocabulary): Set<string> {
  const mentions = vocabulary.everyMention(tokenize(text, "en"), "en");
  return new Set(mentions.flatMap(({ concepts }) => concepts));
}
