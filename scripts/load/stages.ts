/** Traffic at a steady rate, whatever becomes of it, and as much as is answered. */
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../measure/percentile.ts";
import type { Exchange } from "./traffic.ts";

type Latency = { p50: number; p99: number; p999: number; max: number };

export type Stage = {
  requests: number;
  acknowledgedMs: Latency;
  answeredMs: Latency;
  unacknowledged: number;
  unanswered: number;
  /** How late the latest request was sent, where this machine had no time for it. */
  behindMs: number;
  seconds: number;
};

type Ask = () => Promise<Exchange>;

/** Sends `perSecond` requests for `seconds` seconds, and waits for all answers. */
export async function atRate(
  ask: Ask,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Stage> {
  const began = performance.now();
  const exchanges: Promise<Exchange>[] = [];
  let behindMs = 0;
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const dueMs = (1_000 * number) / perSecond;
    const earlyMs = dueMs - (performance.now() - began);
    if (earlyMs > 0) await sleep(earlyMs);
    behindMs = Math.max(behindMs, performance.now() - began - dueMs);
    exchanges.push(ask());
  }
  return stageOf(await Promise.all(exchanges), { began, behindMs });
}

/** Sends `requests` requests, `width` at a time; `each` hears how many are done. */
export async function inFlight(
  ask: Ask,
  { requests, width, each }: { requests: number; width: number; each: (done: number) => unknown },
): Promise<Stage> {
  const began = performance.now();
  const exchanges: Exchange[] = [];
  let sent = 0;
  const worker = async () => {
    while (sent < requests) {
      sent += 1;
      exchanges.push(await ask());
      await each(exchanges.length);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return stageOf(exchanges, { began, behindMs: 0 });
}

function stageOf(
  exchanges: readonly Exchange[],
  { began, behindMs }: { began: number; behindMs: number },
): Stage {
  const acknowledged = exchanges.flatMap(({ acknowledgedMs }) => acknowledgedMs ?? []);
  const answered = exchanges.flatMap(({ answeredMs }) => answeredMs ?? []);
  return {
    requests: exchanges.length,
    acknowledgedMs: latencyOf(acknowledged),
    answeredMs: latencyOf(answered),
    unacknowledged: exchanges.length - acknowledged.length,
    unanswered: exchanges.length - answered.length,
    behindMs,
    seconds: (performance.now() - began) / 1_000,
  };
}

function latencyOf(times: readonly number[]): Latency {
  return {
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    p999: percentile(times, 0.999),
    max: percentile(times, 1),
  };
}
