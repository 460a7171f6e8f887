/** Which articles tell of one happening. The one place that says so. */
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { createLikeness, FAR_DAYS, type Likeness } from "./event-likeness.ts";
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

/** Articles whose likeness is this on average, over all pairs, tell of one happening. */
const MIN_LIKENESS = 0.44;
/** Likely partners share telling words, so that not every pair is compared. */
const MIN_SHARED = 2;
/** A word in more articles of one time than this brings no pair together. */
const MAX_SHARING = 30;

/** Signatures are read once for each article. */
export function createEvents(vocabulary: Vocabulary): Events {
  const signatures = new WeakMap<EventArticle, EventSignature>();
  const signatureOf = (article: EventArticle) => {
    const known = signatures.get(article) ?? eventSignature(article, vocabulary);
    signatures.set(article, known);
    return known;
  };
  return {
    cluster: (articles) => {
      const read = articles
        .map(signatureOf)
        .toSorted((left, right) => (left.article.id < right.article.id ? -1 : 1));
      const likeness = createLikeness(read);
      return groupAlike({
        items: read,
        pairs: likelyPairs(read, likeness),
        likeness: likeness.of,
        least: MIN_LIKENESS,
      }).map((group) => group.map(({ article }) => article.id));
    },
  };
}

/** Pairs near in time that share rare words. */
function likelyPairs(
  signatures: readonly EventSignature[],
  { rarest }: Likeness,
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
