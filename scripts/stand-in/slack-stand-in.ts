/** A small Slack over real sockets on loopback: Web API, Socket Mode and response addresses. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer, text } from "node:stream/consumers";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { createChannelPace } from "./channel-pace.ts";
import { BOT } from "./deliveries.ts";
import { createWorkspace, type Values } from "./workspace.ts";

export const BOT_TOKEN = "xoxb-test";
export const APP_TOKEN = "xapp-test";
/** Long enough for a crowded machine, shorter than a test may take. */
const LIMIT_MS = 25_000;

/** What Slack does to one call instead of answering it at once. */
export type Trouble =
  | { kind: "rate limit"; seconds: number }
  | { kind: "status"; status: number }
  | { kind: "error"; error: string }
  /** Something else than what the call would find. */
  | { kind: "answer"; body: Values }
  /** The connection drops before the call does anything. */
  | { kind: "reset" }
  /** The call does its work, and the connection drops before the answer. */
  | { kind: "lost response" }
  /** The call does its work, and the answer is a failure, or none that can be read. */
  | { kind: "failure afterwards"; status: number; body?: string }
  /** The call does its work, and the answer takes its time. */
  | { kind: "slow answer"; until: Promise<void> }
  /** The call waits; a caller that is gone by then has done nothing. */
  | { kind: "hold"; until: Promise<void> };

/** Addresses that Slack hands out. */
const WITHOUT_TOKEN = new Set(["response", "upload", "oauth.v2.access"]);

/** The app as Slack knows it. */
export const CLIENT = { id: "11.22", secret: "client-secret-of-the-tests" };

/** A post to a response address is a call of the method "response". */
export type Call = { method: string; path: string; at: number; values: Values };

const Envelope = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

type Allowed = { team: string; token: string; person: string } & Values;

export type SlackStandIn = Awaited<ReturnType<typeof openSlackStandIn>>;

/** `heard` is told of every call that was done, with what it did. */
export async function openSlackStandIn({
  heard = () => {},
}: {
  heard?: (call: Call) => void;
} = {}) {
  const calls: Call[] = [];
  /** Who waits for the bot to acknowledge an envelope, by its id. */
  const unacknowledged = new Map<string, (payload: unknown) => void>();
  const sockets = new Set<WebSocket>();
  const troubles = new Map<string, Trouble[]>();
  const watchers = new Set<() => void>();
  let pace = createChannelPace(Number.POSITIVE_INFINITY);
  let counter = 0;

  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    calls.push(call);
    changed();
    await answer({ call, token: request.headers.authorization, response });
    changed();
  });
  const socketServer = new WebSocketServer({ server });
  socketServer.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (frame) => {
      const { envelope_id, payload = null } = Envelope.parse(JSON.parse(frame.toString()));
      unacknowledged.get(envelope_id)?.(payload);
      unacknowledged.delete(envelope_id);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: sockets.size }));
    changed();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const addresses = {
    socketUrl: () => `ws://127.0.0.1:${port}/socket`,
    uploadUrl: () => `http://127.0.0.1:${port}/upload/`,
  };
  const workspace = createWorkspace(addresses);
  /** Each by the token that its installation gave. */
  const others = new Map<string, ReturnType<typeof createWorkspace>>();
  /** What codes of installations are exchanged for; each once. */
  const grants = new Map<string, Values>();

  function exchange({ code, client_id, client_secret }: Values): Values {
    if (client_id !== CLIENT.id || client_secret !== CLIENT.secret)
      return { ok: false, error: "bad_client_secret" };
    const grant = grants.get(String(code));
    grants.delete(String(code));
    return grant ?? { ok: false, error: "invalid_code" };
  }

  async function answer({
    call,
    token,
    response,
  }: {
    call: Call;
    token: string | undefined;
    response: ServerResponse;
  }): Promise<void> {
    const { method, values } = call;
    const needed = method === "apps.connections.open" ? APP_TOKEN : BOT_TOKEN;
    const other = others.get(token?.replace("Bearer ", "") ?? "");
    if (!WITHOUT_TOKEN.has(method) && !other && token !== `Bearer ${needed}`)
      return send(response, { ok: false, error: "invalid_auth" });
    const trouble = troubles.get(method)?.shift();
    if (method === "chat.postMessage" && !pace.takes(String(values.channel)))
      return void response.writeHead(429, { "retry-after": "1" }).end();
    if (trouble?.kind === "rate limit")
      return void response.writeHead(429, { "retry-after": `${trouble.seconds}` }).end();
    if (trouble?.kind === "status") return void response.writeHead(trouble.status).end();
    if (trouble?.kind === "error") return send(response, { ok: false, error: trouble.error });
    if (trouble?.kind === "answer") return send(response, trouble.body);
    if (trouble?.kind === "reset") return void response.destroy();
    if (trouble?.kind === "hold") await trouble.until;
    if (response.destroyed) return;
    const perform = () => {
      if (method === "oauth.v2.access") return exchange(values);
      if (WITHOUT_TOKEN.has(method)) return { ok: true };
      return (other ?? workspace).perform(method, values);
    };
    const result = perform();
    if (trouble?.kind === "slow answer") await trouble.until;
    if (result.ok) heard(call);
    if (trouble?.kind === "lost response") response.destroy();
    else if (trouble?.kind === "failure afterwards")
      response.writeHead(trouble.status).end(trouble.body);
    else send(response, result);
  }

  function changed(): void {
    for (const watcher of watchers) watcher();
  }

  /** Resolves with what `find` finds, looked for again whenever something happened. */
  function until<T>(what: string, find: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const overdue = setTimeout(() => {
        watchers.delete(check);
        reject(inVain(what));
      }, LIMIT_MS);
      const check = () => {
        const found = find();
        if (found === undefined || found === false) return;
        clearTimeout(overdue);
        watchers.delete(check);
        resolve(found);
      };
      watchers.add(check);
      check();
    });
  }

  function acknowledgementOf(envelopeId: string, type: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const overdue = setTimeout(() => {
        unacknowledged.delete(envelopeId);
        reject(inVain(`the acknowledgement of ${type}`));
      }, LIMIT_MS);
      unacknowledged.set(envelopeId, (payload) => {
        clearTimeout(overdue);
        resolve(payload);
      });
    });
  }

  function inVain(what: string): Error {
    const seen = JSON.stringify(calls.map(({ method, values }) => ({ method, values })));
    return new Error(`Slack waited in vain for ${what}; it was called with ${seen}`);
  }

  const callsOf = (method: string) => calls.filter((call) => call.method === method);

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    until,
    callsOf,
    /** What the bot posted. */
    posts: () => workspace.messages.filter(({ user }) => user === BOT),
    /** What came to a response address. */
    responsesTo: (url: string) =>
      callsOf("response").flatMap((call) => (url.endsWith(call.path) ? [call.values] : [])),
    newResponseUrl: () => `http://127.0.0.1:${port}/response/${++counter}`,
    /** The next calls of a method meet these troubles, one each. */
    trouble: (method: string, ...next: Trouble[]) => void troubles.set(method, next),
    /** Somebody allows an installation: the code for the browser, and the workspace as it goes on. */
    allowInstallation: ({ team, token, person, ...more }: Allowed) => {
      const code = `code-${++counter}`;
      const installed = createWorkspace({ ...addresses, team });
      others.set(token, installed);
      grants.set(code, {
        ok: true,
        access_token: token,
        token_type: "bot",
        scope: "commands,chat:write",
        bot_user_id: BOT,
        app_id: "A0KZ",
        team: { id: team, name: `Team <${team}>` },
        enterprise: null,
        authed_user: { id: person },
        is_enterprise_install: false,
        ...more,
      });
      return {
        code,
        posts: () => installed.messages.filter(({ user }) => user === BOT),
        write: installed.add,
        modal: () => installed.views.at(-1),
      };
    },
    /** From then on a token is worth nothing. */
    revoke: (token: string) => void others.delete(token),
    /** From now on a channel takes so many messages at once, and one a second after them. */
    limitChannels: (burst: number) => {
      pace = createChannelPace(burst);
    },
    /** A message that somebody writes; the bot hears of it only through a delivery. */
    write: (message: { channel: string; user: string; text: string; thread_ts?: string }) =>
      workspace.add(message),
    /** The modal that stands before whoever pressed last. */
    modal: () => workspace.views.at(-1),
    /** Sends an envelope over the newest socket; resolves with what the bot acknowledges it with. */
    sendEnvelope: async (envelope: { type: string; payload: Values; retry_attempt?: number }) => {
      const socket = await until("a socket", () => [...sockets].at(-1));
      const envelope_id = `envelope-${++counter}`;
      const acknowledged = acknowledgementOf(envelope_id, envelope.type);
      socket.send(JSON.stringify({ ...envelope, envelope_id, accepts_response_payload: false }));
      return acknowledged;
    },
    /** Forgets what was called and said; of an hour's traffic nobody could hold it all. */
    forget: () => {
      calls.length = 0;
      workspace.messages.length = 0;
    },
    /** Slack asks for a new connection every few hours. */
    requestRefresh: () => {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    close: async () => {
      for (const socket of sockets) socket.terminate();
      socketServer.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const path = request.url ?? "";
  const at = Date.now();
  if (path.startsWith("/upload/"))
    return { method: "upload", path, at, values: await size(request) };
  const method = path.startsWith("/response/") ? "response" : path.replace("/api/", "");
  return { method, path, at, values: await readValues(request) };
}

/** Of the bytes of a file nothing is kept but how many there are. */
async function size(request: IncomingMessage): Promise<Values> {
  return { bytes: (await buffer(request)).byteLength };
}

/** Arguments come as JSON or as a form, whose objects are JSON in turn. */
async function readValues(request: IncomingMessage): Promise<Values> {
  const body = await text(request);
  if (request.headers["content-type"]?.startsWith("application/json"))
    return z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  const entries = [...new URLSearchParams(body)];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
}

function send(response: ServerResponse, body: Values): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
