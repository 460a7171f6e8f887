/** Serves the preview to browsers on this machine. */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { json } from "node:stream/consumers";
import { z } from "zod";
import type { Log } from "../log.ts";
import { createActs, type PreviewControls, TabName, User } from "./acts.ts";
import { CHANNELS, WORKSPACE } from "./directory.ts";
import { FILES_PATH } from "./files.ts";
import { modalHtml, pageHtml, type View, viewHtml } from "./page.ts";
import type { Workspace } from "./workspace.ts";

export type PreviewServer = {
  /** The address with the port that was taken. */
  url: string;
  stop: () => Promise<void>;
};

type Answer = { status: number; type: string; body: string | Uint8Array };

/** No JSON, the wrong fields, or something that is not there. */
const NOT_UNDERSTOOD = [SyntaxError, z.ZodError, RangeError];
/** A message of Slack's longest, and some room. */
const MAX_BODY_BYTES = 100_000;

export async function servePreview({
  workspace,
  controls,
  host,
  port,
  log,
}: {
  workspace: Workspace;
  controls: PreviewControls;
  host: string;
  port: number;
  log: Log;
}): Promise<PreviewServer> {
  const files = await readFiles();
  const act = createActs(workspace, controls);
  const server = createServer((request, response) => {
    handle(request, response).catch((err: unknown) => {
      const isTheirs = NOT_UNDERSTOOD.some((kind) => err instanceof kind);
      if (!isTheirs) log.error({ err }, "the preview could not answer its page");
      if (!response.headersSent) response.writeHead(isTheirs ? 400 : 500).end();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://preview");
    if (!isOurs(request))
      return void response.writeHead(403).end("Open the preview by its own address.");
    if (request.method === "GET" && url.pathname === "/events") return openEvents(response);
    const { status, type, body } =
      request.method === "POST" ? await change(request, url.pathname) : read(url);
    response.writeHead(status, {
      "content-type": `${type}; charset=utf-8`,
      "x-content-type-options": "nosniff",
      "content-security-policy":
        "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    });
    response.end(body);
  }

  function read(url: URL): Answer {
    const file = files.get(url.pathname);
    if (file) return { status: 200, ...file };
    if (url.pathname.startsWith(FILES_PATH)) return shared(url.pathname);
    const view = viewOf(url.searchParams);
    switch (url.pathname) {
      case "/":
        return html(pageHtml(view));
      case "/view":
        return html(viewHtml(view));
      case "/modal":
        return html(modalHtml(view));
      default:
        return { ...html("Not found"), status: 404 };
    }
  }

  function shared(path: string): Answer {
    const file = workspace.files.at(path);
    if (!file) return { ...html("Not found"), status: 404 };
    return { status: 200, type: file.mimetype, body: file.bytes };
  }

  async function change(request: IncomingMessage, path: string): Promise<Answer> {
    if (Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY) > MAX_BODY_BYTES)
      return { ...html("Too long"), status: 413 };
    const done = await act(path, await json(request));
    return { status: 200, type: "application/json", body: JSON.stringify(done) };
  }

  function viewOf(search: URLSearchParams): View {
    const user = User.safeParse(search.get("user")).data ?? WORKSPACE.person;
    const visible = CHANNELS.filter(({ person = user }) => person === user);
    const channel = visible.find((each) => each.id === search.get("channel")) ?? visible[0];
    if (!channel) throw new RangeError("The workspace has no channels.");
    return {
      user,
      channel,
      threadTs: search.get("thread") || null,
      day: controls.today(),
      timeZone: controls.timeZone,
      messages: workspace.messages,
      tab: TabName.safeParse(search.get("tab")).data ?? "messages",
      home: workspace.homes.of(user),
      prompts: workspace.assistant.promptsOf(channel.id),
      statusIn: (threadTs) =>
        threadTs
          ? workspace.assistant.statusOf(channel.id, threadTs)
          : workspace.assistant.statusIn(channel.id),
      modal: workspace.views.top(user),
    };
  }

  /** Tells a page that something changed; it then asks for what it shows. */
  function openEvents(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(":\n\n");
    const tell = () => response.write("data: changed\n\n");
    workspace.changes.on("change", tell);
    response.on("close", () => workspace.changes.off("change", tell));
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Another site must not reach the preview through the browser of whoever runs it. */
function isOurs({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? "";
  const isLocalName = /^(localhost|\d+(\.\d+){3}|\[[\da-f:]+\])(:\d+)?$/i.test(host);
  return (
    isLocalName &&
    (method === "GET" || headers.origin === undefined || headers.origin === `http://${host}`)
  );
}

async function readFiles(): Promise<Map<string, { type: string; body: string }>> {
  const blocksCss = createRequire(import.meta.url).resolve("slack-blocks-to-jsx/dist/style.css");
  const besides = (name: string) => readFile(new URL(name, import.meta.url), "utf8");
  return new Map([
    ["/blocks.css", { type: "text/css", body: await readFile(blocksCss, "utf8") }],
    ["/style.css", { type: "text/css", body: await besides("style.css") }],
    ["/parts.css", { type: "text/css", body: await besides("parts.css") }],
    ["/modal.css", { type: "text/css", body: await besides("modal.css") }],
    ["/icon.svg", { type: "image/svg+xml", body: await besides("icon.svg") }],
    ["/client.js", { type: "text/javascript", body: await besides("client.js") }],
    ["/modal.js", { type: "text/javascript", body: await besides("modal.js") }],
    ["/requests.js", { type: "text/javascript", body: await besides("requests.js") }],
  ]);
}

function html(body: string): Answer {
  return { status: 200, type: "text/html", body };
}
