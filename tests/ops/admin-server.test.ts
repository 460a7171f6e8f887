/** The admin port over real sockets: what it answers, and whom it does not wait for. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { type Page, serveAdmin } from "../../src/ops/admin-server.ts";

const PAGE = { status: 200, type: "text/plain", body: "all is well" };

test.concurrent("a page can be read, and asked for by its head alone", async () => {
  const { url } = await open();
  const read = await fetch(`${url}/page?from=monitor`);
  expect([read.status, await read.text()]).toEqual([200, "all is well"]);
  const head = await fetch(`${url}/page`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect(head.headers.get("content-length")).toBe("11");
});

test.concurrent("there is nothing else, and nothing to change", async () => {
  const { url } = await open();
  const paths = ["/", "/pages", "/page/", "//page", "/constructor", "/__proto__", "/..%2fpage"];
  const answers = await Promise.all(paths.map((path) => fetch(url + path)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
    const refused = await fetch(`${url}/page`, { method });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  }
});

test.concurrent("a page that cannot be made is told without the reason", async () => {
  const { url } = await open(async () => {
    throw new Error("secret of the database");
  });
  const read = await fetch(`${url}/page`);
  expect(read.status).toBe(500);
  expect(await read.text()).not.toContain("secret");
});

test.concurrent.for([
  ["says nothing", ""],
  ["never ends its first line", "GET /pa"],
  ["never ends its headers", "GET /page HTTP/1.1\r\nhost: a\r\nx-more: "],
])("a caller who %s is let go", async ([, said = ""]) => {
  const socket = await callOf((await open()).port);
  socket.write(said);
  socket.resume();
  await once(socket, "close");
});

test.concurrent("a caller who half closes, or sends a body without end, is answered and let go", async () => {
  const { port } = await open();
  const half = await callOf(port);
  half.end("GET /page HTTP/1.1\r\nhost: a\r\n\r\n");
  expect(await text(half)).toContain("all is well");
  const endless = await callOf(port);
  endless.write("GET /page HTTP/1.1\r\nhost: a\r\ncontent-length: 1000000000\r\n\r\nbegin");
  expect(await text(endless)).toContain("all is well");
});

test.concurrent("headers without limit are refused", async () => {
  const { port } = await open();
  const socket = await callOf(port);
  socket.write(`GET /page HTTP/1.1\r\nhost: a\r\nx-long: ${"a".repeat(20_000)}\r\n\r\n`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /);
});

test.concurrent("callers who stay keep nobody out for longer than they may stay", async () => {
  const { port, url } = await open();
  const staying = await Promise.all(Array.from({ length: 60 }, () => callOf(port)));
  await Promise.all(staying.map((socket) => once(socket.resume(), "close")));
  expect((await fetch(`${url}/page`)).status).toBe(200);
});

test.concurrent("the end waits for nobody", async () => {
  const { port, stop } = await open();
  const socket = await callOf(port);
  socket.resume();
  const closed = once(socket, "close");
  await stop();
  await closed;
});

async function open(page: () => Promise<Page> = async () => PAGE) {
  const server = await serveAdmin({
    host: "127.0.0.1",
    port: 0,
    pages: { "/page": page },
    log: createLog("silent"),
  });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await server.stop();
    isStopped = true;
  };
  onTestFinished(stop);
  const port = Number(server.address.split(":").at(-1));
  return { port, stop, url: `http://${server.address}` };
}

async function callOf(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}
