/** All that fetches and reads from strangers, put together. */
import packageJson from "../../package.json" with { type: "json" };
import {
  createFetchGuarded,
  FETCH_LIMITS,
  type FetchGuarded,
  type FetchLimits,
} from "./fetch-guarded.ts";
import { createGuardedAgent } from "./guarded-agent.ts";
import { createPoliteFetch } from "./polite-fetch.ts";
import { createReader, type Reader } from "./reader.ts";
import { createRobots, type MayRead } from "./robots.ts";

export type Fetching = {
  /** Fetches from public addresses, and from those that are allowed, as sites like it. */
  fetchPolitely: FetchGuarded;
  mayRead: MayRead;
  reader: Reader;
  close: () => Promise<void>;
};

/** The name that sites' rules for programs know us by. */
const ROBOT = "kzminerals";
const VERSION = packageJson.version;

/** `allowed` are the `host:port` pairs that may be private. */
export function openFetching({
  allowed,
  now,
  limits = FETCH_LIMITS,
  pauseMs,
}: {
  allowed: ReadonlySet<string>;
  now: () => Date;
  limits?: FetchLimits;
  /** Between two requests to one host. */
  pauseMs?: number;
}): Fetching {
  const agent = createGuardedAgent({ allowed });
  const userAgent = `${ROBOT}/${VERSION} (reads pages and feeds that its users name)`;
  const fetchPolitely = createPoliteFetch({
    fetchGuarded: createFetchGuarded({ agent, userAgent, limits }),
    ...(pauseMs !== undefined && { pauseMs }),
  });
  const reader = createReader();
  return {
    fetchPolitely,
    mayRead: createRobots({ fetchGuarded: fetchPolitely, robot: ROBOT, now }),
    reader,
    close: async () => {
      await reader.close();
      await agent.destroy();
    },
  };
}
