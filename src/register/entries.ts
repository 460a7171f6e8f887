/** When articles entered the base: kept in the database, since their files do not tell. */
import { type Article, addedDay } from "../model.ts";
import type { Entry, Span } from "../store/entry-queries.ts";
import type { Store } from "../store/store.ts";

export type Entries = {
  /**
   * Brings the database in step with the articles that were loaded. Those of a database that knew
   * none entered on the day on which they became news, so that a new installation is no flood.
   * Forgets those that are gone, unless some files could not be read.
   */
  sync: () => Promise<void>;
  /** Records that articles enter now; returns those that were not known. */
  enter: (articles: readonly string[]) => Promise<string[]>;
  /** The articles at hand that entered after one instant and up to another, the newest first. */
  between: (span: Span) => Promise<Entered[]>;
  /** Forgets up to when people were shown what is new, where they have not asked for long. */
  tidy: () => Promise<void>;
};

type Entered = { article: Article; enteredAt: Date };

/** Whoever asks after two years begins anew. */
const MARKS_KEPT_MS = 2 * 365 * 86_400_000;
const LONG_AGO = new Date(0);

export function createEntries({
  articles,
  isWhole,
  store,
  now,
}: {
  /** The articles of the base. */
  articles: () => readonly Article[];
  /** Whether no article file was left out. */
  isWhole: boolean;
  store: Pick<Store, "entries" | "newsMarks">;
  now: () => Date;
}): Entries {
  const { entries } = store;
  const articlesById = () => new Map(articles().map((article) => [article.id, article]));

  async function enter(ids: readonly string[]): Promise<string[]> {
    const known = new Set(await entries.known());
    const unknown = ids.filter((id) => !known.has(id));
    await entries.add(unknown.map((article) => ({ article, enteredAt: now() })));
    return unknown;
  }

  return {
    sync: async () => {
      const known = new Set(await entries.known());
      const byId = articlesById();
      const unknown = [...byId.values()].filter(({ id }) => !known.has(id));
      const enteredAt = known.size === 0 ? becameNews : now;
      await entries.add(
        unknown.map((article): Entry => ({ article: article.id, enteredAt: enteredAt(article) })),
      );
      // A folder that cannot be read has no articles either.
      if (isWhole && byId.size > 0) await entries.forget([...known].filter((id) => !byId.has(id)));
    },
    enter,
    between: async (span) => {
      const byId = articlesById();
      return (await entries.between(span)).flatMap(({ article: id, enteredAt }) => {
        const article = byId.get(id);
        return article ? [{ article, enteredAt }] : [];
      });
    },
    tidy: () => store.newsMarks.forgetBefore(new Date(now().getTime() - MARKS_KEPT_MS)),
  };
}

function becameNews(article: Article): Date {
  const day = addedDay(article);
  return day === null ? LONG_AGO : new Date(day);
}
