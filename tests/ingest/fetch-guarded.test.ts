import type { LookupAddress } from "node:dns";
import { createServer } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicAddress } from "../../src/ingest/addresses.ts";
import { FetchError } from "../../src/ingest/fetch-error.ts";
import { createFetchGuarded, FETCH_LIMITS } from "../../src/ingest/fetch-guarded.ts";
import { createGuardedAgent, type Lookup } from "../../src/ingest/guarded-agent.ts";
import { openSite, text } from "./local-site.ts";

const LIMITS = { ...FETCH_LIMITS, bytes: 50_000, decompressedBytes: 200_000, redirects: 3 };
const HTML = ["text/html"];

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  const redirect =
    (to: () => string, status = 302) =>
    (_: unknown, response: import("node:http").ServerResponse) =>
      response.writeHead(status, { location: to() }).end("moved");
  site = await openSite({
    "/page": text("text/html; charset=utf-8", "<p>Қазақстан</p>"),
    "/gzip": text("text/html", gzipSync("squeezed"), { "content-encoding": "gzip" }),
    "/brotli": text("text/html", brotliCompressSync("squeezed"), { "content-encoding": "br" }),
    "/bomb": text("text/html", gzipSync(Buffer.alloc(40_000_000)), { "content-encoding": "gzip" }),
    "/broken-gzip": text("text/html", "no gzip", { "content-encoding": "gzip" }),
    "/twice": text("text/html", "x", { "content-encoding": "gzip, br" }),
    "/pdf": text("application/pdf", "%PDF"),
    "/long": (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const write = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
      };
      response.on("drain", write);
      write();
    },
    "/silent": () => {},
    "/trickle": (_, response) =>
      void response.writeHead(200, { "content-type": "text/html" }).write("."),
    "/moved": redirect(() => "/page", 301),
    "/loop": redirect(() => "/loop"),
    "/to-metadata": redirect(() => "http://169.254.169.254/latest/meta-data/"),
    "/to-file": redirect(() => "file:///etc/passwd"),
    "/to-other-port": redirect(() => "http://127.0.0.1:1/"),
    "/busy": (_, response) => response.writeHead(429, { "retry-after": "120" }).end(),
    "/same": (request, response) =>
      response.writeHead(request.headers["if-none-match"] === '"1"' ? 304 : 200).end(),
  });
});
afterAll(() => site.close());

function fetcher({
  allowed = [site.host],
  resolve,
  timeMs = 5_000,
}: {
  allowed?: string[];
  resolve?: Lookup;
  timeMs?: number;
} = {}) {
  const agent = createGuardedAgent({ allowed: new Set(allowed), ...(resolve && { resolve }) });
  const fetchGuarded = createFetchGuarded({
    agent,
    userAgent: "kzminerals-test",
    limits: { ...LIMITS, timeMs },
  });
  return async (url: string, headers?: Record<string, string>) => {
    try {
      const { body, ...rest } = await fetchGuarded({
        url,
        types: HTML,
        ...(headers && { headers }),
      });
      return { ...rest, text: body.toString() };
    } catch (cause) {
      if (cause instanceof FetchError) return cause.fault;
      throw cause;
    } finally {
      await agent.destroy();
    }
  };
}

describe("addresses of the public internet", () => {
  test.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])("%s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.168.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:0:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "not an address",
    "",
  ])("%j is none", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("what is fetched", () => {
  test("a page, with where it was found in the end", async () => {
    expect(await fetcher()(site.url("/moved"))).toMatchObject({
      status: 200,
      url: site.url("/page"),
      text: "<p>Қазақстан</p>",
    });
  });

  test.each(["/gzip", "/brotli"])("%s is decompressed", async (path) => {
    expect(await fetcher()(site.url(path))).toMatchObject({ text: "squeezed" });
  });

  test("what did not change is not sent again", async () => {
    expect(await fetcher()(site.url("/same"), { "if-none-match": '"1"' })).toMatchObject({
      status: 304,
      text: "",
    });
  });

  test("says who asks", async () => {
    await fetcher()(site.url("/page"));
    expect(site.requests.at(-1)?.headers["user-agent"]).toBe("kzminerals-test");
  });
});

describe("what is refused", () => {
  test.each([
    ["/bomb", { kind: "too-large", limitBytes: LIMITS.decompressedBytes }],
    ["/long", { kind: "too-large", limitBytes: LIMITS.bytes }],
    ["/pdf", { kind: "wrong-type", type: "application/pdf" }],
    ["/twice", { kind: "unreadable-encoding", encoding: "gzip, br" }],
    ["/loop", { kind: "too-many-redirects", limit: 3 }],
    ["/to-metadata", { kind: "private-address", host: "169.254.169.254" }],
    ["/to-file", { kind: "not-a-web-address", value: "file:///etc/passwd" }],
    ["/to-other-port", { kind: "private-address", host: "127.0.0.1:1" }],
    ["/broken-gzip", { kind: "unreadable-encoding", encoding: "Z_DATA_ERROR" }],
    ["/missing", { kind: "status", status: 404, retryAfter: null }],
  ])("%s", async (path, fault) => {
    expect(await fetcher()(site.url(path))).toMatchObject(fault);
  });

  test("a busy site says when to come back", async () => {
    const before = Date.now();
    const fault = await fetcher()(site.url("/busy"));
    if (!("retryAfter" in fault) || !fault.retryAfter) throw new Error("no time was said");
    expect(fault.retryAfter.getTime()).toBeGreaterThanOrEqual(before + 120_000);
  });

  test.each(["/silent", "/trickle"])("a site that never ends: %s", async (path) => {
    expect(await fetcher({ timeMs: 300 })(site.url(path))).toMatchObject({
      kind: "too-slow",
      seconds: 0.3,
    });
  });

  test.each([
    "ftp://example.org/",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://user:secret@example.org/",
    "//example.org",
    "example.org",
    "",
    "http://",
    "http://[::1",
    "x".repeat(5_000),
  ])("%j is no web address", async (url) => {
    expect(await fetcher()(url)).toMatchObject({ kind: "not-a-web-address" });
  });

  test.each([
    "http://127.0.0.1:PORT/page",
    "http://2130706433:PORT/page",
    "http://0x7f.1:PORT/page",
    "http://0177.0.0.1:PORT/page",
    "http://127.1:PORT/page",
    "http://[::ffff:127.0.0.1]:PORT/page",
    "http://[::1]:PORT/page",
    "http://localhost:PORT/page",
    "http://localhost.:PORT/page",
    "http://0.0.0.0:PORT/page",
  ])("%s never hears of us", async (url) => {
    const before = site.requests.length;
    const fault = await fetcher({ allowed: [] })(url.replace("PORT", String(site.port)));
    expect(["private-address", "unreachable"]).toContain("kind" in fault ? fault.kind : "fetched");
    expect(site.requests).toHaveLength(before);
  });

  test("an allowed port opens no other one", async () => {
    const reached: unknown[] = [];
    const other = createServer((socket) => void reached.push(socket.destroy()));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await fetcher()(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: "private-address" });
    expect(reached).toEqual([]);
    other.close();
  });

  test("a name that leads into the private network, alone or among others", async () => {
    for (const found of [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], []]) {
      const resolve = resolving(() => found);
      expect(await fetcher({ resolve })(`http://rebound.example:${site.port}/page`)).toMatchObject({
        kind: "private-address",
      });
    }
  });

  test("a name is looked up once, so that it cannot change in between", async () => {
    let count = 0;
    const resolve = resolving(() => {
      count += 1;
      return count === 1 ? ["192.0.2.1"] : ["127.0.0.1"];
    });
    expect(await fetcher({ resolve })("http://rebound.example/")).toMatchObject({
      kind: "private-address",
    });
    expect(count).toBe(1);
  });
});

/** A resolver that answers what a test says. */
function resolving(found: () => string[]): Lookup {
  return ((_: string, __: object, done: (cause: null, addresses: LookupAddress[]) => void) =>
    done(
      null,
      found().map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as unknown as Lookup;
}
