/** What operators and their programs ask over HTTP: a few pages to read, nothing to change. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Log } from "../log.ts";

export type Page = { status: number; type: string; body: string };

/** By path; a page is made when it is asked for. */
export type Pages = Readonly<Record<string, () => Promise<Page>>>;

export type AdminServer = {
  /** `host:port` as listened on; the port is the one that was free where 0 was asked for. */
  address: string;
  stop: () => Promise<void>;
};

/** Whoever asks has one line to say, and says it at once. */
const REQUEST_TIMEOUT_MS = 5_000;
const IDLE_MS = 10_000;
const LOOK_MS = 1_000;
const MAX_HEADER_BYTES = 8 * 1024;
/** A monitor or two; more at once are a mistake, and must not use up the program's sockets. */
const MAX_CONNECTIONS = 32;

const METHODS = new Set(["GET", "HEAD"]);

/** Listens on `host`:`port`; rejects as `listen` does. */
export async function serveAdmin({
  host,
  port,
  pages,
  log,
}: {
  host: string;
  port: number;
  pages: Pages;
  log: Log;
}): Promise<AdminServer> {
  const server = createServer(
    {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: LOOK_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
      keepAlive: true,
    },
    (request, response) => {
      answer({ request, response, pages }).catch((err: unknown) => {
        log.error({ err, path: pathOf(request) }, "an operator's page could not be made");
        send(response, plain(500, "This page could not be made; the log says why."));
      });
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = IDLE_MS;
  server.listen(port, host);
  await once(server, "listening");
  const at = server.address();
  const listensOn = typeof at === "object" && at ? at.port : port;
  return {
    address: `${host}:${listensOn}`,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer({
  request,
  response,
  pages,
}: {
  request: IncomingMessage;
  response: ServerResponse;
  pages: Pages;
}): Promise<void> {
  const path = pathOf(request);
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (!page) return send(response, plain(404, `There is ${Object.keys(pages).join(", ")}.`));
  if (!METHODS.has(request.method ?? "")) {
    response.setHeader("allow", [...METHODS].join(", "));
    return send(response, plain(405, "There is nothing to change here: ask with GET."));
  }
  send(response, await page());
}

/** One answer a connection: what a request has behind its first lines is never read. */
function send(response: ServerResponse, { status, type, body }: Page): void {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.end(body);
}

function pathOf({ url = "" }: IncomingMessage): string {
  return url.split("?")[0] ?? "";
}

function plain(status: number, sentence: string): Page {
  return { status, type: "text/plain; charset=utf-8", body: `${sentence}\n` };
}
