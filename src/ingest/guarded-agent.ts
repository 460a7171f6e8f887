/** Connections to public addresses alone: what a name resolves to is checked, and only that is used. */
import { lookup } from "node:dns";
import { Agent, buildConnector } from "undici";
import { isPublicAddress, literalAddress } from "./addresses.ts";

/** No connection is made: the address is not one of the public internet. */
export class PrivateAddressError extends Error {}

/** What resolves names; the system's own unless another is given. */
export type Lookup = typeof lookup;

const CONNECT_TIMEOUT_MS = 5_000;
const PORTS: Record<string, string> = { "http:": "80", "https:": "443" };

/**
 * An agent that refuses private, loopback, link-local and every other special address before a byte
 * is sent. `allowed` names `host:port` pairs that may be private all the same.
 */
export function createGuardedAgent({
  allowed,
  resolve = lookup,
}: {
  allowed: ReadonlySet<string>;
  resolve?: Lookup;
}): Agent {
  const options = { timeout: CONNECT_TIMEOUT_MS, maxCachedSessions: 0 };
  const open = buildConnector(options);
  const exceptions = new Set([...allowed].map(withoutBrackets));
  const guarded = buildConnector({ ...options, lookup: guardedLookup(resolve) });
  return new Agent({
    connect: (target, done) => {
      const port = target.port || PORTS[target.protocol] || "";
      const host = withoutBrackets(target.hostname.toLowerCase());
      if (exceptions.has(`${host}:${port}`)) return open(target, done);
      const literal = literalAddress(host);
      if (literal !== null && !isPublicAddress(literal))
        return done(new PrivateAddressError(literal), null);
      return guarded(target, done);
    },
    // A connection for each request: nothing of one site waits behind another's.
    pipelining: 0,
  });
}

/** `[::1]:80` and `::1:80` are the same. */
function withoutBrackets(host: string): string {
  return host.replace(/[[\]]/g, "");
}

/** One private address among several is enough to refuse: which one is used is not ours to choose. */
function guardedLookup(resolve: Lookup): Lookup {
  return ((
    hostname: string,
    options: object,
    done: (cause: Error | null, ...found: unknown[]) => void,
  ) => {
    resolve(hostname, { ...options, all: true }, (cause, found) => {
      if (cause) return done(cause);
      const [first] = found;
      const hidden = found.find(({ address }) => !isPublicAddress(address));
      if (hidden || !first) return done(new PrivateAddressError(hidden?.address ?? hostname));
      if (Reflect.get(options, "all")) return done(null, found);
      done(null, first.address, first.family);
    });
  }) as Lookup;
}
