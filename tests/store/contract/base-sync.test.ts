/** What one process publishes is searchable in all of them, on every database. */
import { expect, test } from "vitest";
import { createBaseSync } from "../../../src/ingest/base-sync.ts";
import { createLiveBase } from "../../../src/live-base.ts";
import { createLog } from "../../../src/log.ts";
import type { Article } from "../../../src/model.ts";
import type { Store } from "../../../src/store/store.ts";
import { vocabulary } from "../../answers/base.ts";
import { report } from "../../answers/small-answers.ts";
import { openTestStore, temporaryDatabase } from "../../temporary.ts";

const CHANGE = { changedBy: "U1", now: new Date("2026-06-08T04:00:00.000Z") };
const BERYLLIUM = report("beryllium", "Beryllium is made in Oskemen.", {
  published: "2025-03-04",
  url: "https://site.example/beryllium",
});

async function replica(store: Store, curated: readonly Article[] = []) {
  const base = await createLiveBase(curated, vocabulary);
  const entered: string[] = [];
  const { refresh } = createBaseSync({
    base,
    curated,
    store,
    entered: async (ids) => void entered.push(...ids),
    log: createLog("silent"),
  });
  await refresh();
  const quotes = () =>
    base.answers
      .ask({ text: "Where is beryllium made?", today: "2026-06-08" })
      .citations.map(({ quote }) => quote);
  return { base, refresh, entered, quotes };
}

const publish = (store: Store, article: Article) =>
  store.ingested.publish(
    {
      id: article.id,
      url: article.url,
      fingerprint: "[]",
      paragraphs: null,
      article: JSON.stringify(article),
    },
    CHANGE,
  );

test("an article published by one process is found in another, until it is removed", async () => {
  const url = await temporaryDatabase();
  const [here, there] = [await openTestStore(url), await openTestStore(url)];
  const { refresh, quotes, entered } = await replica(there);
  await publish(here, BERYLLIUM);
  await refresh();
  expect(quotes()).toEqual(["Beryllium is made in Oskemen."]);
  expect(entered).toEqual(["beryllium"]);
  await here.ingested.change({ id: "beryllium", version: 1, article: null }, CHANGE);
  await refresh();
  expect(quotes()).toEqual([]);
});

test("a process that starts later has it from the first, and does not call it news", async () => {
  const store = await openTestStore(await temporaryDatabase());
  await publish(store, BERYLLIUM);
  const { quotes, entered } = await replica(store);
  expect(quotes()).toHaveLength(1);
  expect(entered).toEqual([]);
});

test("an article that somebody made a file of is read from the file", async () => {
  const store = await openTestStore(await temporaryDatabase());
  const improved = report("beryllium", "Beryllium is made by Ulba in Oskemen.", {
    url: BERYLLIUM.url,
  });
  const copied = report("ulba", "Beryllium comes from Ulba.", {
    other_copies: ["https://site.example/tantalum"],
  });
  await publish(store, BERYLLIUM);
  await publish(
    store,
    report("tantalum", "Tantalum is made in Oskemen.", { url: "https://site.example/tantalum" }),
  );
  const { base } = await replica(store, [improved, copied]);
  expect(base.articles()).toEqual([improved, copied]);
});

test("an article that cannot be read stops no other", async () => {
  const store = await openTestStore(await temporaryDatabase());
  await store.ingested.publish(
    {
      id: "broken",
      url: "https://site.example/x",
      fingerprint: "[]",
      paragraphs: null,
      article: "{",
    },
    CHANGE,
  );
  await publish(store, BERYLLIUM);
  expect((await replica(store)).quotes()).toHaveLength(1);
});

test("many changes at once are all there when the last reading ends", async () => {
  const store = await openTestStore(await temporaryDatabase());
  const { base, refresh } = await replica(store);
  await Promise.all(
    Array.from({ length: 10 }, async (_, at) => {
      await publish(
        store,
        report(`a${at}`, `Report ${at} on tungsten.`, { url: `https://site.example/${at}` }),
      );
      await refresh();
    }),
  );
  expect(base.articles()).toHaveLength(10);
});
