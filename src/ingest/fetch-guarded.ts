/** Fetching from strangers: public addresses alone, bounded in time, redirects and bytes. */

import { PassThrough, type Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { type Agent, request } from "undici";
import { FetchError } from "./fetch-error.ts";
import { PrivateAddressError } from "./guarded-agent.ts";
import { webAddress } from "./web-address.ts";

/**
 * What came back; `url` is where the redirects led, `movedTo` how far they led for good, and `body`
 * is decompressed.
 */
export type Fetched = {
  url: string;
  movedTo: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
};

export type FetchWish = {
  url: string;
  /** Media types that are asked for and taken; a type that ends in `/` takes all of its kind. */
  types: readonly string[];
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
};

export type FetchLimits = {
  timeMs: number;
  redirects: number;
  /** On the wire. */
  bytes: number;
  decompressedBytes: number;
};

export const FETCH_LIMITS: FetchLimits = {
  timeMs: 20_000,
  redirects: 5,
  bytes: 5_000_000,
  decompressedBytes: 20_000_000,
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);
const NOT_MODIFIED = 304;
const MAX_HEADER_BYTES = 32_768;

/** The encodings that are asked for. */
const DECODERS: Readonly<Record<string, () => Transform>> = {
  identity: () => new PassThrough(),
  gzip: createGunzip,
  "x-gzip": createGunzip,
  br: createBrotliDecompress,
};

export type FetchGuarded = (wish: FetchWish) => Promise<Fetched>;

/** Fetches through an agent; throws FetchError. A status other than 2xx and 304 is one too. */
export function createFetchGuarded({
  agent,
  userAgent,
  limits = FETCH_LIMITS,
}: {
  agent: Agent;
  userAgent: string;
  limits?: FetchLimits;
}): FetchGuarded {
  async function hop(url: URL, { types, headers }: FetchWish, signal: AbortSignal) {
    const {
      statusCode,
      headers: given,
      body,
    } = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        "user-agent": userAgent,
        accept: types.map((type) => (type.endsWith("/") ? `${type}*` : type)).join(", "),
        "accept-encoding": "gzip, br",
        ...headers,
      },
    });
    return { status: statusCode, headers: firstValues(given), body };
  }

  return async (wish) => {
    const deadline = AbortSignal.timeout(limits.timeMs);
    const signal = wish.signal ? AbortSignal.any([wish.signal, deadline]) : deadline;
    let url = webAddress(wish.url);
    let movedTo = url;
    for (let hops = 0; hops <= limits.redirects; hops += 1)
      try {
        const { status, headers, body } = await hop(url, wish, signal);
        try {
          const target = headers.location;
          if (!REDIRECTS.has(status) || target === undefined)
            return {
              url: url.href,
              movedTo: movedTo.href,
              status,
              headers,
              body: await read(body, status, headers, wish),
            };
          const next = webAddress(target, url);
          // What leads on for now may lead elsewhere tomorrow, whatever stands behind it.
          if (FOR_GOOD.has(status) && movedTo === url) movedTo = next;
          url = next;
        } finally {
          body.on("error", () => {}).destroy();
        }
      } catch (cause) {
        throw explained(cause, { host: url.host, deadline, limits });
      }
    throw new FetchError({ kind: "too-many-redirects", limit: limits.redirects });
  };

  async function read(
    body: Readable,
    status: number,
    headers: Fetched["headers"],
    { types }: FetchWish,
  ): Promise<Buffer> {
    if (status === NOT_MODIFIED) return Buffer.alloc(0);
    if (status < 200 || status >= 300) throw statusError(status, headers);
    checkType(headers["content-type"], types);
    return readBody(body, headers["content-encoding"] ?? "", limits);
  }
}

function firstValues(headers: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined || first.length > MAX_HEADER_BYTES ? [] : [[name, first]];
    }),
  );
}

function checkType(given: string | undefined, types: readonly string[]): void {
  const type = (given ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  // Servers that say nothing are believed; what the bytes are is found out by whoever reads them.
  if (
    type === "" ||
    types.some((each) => (each.endsWith("/") ? type.startsWith(each) : type === each))
  )
    return;
  throw new FetchError({ kind: "wrong-type", type: type.slice(0, 100) });
}

async function readBody(
  body: Readable,
  encodings: string,
  { bytes, decompressedBytes }: FetchLimits,
): Promise<Buffer> {
  const [encoding = "identity", ...more] = encodings
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const decoder = DECODERS[encoding];
  // Compressed twice is nothing that anybody was asked for.
  if (!decoder || more.length > 0)
    throw new FetchError({ kind: "unreadable-encoding", encoding: encodings.slice(0, 100) });
  const pieces: Buffer[] = [];
  await pipeline(body, atMost(bytes), decoder(), atMost(decompressedBytes), async (chunks) => {
    for await (const chunk of chunks) pieces.push(chunk);
  });
  return Buffer.concat(pieces);
}

function atMost(limitBytes: number) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let count = 0;
    for await (const chunk of chunks) {
      count += chunk.length;
      if (count > limitBytes) throw new FetchError({ kind: "too-large", limitBytes });
      yield chunk;
    }
  };
}

function statusError(status: number, headers: Readonly<Record<string, string>>): FetchError {
  return new FetchError({ kind: "status", status, retryAfter: retryAfter(headers["retry-after"]) });
}

/** Seconds or a date (RFC 9110, section 10.2.3); null where it says nothing. */
function retryAfter(value: string | undefined): Date | null {
  if (value === undefined) return null;
  const time = /^\d{1,9}$/.test(value) ? Date.now() + Number(value) * 1_000 : Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time);
}

function explained(
  cause: unknown,
  { host, deadline, limits }: { host: string; deadline: AbortSignal; limits: FetchLimits },
): unknown {
  if (cause instanceof FetchError) return cause;
  if (isOrHolds(cause, PrivateAddressError))
    return new FetchError({ kind: "private-address", host }, { cause });
  if (deadline.aborted)
    return new FetchError({ kind: "too-slow", host, seconds: limits.timeMs / 1_000 }, { cause });
  if (codeOf(cause).startsWith("Z_"))
    return new FetchError({ kind: "unreadable-encoding", encoding: codeOf(cause) }, { cause });
  if (cause instanceof Error && cause.name === "AbortError") return cause;
  return new FetchError({ kind: "unreachable", host, reason: reasonOf(cause) }, { cause });
}

function isOrHolds(cause: unknown, kind: new () => Error): boolean {
  return cause instanceof kind || (cause instanceof Error && isOrHolds(cause.cause, kind));
}

/** The innermost cause tells what happened. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause instanceof AggregateError && cause.errors[0]) return reasonOf(cause.errors[0]);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : codeOf(cause) || cause.message;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error ? String(Reflect.get(cause, "code") ?? "") : "";
}
