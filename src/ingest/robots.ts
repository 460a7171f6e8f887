/** What sites let programs read (RFC 9309). */
import robotsParser from "robots-parser";
import { decodeText } from "./decode-text.ts";
import { FetchError } from "./fetch-error.ts";
import type { FetchGuarded } from "./fetch-guarded.ts";

/** The package's types describe a default export that it does not have. */
const parseRobots = robotsParser as unknown as (address: string, text: string) => Rules;
type Rules = { isAllowed: (url: string, robot: string) => boolean | undefined };

/** Whether a page may be read. */
export type MayRead = (url: string) => Promise<boolean>;

/** The standard's own limit for what is kept. */
const KEPT_MS = 24 * 60 * 60 * 1_000;
/** The standard asks for at least 500 kibibytes to be read. */
const MAX_CHARS = 512_000;
const MAX_SITES = 1_000;

/** Asks each site once a day; `robot` is the name that rules are looked up by. */
export function createRobots({
  fetchGuarded,
  robot,
  now,
}: {
  fetchGuarded: FetchGuarded;
  robot: string;
  now: () => Date;
}): MayRead {
  const known = new Map<string, { rules: Promise<Rules>; until: number }>();

  function rulesOf(origin: string): Promise<Rules> {
    const kept = known.get(origin);
    if (kept && kept.until > now().getTime()) return kept.rules;
    if (known.size >= MAX_SITES) known.clear();
    const rules = readRules(fetchGuarded, new URL("/robots.txt", origin).href);
    known.set(origin, { rules, until: now().getTime() + KEPT_MS });
    // A failure of today says nothing of tomorrow.
    rules.catch(() => known.delete(origin));
    return rules;
  }

  return async (url) => (await rulesOf(new URL(url).origin)).isAllowed(url, robot) ?? true;
}

/** A site without rules, or that refuses to tell them, forbids nothing; one that fails is asked later. */
async function readRules(fetchGuarded: FetchGuarded, address: string): Promise<Rules> {
  try {
    const { body, headers } = await fetchGuarded({ url: address, types: ["text/"] });
    const text = decodeText(body, headers["content-type"]).slice(0, MAX_CHARS);
    return parseRobots(address, text);
  } catch (cause) {
    if (!(cause instanceof FetchError)) throw cause;
    const { fault } = cause;
    const isNone =
      fault.kind === "wrong-type" ||
      (fault.kind === "status" &&
        fault.status >= 400 &&
        fault.status < 500 &&
        fault.status !== 429);
    if (!isNone) throw cause;
    return parseRobots(address, "");
  }
}
