/** Which articles tell of one happening. The one place that says so. */
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import { createLikeness, createRarity, FAR_DAYS, type Likeness } from "./event-likeness.ts";
import { type EventArticle, type EventSignature, eventSignature } from "./event-signature.ts";
import { daysBetween, type EventTime } from "./event-time.ts";
import { groupAlike } from "./group-alike.ts";

export type Events = {
  /**
   * The articles in groups, each of one happening, an article alone where it shares its happening
   * with none. The order of the articles does not matter.
   */
  cluster: (articles: readonly EventArticle[]) => string[][];
};

/**
 * Articles whose likeness is this on average, over all pairs, tell of one happening: between 0.43
 * and 0.48 little changes on those of the base (tests/golden/events.yaml).
 */
const MIN_LIKENESS = 0.45;
/** Likely partners share telling words, so that not every pair is compared. */
const MIN_SHARED = 2;
/** A word in more articles of one time than this brings no pair together. */
const MAX_SHARING = 30;

/** So many articles tell how rare a word is. */
const MAX_SAMPLE = 500;

/**
 * Signatures are read once for each article. How rare a word is, a sample of `base` tells, so that
 * the same articles are alike in any company.
 */
export function createEvents(base: readonly EventArticle[], vocabulary: Vocabulary): Events {
  const signatures = new WeakMap<EventArticle, EventSignature>();
  const signatureOf = (article: EventArticle) => {
    const known = signatures.get(article) ?? eventSignature(article, vocabulary);
    signatures.set(article, known);
    return known;
  };
  let likeness: Likeness | null = null;
  const likenessOf = () => {
    likeness ??= createLikeness(createRarity(sampleOf(base).map(signatureOf)));
    return likeness;
  };
  return {
    cluster: (articles) => {
      const read = articles
        .map(signatureOf)
        .toSorted((left, right) => (left.article.id < right.article.id ? -1 : 1));
      const { of, rarest } = likenessOf();
      return groupAlike({
        items: read,
        pairs: likelyPairs(read, rarest),
        likeness: of,
        least: MIN_LIKENESS,
      }).map((group) => group.map(({ article }) => article.id));
    },
  };
}

/** Evenly over the ids, which are in no order of time or subject. */
function sampleOf(base: readonly EventArticle[]): EventArticle[] {
  const step = Math.max(1, base.length / MAX_SAMPLE);
  const sorted = base.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return sorted.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/** Pairs near in time that share rare words. */
function likelyPairs(
  signatures: readonly EventSignature[],
  rarest: Likeness["rarest"],
): [EventSignature, EventSignature][] {
  const sharing = new Map<string, EventSignature[]>();
  const pairs: [EventSignature, EventSignature][] = [];
  for (const signature of signatures) {
    const { time } = signature;
    if (!time) continue;
    const shared = new Map<EventSignature, number>();
    const spans = spansOf(time);
    for (const word of rarest(signature)) {
      const met = new Set(spans.flatMap((span) => sharing.get(`${span} ${word}`) ?? []));
      for (const other of met) shared.set(other, (shared.get(other) ?? 0) + 1);
      for (const span of spans) share(sharing, `${span} ${word}`, signature);
    }
    for (const [other, count] of shared)
      if (count >= MIN_SHARED && other.time && daysBetween(time, other.time) < FAR_DAYS)
        pairs.push([other, signature]);
  }
  return pairs;
}

function share(
  sharing: Map<string, EventSignature[]>,
  key: string,
  signature: EventSignature,
): void {
  const list = sharing.get(key) ?? [];
  if (list.length < MAX_SHARING) list.push(signature);
  sharing.set(key, list);
}

/** Two times less than FAR_DAYS apart have a span in common. */
function spansOf({ from, to }: EventTime): number[] {
  const first = Math.floor(from / FAR_DAYS);
  const last = Math.floor(to / FAR_DAYS) + 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
