/** The few sentences of an article that tell what it is about and can stand alone. */
import { fold, tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import { conceptsIn } from "./mentions.ts";
import { sentencesOf } from "./sentences.ts";

const MAX_EXCERPTS = 5;
const MIN_CHARS = 40;
const MAX_CHARS = 320;
/** News stands first; further down is background. */
const MAX_SENTENCES = 60;
const LEAD_SENTENCES = 4;
const LEAD_BONUS = 1.5;
/** Of the words of the shorter one: the same is said twice. */
const SAME = 0.7;

/** How much it is worth that a sentence names one. */
const WORTH: readonly (readonly [RegExp, number])[] = [
  [/^mineral:/, 2],
  [/^country:KZ$/, 1],
  [/^country:/, 1],
  [/^(organisation|place|person):/, 1],
  [/^deal-word:/, 0.5],
];
const NUMBER_WORTH = 0.7;
const MAX_NUMBERS = 3;
const TITLE_WORTH = 0.3;

/** What refers to a sentence before it cannot stand alone. */
const LEANING: Record<Language, RegExp> = {
  en: /^(it|its|he|his|she|her|they|their|this|that|these|those|such|both|but|and|or|so|however|moreover|also|then|there|here|meanwhile|in addition|according to him|according to her)\b/i,
  fr: /^(il|elle|ils|elles|son|sa|ses|leur|leurs|ce|cet|cette|ces|cela|ceci|celui|celle|mais|et|ou|donc|or|ainsi|cependant|toutefois|aussi|puis|selon lui|selon elle|en outre|par ailleurs)(?![\p{L}’'-])/iu,
  ru: /^(он|она|оно|они|его|ее|их|это|этот|эта|эти|этого|этой|такой|такая|такие|но|и|а|или|однако|также|кроме того|при этом|тогда|там|здесь|затем|по его словам|по ее словам|в свою очередь)(?!\p{L})/iu,
};
/** Furniture of pages. */
const FURNITURE =
  /©|https?:|@|\?|!|^(photo|фото|foto|image|read also|read more|see also|читайте также|подпис|lire aussi|abonnez|source|источник)/i;

/** Sentences to the letter, in the order of the article. */
export function excerptsOf(
  { title, paragraphs }: { title: string | null; paragraphs: readonly string[] },
  { language, vocabulary }: { language: Language; vocabulary: Vocabulary },
): string[] {
  const own = new Set(contentWords(title ?? "", language));
  const candidates = paragraphs
    .flatMap((paragraph) => sentencesOf(paragraph, language))
    .slice(0, MAX_SENTENCES)
    .map((text, at) => ({ text, at, words: contentWords(text, language) }))
    .filter(({ text }) => standsAlone(text, language))
    .flatMap((candidate) => {
      const score = worthOf(candidate.text, language, vocabulary);
      const shared = candidate.words.filter((word) => own.has(word)).length;
      const lead = candidate.at < LEAD_SENTENCES ? LEAD_BONUS : 0;
      return score > 0 ? [{ ...candidate, score: score + shared * TITLE_WORTH + lead }] : [];
    })
    .toSorted((left, right) => right.score - left.score || left.at - right.at);
  const chosen: typeof candidates = [];
  for (const candidate of candidates) {
    if (chosen.length >= MAX_EXCERPTS) break;
    if (!chosen.some((other) => saysTheSame(other.words, candidate.words))) chosen.push(candidate);
  }
  return chosen.toSorted((left, right) => left.at - right.at).map(({ text }) => text);
}

function standsAlone(text: string, language: Language): boolean {
  return (
    text.length >= MIN_CHARS &&
    text.length <= MAX_CHARS &&
    /[.…»”"]$/.test(text) &&
    /^[\p{Lu}\p{N}«“"]/u.test(text) &&
    !LEANING[language].test(fold(text).replace(/^[«“"]/, "")) &&
    !FURNITURE.test(text)
  );
}

/** Nothing where it names nothing of the field. */
function worthOf(text: string, language: Language, vocabulary: Vocabulary): number {
  const concepts = [...new Set(conceptsIn(text, language, vocabulary))];
  const named = concepts.reduce(
    (sum, concept) => sum + (WORTH.find(([kind]) => kind.test(concept))?.[1] ?? 0),
    0,
  );
  const isOfField = concepts.some((concept) => /^(mineral|organisation|place):/.test(concept));
  if (!isOfField) return 0;
  const numbers = tokenize(text, language).filter(({ isNumber }) => isNumber).length;
  return named + Math.min(numbers, MAX_NUMBERS) * NUMBER_WORTH;
}

function contentWords(text: string, language: Language): string[] {
  return tokenize(text, language).flatMap((token) => (token.text.length > 3 ? token.text : []));
}

function saysTheSame(left: readonly string[], right: readonly string[]): boolean {
  const [own, others] = [new Set(left), new Set(right)];
  return own.intersection(others).size >= SAME * Math.min(own.size, others.size);
}
