/** Which article is meant by an id or an address, and which ids come near to one that is none. */
import { editDistanceAtMost } from "../knowledge/edit-distance.ts";
import type { Article } from "../model.ts";

export type FindArticle = (text: string) => { article: Article | null; nearest: Article[] };

const MAX_NEAREST = 3;
/** Of the words of an id and of what was written, so much must be alike. */
const MIN_ALIKE = 0.3;

/** Ids are indexed once, addresses too, those of other copies included. */
export function createFindArticle(articles: readonly Article[]): FindArticle {
  const byName = new Map(
    articles.flatMap((article) => [
      [article.id, article] as const,
      ...[article.url, ...(article.other_copies ?? [])].map(
        (url) => [addressOf(url), article] as const,
      ),
    ]),
  );
  return (text) => {
    const written = text.trim().toLowerCase();
    const article = byName.get(written) ?? byName.get(addressOf(written)) ?? null;
    return { article, nearest: article ? [] : nearestTo(written, articles) };
  };
}

/** An address without what changes from copy to copy: its protocol, www, its fragment, trackers. */
function addressOf(written: string): string {
  const text = written.replace(/^<|[>.,;]+$/g, "");
  const url = URL.parse(/^https?:/i.test(text) ? text : `https://${text}`);
  if (!url) return text;
  for (const name of [...url.searchParams.keys()])
    if (/^(utm_|fbclid|gclid|yclid)/i.test(name)) url.searchParams.delete(name);
  const path = url.pathname.replace(/\/+$/, "");
  return `${url.hostname.replace(/^www\./, "")}${path}${url.search}`.toLowerCase();
}

function nearestTo(written: string, articles: readonly Article[]): Article[] {
  const asked = partsOf(written);
  return articles
    .map((article) => ({ article, alike: likeness(asked, partsOf(article.id)) }))
    .filter(({ alike }) => alike >= MIN_ALIKE)
    .toSorted(
      (left, right) => right.alike - left.alike || (left.article.id < right.article.id ? -1 : 1),
    )
    .slice(0, MAX_NEAREST)
    .map(({ article }) => article);
}

function partsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
}

function likeness(asked: readonly string[], parts: readonly string[]): number {
  const met = asked.filter((word) => parts.some((part) => isAlike(word, part))).length;
  return (2 * met) / Math.max(asked.length + parts.length, 1);
}

/** Years must be the same; words may have a slip or go on. */
function isAlike(word: string, part: string): boolean {
  if (word === part) return true;
  if (/^\d+$/.test(word) || word.length < 4) return false;
  return part.startsWith(word) || editDistanceAtMost(word, part, 1) !== null;
}
