/** When a feed is fetched again, and when a page of it is tried again. */
import type { FetchFault } from "./fetch-error.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** News of the field comes by the day; outlets ask not to be fetched more often than this. */
const INTERVAL_MS = 30 * MINUTE_MS;
/** So that feeds that were turned on together are not all fetched in the same minute for ever. */
const JITTER = 0.2;
/** Whoever was away so long is asked once a day from then on. */
const MAX_DOUBLINGS = 6;

/** Whether a stored time has come; one further ahead than anything is put off for has, too. */
export function hasCome(time: string, now: Date): boolean {
  return time <= now.toISOString() || time > later(now, 2 * DAY_MS).toISOString();
}

/** `random` is from 0 to 1. */
export function afterSuccess(now: Date, random: number): Date {
  return later(now, INTERVAL_MS * spread(random));
}

/** The `failures`-th in a row; a site that says when to come back is asked no sooner. */
export function afterFailure(
  now: Date,
  { failures, fault, random }: { failures: number; fault: { kind: string }; random: number },
): Date {
  const doublings = Math.min(failures - 1, MAX_DOUBLINGS);
  const pause = Math.min(DAY_MS, INTERVAL_MS * 2 ** doublings * spread(random));
  const asked = retryAfter(fault)?.getTime() ?? 0;
  const latest = now.getTime() + DAY_MS;
  return new Date(Math.min(latest, Math.max(asked, now.getTime() + pause)));
}

/** Whether what failed may work another time. */
export function isPassing(fault: { kind: string }): boolean {
  if (fault.kind === "unreachable" || fault.kind === "too-slow") return true;
  if (!isStatus(fault)) return false;
  return fault.status >= 500 || [408, 425, 429].includes(fault.status);
}

/** It is that day nowhere on earth before this many hours. */
const EARLIEST_ZONE_MS = 14 * 60 * MINUTE_MS;

/** The last day (YYYY-MM-DD) that anything can have been published on. */
export function latestDayAt(now: Date): string {
  return later(now, EARLIEST_ZONE_MS).toISOString().slice(0, 10);
}

function retryAfter(fault: { kind: string }): Date | null {
  return isStatus(fault) ? fault.retryAfter : null;
}

function isStatus(fault: { kind: string }): fault is FetchFault & { kind: "status" } {
  return fault.kind === "status";
}

function spread(random: number): number {
  return 1 - JITTER + 2 * JITTER * random;
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
