/** How alike two articles are in what happened, when, and to whom. */
import { LANGUAGES, type Language } from "../../model.ts";
import { overlaps } from "../time/period.ts";
import type { EventSignature, Foreground, Weights } from "./event-signature.ts";
import { daysBetween } from "./event-time.ts";

export type Likeness = {
  /** From below 0 (the one replaces the other) over 0 (nothing shared) to about 2 (the same text). */
  of: (left: EventSignature, right: EventSignature) => number;
  /** The words and things that tell an article from others, the most telling first. */
  rarest: (signature: EventSignature) => string[];
};

/** In a small base every word seems common; these articles without the word are supposed. */
const SUPPOSED_ARTICLES = 200;
/** Reports of one happening appear within days; from there to this many the chance falls to none. */
const NEAR_DAYS = 3;
export const FAR_DAYS = 21;
/** Two articles with these may share a subject, not a happening. */
const OTHER_KIND = 0.85;
const OTHER_TURN = 0.4;
const CONTRARY_TURN = 0.2;
const ANALYSIS = 0.4;
const UNDATED = 0.65;
/** What speaks for one happening besides the words. */
const FOLLOWS = 0.15;
const SAME_DEAL = 0.15;
/** A fact that replaces one of the other tells of a later happening. */
const REPLACED = -1;
/** Words that are looked up to find articles that may be alike. */
const NAMES_LOOKED_UP = 12;
const TERMS_LOOKED_UP = 6;

/** Weighs every word by its rarity. */
export function createLikeness(rarity: Rarity): Likeness {
  const norms = new Map<Foreground, Map<string, number>>();

  function normOf(foreground: Foreground, language: Language | null): number {
    const known = norms.get(foreground) ?? new Map<string, number>();
    norms.set(foreground, known);
    const key = language ?? "";
    const norm = known.get(key) ?? Math.sqrt(product(foreground, foreground, language));
    known.set(key, norm);
    return norm;
  }

  function product(left: Foreground, right: Foreground, language: Language | null): number {
    const ofNames = dot(left.named, right.named, rarity.ofName);
    if (language === null) return ofNames;
    const [mine, theirs] = [left.terms[language], right.terms[language]];
    return mine && theirs
      ? ofNames + dot(mine, theirs, (term) => rarity.ofTerm(term, language))
      : ofNames;
  }

  function cosine(left: Foreground, right: Foreground): number {
    const language =
      LANGUAGES.find((each) => left.terms[each] !== undefined && right.terms[each] !== undefined) ??
      null;
    const norm = normOf(left, language) * normOf(right, language);
    return norm > 0 ? product(left, right, language) / norm : 0;
  }

  /** Articles without a language in common are brought together by names alone. */
  function termsOf({ terms }: Foreground): string[] {
    const [language] = LANGUAGES.filter((each) => terms[each] !== undefined);
    const own = language && terms[language];
    if (!own) return [];
    return mostTelling(own, (term) => rarity.ofTerm(term, language))
      .slice(0, TERMS_LOOKED_UP)
      .map((term) => `${language} ${term}`);
  }

  return {
    of: (left, right) => {
      if (replaces(left, right)) return REPLACED;
      const near = nearness(left, right);
      if (near === 0) return 0;
      const words = cosine(left.head, right.head) + cosine(left.whole, right.whole);
      const hints =
        (follows(left, right) ? FOLLOWS : 0) + (sharesDeal(left, right) ? SAME_DEAL : 0);
      return (words + hints) * near * kinship(left, right);
    },
    rarest: ({ head }) => [
      ...mostTelling(head.named, rarity.ofName).slice(0, NAMES_LOOKED_UP),
      ...termsOf(head),
    ],
  };
}

function dot(left: Weights, right: Weights, rarity: (word: string) => number): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let sum = 0;
  for (const [word, weight] of small) {
    const other = large.get(word);
    if (other !== undefined) sum += weight * other * rarity(word) ** 2;
  }
  return sum;
}

function mostTelling(weights: Weights, rarity: (word: string) => number): string[] {
  return [...weights.keys()].toSorted(
    (left, right) => rarity(right) - rarity(left) || (left < right ? -1 : 1),
  );
}

export type Rarity = {
  ofName: (name: string) => number;
  ofTerm: (term: string, language: Language) => number;
};

/** How few of these articles have a word. */
export function createRarity(signatures: readonly EventSignature[]): Rarity {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { whole } of signatures) {
    for (const name of whole.named.keys()) count(name);
    for (const language of LANGUAGES)
      for (const term of whole.terms[language]?.keys() ?? []) count(`${language} ${term}`);
  }
  const all = signatures.length + SUPPOSED_ARTICLES;
  const rarities = new Map([...counts].map(([word, own]) => [word, Math.log(all / (own + 1))]));
  const rarest = Math.log(all);
  const rarity = (word: string) => rarities.get(word) ?? rarest;
  return {
    ofName: rarity,
    ofTerm: (term: string, language: Language) => rarity(`${language} ${term}`),
  };
}

function nearness({ time: left }: EventSignature, { time: right }: EventSignature): number {
  if (!left || !right) return 0;
  const days = daysBetween(left, right);
  return Math.min(1, Math.max(0, (FAR_DAYS - days) / (FAR_DAYS - NEAR_DAYS)));
}

/** The share of the likeness that counts, by the kinds of the two articles. */
function kinship(left: EventSignature, right: EventSignature): number {
  const [one, other] = [left.article.event_type, right.article.event_type];
  return [
    one === other ? 1 : OTHER_KIND,
    (one === "analysis") !== (other === "analysis") ? ANALYSIS : 1,
    turnsTogether(left, right),
    endsDeals(left) === endsDeals(right) ? 1 : OTHER_TURN,
    isUndated(left) || isUndated(right) ? UNDATED : 1,
  ].reduce((product, factor) => product * factor);
}

function turnsTogether({ turns: left }: EventSignature, { turns: right }: EventSignature): number {
  if (left.size + right.size === 0 || !left.isDisjointFrom(right)) return 1;
  return left.size > 0 && right.size > 0 ? CONTRARY_TURN : OTHER_TURN;
}

function endsDeals({ article: { deals } }: EventSignature): boolean {
  return deals.some(({ status }) => status === "cancelled");
}

function isUndated({ article: { published } }: EventSignature): boolean {
  return published === null || published.length === "YYYY".length;
}

/** What follows an article of another kind, an analysis of a deal, tells of something else. */
function follows(left: EventSignature, right: EventSignature): boolean {
  if (left.article.event_type !== right.article.event_type) return false;
  return relationsBetween(left, right).includes("follows");
}

function replaces(left: EventSignature, right: EventSignature): boolean {
  return relationsBetween(left, right).includes("supersedes");
}

function relationsBetween({ article: left }: EventSignature, { article: right }: EventSignature) {
  const to = (id: string) => (relation: { to: string }) => relation.to.split("/")[0] === id;
  return [...left.relations.filter(to(right.id)), ...right.relations.filter(to(left.id))].map(
    ({ type }) => type,
  );
}

/** The same parties, and dates that may be one. */
function sharesDeal({ deals: left }: EventSignature, { deals: right }: EventSignature): boolean {
  return left.some((mine) =>
    right.some((theirs) => mine.parties === theirs.parties && overlaps(mine.days, theirs.days)),
  );
}
