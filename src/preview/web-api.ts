/** Slack's Web API over the workspace in memory, in the place of the network. */
import { assistantMethod } from "./assistant-methods.ts";
import { WORKSPACE } from "./directory.ts";
import { directoryMethod } from "./directory-methods.ts";
import { fileMethod, receive } from "./file-methods.ts";
import { messageMethod, respond } from "./message-methods.ts";
import { viewMethod } from "./view-methods.ts";
import type { Workspace } from "./workspace.ts";

export type Arguments = Record<string, unknown>;
export type Result = { ok: true; [field: string]: unknown } | { ok: false; error: string };

/** A `fetch` that knows the workspace's addresses and no others: nothing leaves the machine. */
export function createFetch(workspace: Workspace): typeof globalThis.fetch {
  return async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.startsWith(WORKSPACE.apiUrl)) {
      const method = url.slice(WORKSPACE.apiUrl.length);
      return Response.json(callMethod(workspace, method, readArguments(init?.body)));
    }
    if (url.startsWith(WORKSPACE.responseUrl)) {
      const id = url.slice(WORKSPACE.responseUrl.length);
      return respond(workspace, id, readArguments(init?.body));
    }
    if (url.startsWith(WORKSPACE.uploadUrl))
      return receive(workspace, url.slice(WORKSPACE.uploadUrl.length), init?.body);
    throw new TypeError(`The preview has no network; nothing was sent to ${url}.`);
  };
}

function callMethod(workspace: Workspace, method: string, given: Arguments): Result {
  return (
    messageMethod(workspace, method, given) ??
    assistantMethod(workspace, method, given) ??
    fileMethod(workspace, method, given) ??
    viewMethod(workspace, method, given) ??
    directoryMethod(workspace, method, given) ?? { ok: false, error: "unknown_method" }
  );
}

/** Slack's client sends forms whose structured fields are JSON; a response is JSON whole. */
function readArguments(body: unknown): Arguments {
  if (body instanceof URLSearchParams) return readForm(body);
  if (typeof body !== "string") return {};
  return body.startsWith("{") ? readObject(body) : readForm(new URLSearchParams(body));
}

function readForm(form: URLSearchParams): Arguments {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, /^[[{]/.test(value) ? parseJson(value) : value]),
  );
}

function readObject(text: string): Arguments {
  const value = parseJson(text);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
