import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { servePreview } from "../../src/serve-preview.ts";
import { loadSeedKnowledge } from "../seed-knowledge.ts";

let preview: Awaited<ReturnType<typeof servePreview>>;
beforeAll(async () => {
  const config = readConfig({ PORT: "0" });
  const knowledge = await loadSeedKnowledge();
  preview = await servePreview({ config, knowledge, log: createLog("silent") });
});
afterAll(() => preview.stop());

/** Status of a request with the headers that a browser would not let a page set. */
function statusOf(
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const call = request(new URL(path, preview.url), { method, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode));
    });
    call.on("error", reject);
    call.end(body);
  });
}

test("listens on this machine only", () => {
  expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("another site's name or page cannot reach it", async () => {
  expect(await statusOf("/", { headers: { host: "evil.example" } })).toBe(403);
  const body = JSON.stringify({ channel: "C0MINERALS", thread: "", text: "hello" });
  const headers = { origin: "https://evil.example", "content-length": String(body.length) };
  expect(await statusOf("/say", { headers, body })).toBe(403);
});

test.each([
  ["/say", "not json"],
  ["/say", "{}"],
  ["/say", "null"],
  ["/press", JSON.stringify({ ts: "1.1", action: "share" })],
  ["/clock", JSON.stringify({ day: "2024-13-45" })],
  ["/nothing", "{}"],
])("a body that makes no sense is refused and harms nothing: %s %s", async (path, body) => {
  const headers = { "content-length": String(Buffer.byteLength(body)) };
  expect(await statusOf(path, { headers, body })).toBe(400);
  expect(await statusOf("/")).toBe(200);
});

test("a body that is too long is not read", async () => {
  const body = JSON.stringify({ channel: "C0MINERALS", thread: "", text: "x".repeat(200_000) });
  expect(await statusOf("/say", { headers: { "content-length": String(body.length) }, body })).toBe(
    413,
  );
});

test("an unknown page is not found", async () => {
  expect(await statusOf("/nothing")).toBe(404);
});
