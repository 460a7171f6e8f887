/** Pages of a site on this machine become articles. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBaseSync } from "../../src/ingest/base-sync.ts";
import { openFetching } from "../../src/ingest/fetching.ts";
import { createIngestion } from "../../src/ingest/ingestion.ts";
import { createLiveBase } from "../../src/live-base.ts";
import { createLog } from "../../src/log.ts";
import type { Article } from "../../src/model.ts";
import { vocabulary } from "../answers/base.ts";
import { report } from "../answers/small-answers.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";
import { openSite, text } from "./local-site.ts";

const PARAGRAPHS = [
  "Kazakhstan's industry ministry and Japan's JOGMEC signed a memorandum on gallium supplies on Friday in Astana.",
  "Eurasian Resources Group plans to start gallium production in Pavlodar in the third quarter of 2026.",
  "Kazakhstan exported 12 tonnes of gallium to Korea in 2025, according to the ministry of industry.",
  "The plant in Pavlodar will employ 300 people, and its gallium is meant for semiconductors and solar cells.",
];
const TITLE = "Kazakhstan and Japan sign memorandum on gallium supplies";
const page = (paragraphs: readonly string[], head = "", title = TITLE) =>
  `<!doctype html><html lang="en"><head><meta property="og:title" content="${title}">${head}</head><body><article>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</article></body></html>`;
const html = (body: string) => text("text/html; charset=utf-8", body);

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite({
    "/robots.txt": text("text/plain", "User-agent: *\nDisallow: /private/"),
    "/2026/11/20/gallium": html(page(PARAGRAPHS)),
    "/copy": html(
      page(["AGENCY.", ...PARAGRAPHS.slice(0, 3), `${PARAGRAPHS[3]} All rights reserved.`]),
    ),
    "/other": html(
      page([
        "Kazakhstan mined 25,000 tonnes of uranium in 2025, Kazatomprom said on Monday. ".repeat(5),
      ]),
    ),
    "/private/1": html(page(PARAGRAPHS)),
    "/empty": html("<html><body></body></html>"),
    "/weather": html(
      page(["It rained in Paris all day, and nobody was surprised by it. ".repeat(10)], "", "Rain"),
    ),
    "/report.pdf": text("application/pdf", "%PDF-1.7"),
    "/hidden.pdf": html("%PDF-1.7 x"),
    "/moved": (_, response) => response.writeHead(301, { location: "/2026/11/20/gallium" }).end(),
  });
});
afterAll(() => site.close());

async function ingesting(curated: readonly Article[] = []) {
  const store = await openTestStore(await temporaryDatabase());
  const base = await createLiveBase(curated, vocabulary);
  const { refresh } = createBaseSync({
    base,
    curated,
    store,
    entered: async () => {},
    log: createLog("silent"),
  });
  const now = () => new Date("2026-11-22T04:00:00Z");
  const ingestion = createIngestion({
    base,
    vocabulary,
    store,
    refresh,
    openFetching: async () => openFetching({ allowed: new Set([site.host]), now, pauseMs: 0 }),
    today: () => "2026-11-22",
    now,
  });
  const add = async (path: string) => {
    const outcome = await ingestion.draft(site.url(path));
    if (outcome.kind !== "draft") return outcome;
    return { kind: "published", ...(await ingestion.publish(outcome.draft, "U1")) };
  };
  return { ...ingestion, base, add, store };
}

describe("a page", () => {
  test("is published and answers questions at once, to the letter", async () => {
    const { add, base, close } = await ingesting();
    expect(await add("/moved")).toMatchObject({ kind: "published", isNew: true });
    const { citations } = base.answers.ask({
      text: "How many tonnes of gallium were exported to Korea in 2025?",
      today: "2026-11-22",
    });
    expect(citations.map(({ quote }) => quote)).toContain(PARAGRAPHS[2]);
    expect(citations[0]?.article).toMatchObject({
      url: site.url("/2026/11/20/gallium"),
      published: "2026-11-20",
      date_basis: "url",
      excerpts: "en",
      title: TITLE,
    });
    await close();
  });

  test("is added once: by its address, and as a copy", async () => {
    const { add, close } = await ingesting();
    const first = await add("/2026/11/20/gallium");
    const id = "id" in first ? first.id : "";
    expect(await add("/2026/11/20/gallium")).toEqual({ kind: "known", id });
    expect(await add("/2026/11/20/gallium?utm_source=x")).toEqual({ kind: "known", id });
    expect(await add("/copy")).toEqual({ kind: "copy", id });
    expect(await add("/other")).toMatchObject({ kind: "published" });
    await close();
  });

  test("that a file of the base tells of is known by any of its addresses", async () => {
    const curated = report("gallium", "Gallium goes to Japan.", {
      other_copies: [site.url("/2026/11/20/gallium/")],
    });
    const { add, close } = await ingesting([curated]);
    expect(await add("/2026/11/20/gallium")).toEqual({ kind: "known", id: "gallium" });
    await close();
  });

  test("of a happening that the base has from elsewhere says so", async () => {
    const told = report(
      "told",
      "Kazakhstan and Japan's JOGMEC sign a memorandum on gallium supplies.",
      {
        published: "2026-11-20",
        countries: ["KZ", "JP"],
        minerals: ["gallium"],
        event_type: "memorandum",
      },
    );
    const { draft, close } = await ingesting([told]);
    const outcome = await draft(site.url("/2026/11/20/gallium"));
    expect(outcome).toMatchObject({ kind: "draft", draft: { alsoTold: ["told"] } });
    await close();
  });

  test.each([
    ["/private/1", { kind: "forbidden-by-robots" }],
    ["/empty", { kind: "no-text" }],
    ["/weather", { kind: "irrelevant" }],
    ["/report.pdf", { kind: "wrong-type", type: "application/pdf" }],
    ["/hidden.pdf", { kind: "wrong-type", type: "application/pdf" }],
    ["/missing", { kind: "status", status: 404 }],
  ])("at %s is not drafted", async (path, fault) => {
    const { draft, close } = await ingesting();
    expect(await draft(site.url(path))).toMatchObject({ kind: "failed", fault });
    await close();
  });

  test.each([
    "",
    "nonsense",
    "ftp://example.org/1",
    "http://127.0.0.1:1/",
    "http://[::1]/",
    "http://169.254.169.254/",
  ])("at %j is never asked for", async (url) => {
    const { draft, close } = await ingesting();
    expect(await draft(url)).toMatchObject({ kind: "failed" });
    await close();
  });
});

describe("a saved page", () => {
  const bytes = (body: string) => new TextEncoder().encode(body);

  test("is dated and named by its own address", async () => {
    const { draftSaved, close } = await ingesting();
    const saved = page(
      PARAGRAPHS,
      '<link rel="canonical" href="https://news.example/2026/11/20/gallium">',
    );
    const outcome = await draftSaved(bytes(saved), null);
    expect(outcome).toMatchObject({
      kind: "draft",
      draft: {
        article: { url: "https://news.example/2026/11/20/gallium", publisher: "news.example" },
      },
    });
    await close();
  });

  test("without an address needs one", async () => {
    const { draftSaved, close } = await ingesting();
    expect(await draftSaved(bytes(page(PARAGRAPHS)), null)).toEqual({
      kind: "failed",
      fault: { kind: "no-address" },
    });
    expect(await draftSaved(bytes(page(PARAGRAPHS)), "https://news.example/1")).toMatchObject({
      kind: "draft",
    });
    expect(await draftSaved(bytes(page(PARAGRAPHS)), "nowhere")).toMatchObject({
      kind: "failed",
      fault: { kind: "not-a-web-address" },
    });
    await close();
  });
});
