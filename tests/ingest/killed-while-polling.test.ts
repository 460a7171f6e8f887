/** kill -9 while feeds are read: no entry is lost, and none is told twice. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openTestStore, temporaryDatabase } from "../temporary.ts";
import { feedRow, item, pageOf, rss, START } from "./feed-scene.ts";
import { type Handler, openSite, text } from "./local-site.ts";

const WATCHING = fileURLToPath(new URL("watching-process.ts", import.meta.url));
const ENTRIES = 12;
const MOST_RUNS = 40;
const HOUR_MS = 60 * 60_000;

test("whatever is killed in between, each entry is published once", async () => {
  const databaseUrl = await temporaryDatabase();
  const store = await openTestStore(databaseUrl);
  const items = Array.from({ length: ENTRIES }, (_, at) => item(at + 1));
  let kill = () => {};
  let served = 0;
  /** Every third page ends whoever asks: before it is sent, while it is, or soon after. */
  const deadly =
    (body: string): Handler =>
    (_, response) => {
      served += 1;
      const isDeadly = served % 3 === 0;
      if (isDeadly && served % 9 === 0) kill();
      response.writeHead(200, { "content-type": "text/html" }).end(body, () => {
        if (isDeadly && served % 9 === 3) kill();
        else if (isDeadly) setTimeout(kill, served % 25);
      });
    };
  const pages = items.map(({ id }, at): [string, Handler] => [
    `/${id}`,
    deadly(pageOf(item(at + 1), at + 1)),
  ]);
  const site = await openSite({
    "/feed": (request, response) =>
      text("application/rss+xml", rss(items, site.host))(request, response),
    ...Object.fromEntries(pages),
  });
  await store.feeds.add(feedRow(site.url("/feed"), { baseline_at: START, policy: "publish" }));

  let kills = 0;
  let isDone = false;
  for (let run = 0; run < MOST_RUNS && !isDone; run += 1) {
    const start = new Date(new Date(START).getTime() + run * HOUR_MS).toISOString();
    const child = spawn(process.execPath, [WATCHING, databaseUrl, site.host, start], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    kill = () => child.kill("SIGKILL");
    const [code, signal] = await once(child, "exit");
    if (signal === "SIGKILL") kills += 1;
    else expect(code).toBe(0);
    isDone = code === 0;
  }
  await site.close();

  expect(isDone).toBe(true);
  expect(kills).toBeGreaterThan(2);
  expect(await store.candidates.counts()).toEqual([
    { feed: "gallium", state: "published", count: ENTRIES },
  ]);
  const articles = await store.ingested.changedAfter(0);
  expect(articles).toHaveLength(ENTRIES);
  expect(articles.every(({ version }) => version === 1)).toBe(true);
}, 300_000);
