/** Feeds of a site on this machine are watched, on every database. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedRow } from "../../src/store/feed-queries.ts";
import { temporaryDatabase } from "../temporary.ts";
import {
  feedRow,
  type Item,
  item,
  openWatcher,
  pageOf,
  rss,
  START,
  versioned,
} from "./feed-scene.ts";
import { type Handler, openSite, text } from "./local-site.ts";

const HOUR_MS = 60 * 60_000;
const html = (body: string) => text("text/html; charset=utf-8", body);

let items: Item[];
let paths: Record<string, Handler>;
let site: Awaited<ReturnType<typeof openSite>>;
beforeEach(async () => {
  items = [item(1)];
  paths = { "/feed": versioned(() => rss(items, site.host)) };
  for (let number = 1; number <= 30; number += 1)
    paths[`/n${number}`] = html(pageOf(item(number), number));
  site = await openSite(paths);
});
afterEach(() => site.close());

async function watching(change: Partial<FeedRow> = {}) {
  const databaseUrl = await temporaryDatabase();
  const clock = { at: new Date(START) };
  const open = () =>
    openWatcher({ databaseUrl, allowed: site.host, now: () => new Date(clock.at) });
  const watcher = await open();
  await watcher.store.feeds.add(feedRow(site.url("/feed"), change));
  const { store } = watcher;
  const feed = async () => {
    const row = await store.feeds.find("gallium");
    if (!row) throw new Error("The feed is gone.");
    return row;
  };
  return {
    ...watcher,
    open,
    feed,
    /** Polls when the feed is due again. */
    again: async () => {
      const { next_at } = await feed();
      if (next_at > clock.at.toISOString()) clock.at = new Date(next_at);
      await watcher.poll();
    },
    goOn: (ms: number) => {
      clock.at = new Date(clock.at.getTime() + ms);
    },
    inState: async (state: Parameters<typeof store.candidates.inState>[0]) =>
      (await store.candidates.inState(state, 100)).map(({ title }) => title),
    reasons: async (state: Parameters<typeof store.candidates.inState>[0]) =>
      (await store.candidates.inState(state, 100)).map(({ reason }) => JSON.parse(reason ?? "{}")),
    asked: (path: string) => site.requests.filter((request) => request.path === path),
  };
}

describe("a feed", () => {
  test("begins in silence, and brings what is new from then on", async () => {
    const { again, inState, asked, close } = await watching();
    await again();
    expect(await inState("baseline")).toEqual([item(1).title]);
    items.unshift(item(2));
    await again();
    expect(await inState("waiting")).toEqual([item(2).title]);
    expect(asked("/n1")).toHaveLength(0);
    await close();
  });

  test("is asked whether it has changed, and remembers what it said", async () => {
    const { again, asked, feed, close } = await watching();
    await again();
    await again();
    const [first, second] = asked("/feed");
    expect(first?.headers["if-none-match"]).toBeUndefined();
    expect(second?.headers["if-none-match"]).toMatch(/^"\d+"$/);
    expect(await feed()).toMatchObject({ failures: 0, error: null });
    await close();
  });

  test("that moved for good is asked for where it is; one that moved for now where it was", async () => {
    const moving = await watching();
    paths["/feed"] = (_, response) => response.writeHead(301, { location: "/new" }).end();
    paths["/new"] = (_, response) => response.writeHead(302, { location: "/today" }).end();
    paths["/today"] = versioned(() => rss(items, site.host));
    await moving.again();
    expect((await moving.feed()).url).toBe(site.url("/new"));
    expect(await moving.inState("baseline")).toHaveLength(1);
    await moving.close();
  });

  test("that fails is asked less and less often, a day at most, and is well at once", async () => {
    const { again, feed, close } = await watching();
    const works = paths["/feed"];
    paths["/feed"] = (_, response) => response.writeHead(500).end();
    const pauses: number[] = [];
    for (let time = 0; time < 9; time += 1) {
      const before = new Date((await feed()).next_at).getTime();
      await again();
      pauses.push((new Date((await feed()).next_at).getTime() - before) / HOUR_MS);
    }
    expect(pauses).toEqual([0.5, 1, 2, 4, 8, 16, 24, 24, 24]);
    expect(await feed()).toMatchObject({ failures: 9, failing_since: START });
    expect(JSON.parse((await feed()).error ?? "")).toMatchObject({ kind: "status", status: 500 });
    if (works) paths["/feed"] = works;
    await again();
    expect(await feed()).toMatchObject({ failures: 0, failing_since: null, error: null });
    await close();
  });

  test("that says when to come back is asked no sooner", async () => {
    const { again, feed, close } = await watching();
    const inThreeHours = new Date(new Date(START).getTime() + 3 * HOUR_MS);
    paths["/feed"] = (_, response) =>
      response.writeHead(429, { "retry-after": inThreeHours.toUTCString() }).end();
    await again();
    expect((await feed()).next_at).toBe(inThreeHours.toISOString());
    await close();
  });

  test.each([
    ["no feed", text("text/html", "<html><body>Welcome</body></html>"), { kind: "no-feed" }],
    ["nothing", text("application/rss+xml", ""), { kind: "no-feed" }],
    ["a picture", text("image/png", "x"), { kind: "wrong-type", type: "image/png" }],
    ["gone", (_, response) => response.writeHead(410).end(), { kind: "status", status: 410 }],
  ] as [string, Handler, object][])("that is %s says so", async (_, handler, fault) => {
    const { again, feed, close } = await watching();
    paths["/feed"] = handler;
    await again();
    expect(JSON.parse((await feed()).error ?? "")).toMatchObject(fault);
    await close();
  });

  test("that is broken is read as far as it goes", async () => {
    const { again, inState, close } = await watching({ baseline_at: START });
    paths["/feed"] = text("text/xml", rss([item(2), item(3)], site.host).slice(0, -40));
    await again();
    expect(await inState("waiting")).toContain(item(2).title);
    await close();
  });

  test("that is paused is left alone", async () => {
    const { poll, store, goOn, close } = await watching();
    await store.feeds.setState("gallium", "paused", new Date(START));
    goOn(100 * HOUR_MS);
    expect(await poll()).toBe(0);
    expect(site.requests).toEqual([]);
    await close();
  });

  test("is looked at by one of several processes", async () => {
    const { open, asked, close } = await watching();
    const others = [await open(), await open(), await open()];
    await Promise.all(others.map(({ poll }) => poll()));
    expect(asked("/feed")).toHaveLength(1);
    for (const other of others) await other.close();
    await close();
  });
});

describe("an entry", () => {
  const since = { baseline_at: START };

  test("is told once: by its id, by its address, and as a copy", async () => {
    const { again, inState, reasons, close } = await watching(since);
    items = [item(2)];
    await again();
    paths["/copy"] = html(pageOf(item(2), 2));
    items = [
      { ...item(2), title: "Kazakhstan exports titanium, corrected" },
      { ...item(2), id: "renamed", url: "/n2?utm_source=feed" },
      { ...item(2), id: "copied", title: "Titanium leaves Kazakhstan", url: "/copy" },
    ];
    await again();
    expect(await inState("waiting")).toEqual([item(2).title]);
    const kinds = (await reasons("duplicate")).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["copy-of-entry", "known-address"]);
    await close();
  });

  test("that is of another field is not even read; one whose page is, is not kept", async () => {
    const { again, reasons, asked, close } = await watching(since);
    paths["/rain"] = html(
      `<html lang="en"><body><article><p>${"It rained on the copper roofs of Paris all day long. ".repeat(12)}</p></article></body></html>`,
    );
    items = [
      { id: "a", title: "Football: Astana beats Almaty", url: "/football" },
      { id: "b", title: "Copper roofs of Paris", url: "/rain" },
    ];
    await again();
    expect(asked("/football")).toHaveLength(0);
    expect(await reasons("irrelevant")).toEqual([
      { kind: "irrelevant", by: "entry" },
      { kind: "irrelevant", by: "page" },
    ]);
    await close();
  });

  test("outside of the feed's filter is left out", async () => {
    const { again, inState, reasons, close } = await watching({ ...since, filter: "uranium" });
    items = [item(1), item(2)];
    await again();
    expect(await inState("waiting")).toEqual([item(1).title]);
    expect(await reasons("irrelevant")).toEqual([{ kind: "filtered", filter: "uranium" }]);
    await close();
  });

  test("is not believed to be of a day to come", async () => {
    const { again, store, close } = await watching(since);
    items = [
      { ...item(1), date: "Fri, 20 Nov 2026 10:00:00 GMT" },
      { ...item(2), date: "Mon, 20 Nov 2028 10:00:00 GMT" },
    ];
    await again();
    const dates = (await store.candidates.inState("waiting", 9)).map(({ draft }) => {
      const { article } = JSON.parse(draft ?? "");
      return [article.published, article.date_basis];
    });
    expect(dates).toContainEqual(["2026-11-20", "inferred"]);
    expect(dates).toContainEqual([null, "unknown"]);
    await close();
  });

  test("waits for its turn: a long list is read over many passes, and nothing of it is lost", async () => {
    const { again, inState, asked, close } = await watching(since);
    items = Array.from({ length: 20 }, (_, at) => item(at + 1));
    await again();
    expect(await inState("waiting")).toHaveLength(8);
    await again();
    await again();
    expect((await inState("waiting")).toSorted()).toEqual(
      items.map(({ title }) => title).toSorted(),
    );
    expect(asked("/feed")).toHaveLength(1);
    await close();
  });

  test("whose page fails for now is tried again; one that is gone is not", async () => {
    const { again, inState, asked, goOn, close } = await watching(since);
    const works = paths["/n2"];
    paths["/n2"] = (_, response) => response.writeHead(503).end();
    items = [item(2), { ...item(3), url: "/missing" }];
    await again();
    expect(await inState("failed")).toEqual([item(3).title]);
    expect(await inState("new")).toEqual([item(2).title]);
    if (works) paths["/n2"] = works;
    goOn(HOUR_MS);
    await again();
    expect(await inState("waiting")).toEqual([item(2).title]);
    expect(asked("/missing")).toHaveLength(1);
    await close();
  });

  test("is published at once where the feed's policy says so", async () => {
    const { again, inState, base, store, close } = await watching({ ...since, policy: "publish" });
    items = [item(2)];
    await again();
    expect(await inState("published")).toEqual([item(2).title]);
    expect(base.articles()).toMatchObject([{ title: item(2).title, added: "2026-11-20" }]);
    const [article] = base.articles();
    expect(await store.ingested.versions(article?.id ?? "")).toMatchObject([
      { changedBy: "feed:gallium" },
    ]);
    await close();
  });

  test("that was published when the program died is found to be its own", async () => {
    const { again, inState, store, publishApproved, close } = await watching(since);
    items = [item(2)];
    await again();
    const [waiting] = await store.candidates.inState("waiting", 1);
    await store.candidates.decide(waiting?.id ?? "", {
      state: "approved",
      by: "U1",
      now: new Date(START),
    });
    await publishApproved();
    // As if the process had ended before it noted what it published.
    await store.candidates.move(waiting?.id ?? "", "published", { state: "approved" });
    await publishApproved();
    expect(await inState("published")).toEqual([item(2).title]);
    expect(await store.ingested.changedAfter(0)).toHaveLength(1);
    await close();
  });

  test("goes on after a pause of the program", async () => {
    const { feed, poll, open, inState, goOn, close } = await watching(since);
    items = [item(2), item(3)];
    const ending = new AbortController();
    const served = paths["/n2"];
    paths["/n2"] = () => ending.abort();
    await poll(ending.signal);
    expect((await feed()).leased_until).toBeNull();
    if (served) paths["/n2"] = served;
    goOn(HOUR_MS);
    const next = await open();
    await next.poll();
    expect(await inState("waiting")).toHaveLength(2);
    await next.close();
    await close();
  });
});
