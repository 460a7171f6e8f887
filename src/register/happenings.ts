/** News as people want it: each happening once, however many outlets tell of it. */
import { createEvents, type Events } from "../answers/events/events.ts";
import { articleOf } from "../answers/facts/joined-articles.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, addedDay, firstDay } from "../model.ts";

/** Articles of one happening. */
export type Happening = {
  /** Those that were asked for; the one that tells it best stands first. */
  articles: readonly Article[];
  /** The newest article that it carries on; null where it opens a story. */
  updateOf: Article | null;
};

export type Happenings = {
  /** The happenings that any of these articles tells of, the newest first. */
  of: (articles: readonly Article[]) => Happening[];
  /** Reads the articles bit by bit, so that what is asked then blocks nobody for long. */
  ready: () => Promise<void>;
};

/** Reading so many articles takes some hundredths of a second; then others have their turn. */
const READ_AT_ONCE = 20;

/** Happenings of several bases; what is read of an article is kept for the next base that holds it. */
export function createHappeningsOf(
  vocabulary: Vocabulary,
): (articles: readonly Article[]) => Happenings {
  let events: Events | null = null;
  return (articles) => {
    events ??= createEvents(articles, vocabulary);
    return happeningsIn(articles, events);
  };
}

/** Which articles tell of one happening is found out once, when it is first asked. */
function happeningsIn(articles: readonly Article[], events: Events): Happenings {
  const byId = new Map(articles.map((article) => [article.id, article]));
  let groups: Map<string, readonly string[]> | null = null;
  const groupsByArticle = () => {
    groups ??= new Map(
      events.cluster(articles).flatMap((ids) => ids.map((id) => [id, ids] as const)),
    );
    return groups;
  };

  function happening(wanted: readonly Article[], group: readonly string[]): Happening {
    const told = wanted.toSorted(bestFirst);
    const ids = new Set(told.map(({ id }) => id));
    const [best] = told;
    const named = (type: Article["relations"][number]["type"]) =>
      told.flatMap(({ relations }) =>
        relations.flatMap((each) => (each.type === type ? articleOf(each.to) : [])),
      );
    const newestOf = (earlier: readonly string[]) =>
      [...new Set(earlier)]
        .flatMap((id) => (ids.has(id) ? [] : (byId.get(id) ?? [])))
        .filter((each) => best !== undefined && newsDay(each) <= newsDay(best))
        .toSorted(newestFirst)[0];
    // An article with one fact that was replaced may tell of something else.
    const updateOf = newestOf([...group, ...named("follows")]) ?? newestOf(named("supersedes"));
    return { articles: told, updateOf: updateOf ?? null };
  }

  return {
    of: (wanted) =>
      [...Map.groupBy(wanted, ({ id }) => groupsByArticle().get(id) ?? [id])]
        .map(([ids, own]) => happening(own, ids))
        .toSorted(byNewest),
    ready: async () => {
      for (let at = 0; groups === null && at < articles.length; at += READ_AT_ONCE) {
        for (const article of articles.slice(at, at + READ_AT_ONCE)) events.cluster([article]);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

/** The day of an article among others: that on which it became news, or the first possible one. */
export function newsDay(article: Article): string {
  return addedDay(article) ?? (article.published ? firstDay(article.published) : "");
}

/** A happening is as new as the newest report of it. */
function byNewest(left: Happening, right: Happening): number {
  const [newest] = left.articles.toSorted(newestFirst);
  const [other] = right.articles.toSorted(newestFirst);
  return newest && other ? newestFirst(newest, other) : 0;
}

/** Orders articles; those without a date come last. */
export function newestFirst(left: Article, right: Article): number {
  return inOrder(newsDay(right), newsDay(left)) || inOrder(left.id, right.id);
}

/** From the whole text, without a mistake, dated to the day, before others. */
function bestFirst(left: Article, right: Article): number {
  const rank = (article: Article) =>
    4 * Number(article.evidence_confidence === "high") +
    2 * Number(!article.facts.some(({ mistake }) => mistake)) +
    Number(addedDay(article) !== null);
  return (
    rank(right) - rank(left) || inOrder(newsDay(left), newsDay(right)) || newestFirst(left, right)
  );
}

function inOrder(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
