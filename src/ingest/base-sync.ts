/** The base of this process, in step with what any process published. */
import { z } from "zod";
import { byNewest } from "../knowledge/newest-first.ts";
import type { LiveBase } from "../live-base.ts";
import type { Log } from "../log.ts";
import { Article } from "../model.ts";
import type { IngestedRow } from "../store/ingested-queries.ts";
import type { Store } from "../store/store.ts";

export type BaseSync = {
  /** Reads what changed since the last time; resolves when it is searchable here. */
  refresh: () => Promise<void>;
};

const StoredArticle = z.preprocess((text) => parseJson(text), Article);

/**
 * `curated` are the articles that came as files: of an article that came both ways the file counts,
 * since somebody improved it. `entered` is told the ids of what was published after the first time.
 */
export function createBaseSync({
  base,
  curated,
  store,
  entered,
  log,
}: {
  base: Pick<LiveBase, "replace">;
  curated: readonly Article[];
  store: { ingested: Pick<Store["ingested"], "changedAfter"> };
  entered: (ids: readonly string[]) => Promise<unknown>;
  log: Log;
}): BaseSync {
  const ids = new Set(curated.map(({ id }) => id));
  const addresses = new Set(
    curated.flatMap(({ url, other_copies = [] }) => [url, ...other_copies]),
  );
  const ingested = new Map<string, Article>();
  let rev = 0;
  let isFirst = true;
  let underWay: Promise<void> | null = null;
  let isStale = false;

  function take({ id, article: text }: IngestedRow): void {
    const article = text === null ? null : StoredArticle.safeParse(text);
    if (article && !article.success)
      log.error({ article: id, err: article.error }, "a published article cannot be read");
    const read = article?.data;
    if (read && !ids.has(id) && !addresses.has(read.url)) ingested.set(id, read);
    else ingested.delete(id);
  }

  async function readOn(): Promise<void> {
    const rows = await store.ingested.changedAfter(rev);
    const isStart = isFirst;
    isFirst = false;
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows) take(row);
    await base.replace([...curated, ...ingested.values()].toSorted(byNewest));
    rev = last.rev;
    if (!isStart) await entered(rows.flatMap(({ id }) => (ingested.has(id) ? [id] : [])));
  }

  async function refreshAgain(): Promise<void> {
    do {
      isStale = false;
      await readOn();
    } while (isStale);
  }

  return {
    refresh: () => {
      // Whoever asks while it is being read may know of a change that was not there yet.
      isStale = true;
      underWay ??= refreshAgain().finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
