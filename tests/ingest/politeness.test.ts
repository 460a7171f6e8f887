import { describe, expect, test } from "vitest";
import { FetchError } from "../../src/ingest/fetch-error.ts";
import type { FetchGuarded } from "../../src/ingest/fetch-guarded.ts";
import { createPoliteFetch } from "../../src/ingest/polite-fetch.ts";
import { createRobots } from "../../src/ingest/robots.ts";

const NOON = new Date("2024-06-17T12:00:00Z");

/** A site whose robots.txt is this text, or fails like this. */
function site(answer: string | FetchError) {
  const asked: string[] = [];
  const fetchGuarded: FetchGuarded = async ({ url }) => {
    asked.push(url);
    if (answer instanceof FetchError) throw answer;
    return { url, movedTo: url, status: 200, headers: {}, body: Buffer.from(answer) };
  };
  return { asked, fetchGuarded };
}

describe("what a site lets programs read", () => {
  test.each([
    ["User-agent: *\nDisallow: /private", "/private/1", false],
    ["User-agent: *\nDisallow: /private", "/news/1", true],
    ["User-agent: kzminerals\nDisallow: /\n\nUser-agent: *\nAllow: /", "/news/1", false],
    ["User-agent: other\nDisallow: /", "/news/1", true],
    ["", "/news/1", true],
    ["<html>not rules", "/news/1", true],
  ])("%j and %s", async (rules, path, expected) => {
    const { fetchGuarded } = site(rules);
    const mayRead = createRobots({ fetchGuarded, robot: "kzminerals", now: () => NOON });
    expect(await mayRead(`https://site.example${path}`)).toBe(expected);
  });

  test("is asked once a day", async () => {
    const { fetchGuarded, asked } = site("User-agent: *\nDisallow:");
    let now = NOON;
    const mayRead = createRobots({ fetchGuarded, robot: "kzminerals", now: () => now });
    await mayRead("https://site.example/1");
    await mayRead("https://site.example/2");
    await mayRead("https://other.example/1");
    expect(asked).toEqual(["https://site.example/robots.txt", "https://other.example/robots.txt"]);
    now = new Date(NOON.getTime() + 86_400_001);
    await mayRead("https://site.example/1");
    expect(asked).toHaveLength(3);
  });

  test("is all where there are no rules, and not known where the site fails", async () => {
    const none = site(new FetchError({ kind: "status", status: 404, retryAfter: null }));
    const failing = site(new FetchError({ kind: "status", status: 503, retryAfter: null }));
    const mayRead = (fetchGuarded: FetchGuarded) =>
      createRobots({ fetchGuarded, robot: "kzminerals", now: () => NOON })(
        "https://site.example/1",
      );
    expect(await mayRead(none.fetchGuarded)).toBe(true);
    await expect(mayRead(failing.fetchGuarded)).rejects.toThrow(FetchError);
  });
});

test("requests to one host wait for each other, those to others do not", async () => {
  const order: string[] = [];
  const pauses: (() => void)[] = [];
  const polite = createPoliteFetch({
    fetchGuarded: async ({ url }) => {
      order.push(url);
      return { url, movedTo: url, status: 200, headers: {}, body: Buffer.alloc(0) };
    },
    wait: () => new Promise<void>((resolve) => pauses.push(resolve)),
  });
  const get = (url: string) => polite({ url, types: ["text/html"] });
  const second = get("https://a.example/1").then(() => get("https://a.example/2"));
  await get("https://b.example/1");
  expect(order).toEqual(["https://a.example/1", "https://b.example/1"]);
  await expect.poll(() => pauses.length).toBe(2);
  for (const end of pauses) end();
  await second;
  expect(order).toEqual(["https://a.example/1", "https://b.example/1", "https://a.example/2"]);
});
