/** Fetching as sites like it: one request at a time for each host, with a pause between. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Fetched, FetchGuarded, FetchWish } from "./fetch-guarded.ts";
import { webAddress } from "./web-address.ts";

const PAUSE_MS = 1_000;

/** Requests to one host wait for each other; those to different hosts do not. */
export function createPoliteFetch({
  fetchGuarded,
  pauseMs = PAUSE_MS,
  wait = sleep,
}: {
  fetchGuarded: FetchGuarded;
  pauseMs?: number;
  wait?: (ms: number) => Promise<unknown>;
}): FetchGuarded {
  const turns = new Map<string, Promise<void>>();

  return async (wish: FetchWish): Promise<Fetched> => {
    const { host } = webAddress(wish.url);
    const turn = turns.get(host) ?? Promise.resolve();
    const fetched = turn.then(() => fetchGuarded(wish));
    const next = fetched
      .then(
        () => {},
        () => {},
      )
      .then(() => wait(pauseMs))
      .then(() => {
        if (turns.get(host) === next) turns.delete(host);
      });
    turns.set(host, next);
    return fetched;
  };
}
