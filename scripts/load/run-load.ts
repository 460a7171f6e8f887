/** One run: the real program under rising traffic and an hour's worth of it, in each mode. */
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../measure/percentile.ts";
import { processorSeconds, residentMb } from "../measure/process-use.ts";
import type { Mode } from "../stand-in/environment.ts";
import { openServing, type Serving } from "./serving.ts";
import { atRate, inFlight, type Stage } from "./stages.ts";
import { createTraffic } from "./traffic.ts";

export type LoadSettings = {
  modes: readonly Mode[];
  /** Requests a second, in the order in which they are tried. */
  rates: readonly number[];
  secondsPerRate: number;
  /** As many as come in an hour; they are sent as fast as they are answered. */
  hourRequests: number;
  /** How often a start is measured. */
  starts: number;
  /** How many channels have a digest that is due meanwhile. */
  subscribers: number;
  questions: readonly string[];
};

/** Where the system does not tell of memory or processor time, those are null. */
export type LoadReport = {
  firstStartMs: number;
  startMs: number;
  modes: ModeReport[];
};

export type ModeReport = {
  mode: Mode;
  residentAfterStartMb: number | null;
  rates: (Stage & { perSecond: number })[];
  hour: Stage & {
    answersPerSecond: number;
    /** By one core's time: the program's own part, whatever else runs on the machine. */
    answersPerCoreSecond: number | null;
    residentMb: (number | null)[];
  };
  residentAfterwardsMb: number | null;
  /** Editions that were due meanwhile, and those that were posted. */
  editions: { due: number; posted: number };
};

/** As many as a busy workspace has under way at a moment. */
const WIDTH = 8;
/** Memory is looked at so often within the hour. */
const LOOKS = 20;
/** The planner looks every minute. */
const PLANNED_MS = 90_000;
const LOOK_MS = 250;
/** What is thrown away by then was not held. */
const REST_MS = 2_000;

/** Ends all that it started, also when `interrupted` rejects. */
export async function runLoad(
  settings: LoadSettings,
  {
    tell = () => {},
    interrupted = new Promise(() => {}),
  }: { tell?: (progress: string) => void; interrupted?: Promise<never> } = {},
): Promise<LoadReport> {
  const open = new Set<Serving>();
  try {
    return await Promise.race([run(settings, { tell, open }), interrupted]);
  } finally {
    for (const serving of open) await serving.close();
  }
}

type Circumstances = { tell: (progress: string) => void; open: Set<Serving> };

async function run(settings: LoadSettings, circumstances: Circumstances): Promise<LoadReport> {
  const firstStarts = await measureStarts(settings, { ...circumstances, isFirstStart: true });
  const starts = await measureStarts(settings, { ...circumstances, isFirstStart: false });
  const modes: ModeReport[] = [];
  for (const mode of settings.modes) modes.push(await measureMode(mode, settings, circumstances));
  return { firstStartMs: percentile(firstStarts, 0.5), startMs: percentile(starts, 0.5), modes };
}

async function measureStarts(
  { starts }: LoadSettings,
  { tell, open, isFirstStart }: Circumstances & { isFirstStart: boolean },
): Promise<number[]> {
  const times: number[] = [];
  for (let number = 1; number <= starts; number += 1) {
    tell(`${isFirstStart ? "first start" : "start"} ${number} of ${starts}`);
    await within(open, openServing({ mode: "http", isFirstStart }), async ({ readyMs }) => {
      times.push(readyMs);
    });
  }
  return times;
}

async function measureMode(
  mode: Mode,
  { rates, secondsPerRate, hourRequests, subscribers: count, questions }: LoadSettings,
  { tell, open }: Circumstances,
): Promise<ModeReport> {
  const traffic = createTraffic(questions);
  const subscribers = Array.from({ length: count }, (_, number) => `C0DIGEST${number}`);
  const leads = new Set<unknown>();
  const opening = openServing({
    mode,
    subscribers,
    heard: (call) => {
      traffic.heard(call);
      const { channel, thread_ts } = call.values;
      if (call.method === "chat.postMessage" && thread_ts === undefined) leads.add(channel);
    },
  });
  return within(open, opening, async (serving) => {
    const { pid } = serving.program;
    const { ask } = traffic.connect(serving);
    await sleep(REST_MS);
    const residentAfterStartMb = await residentMb(pid);
    const measured: ModeReport["rates"] = [];
    for (const perSecond of rates) {
      tell(`${mode}: ${perSecond} a second`);
      measured.push({ perSecond, ...(await atRate(ask, { perSecond, seconds: secondsPerRate })) });
    }
    const hour = await measureHour(ask, { mode, pid, requests: hourRequests, tell });
    tell(`${mode}: editions`);
    for (let waited = 0; leads.size < count && waited < PLANNED_MS; waited += LOOK_MS)
      await sleep(LOOK_MS);
    await sleep(REST_MS);
    const editions = { due: count, posted: leads.size };
    const residentAfterwardsMb = await residentMb(pid);
    return { mode, residentAfterStartMb, rates: measured, hour, residentAfterwardsMb, editions };
  });
}

async function measureHour(
  ask: Parameters<typeof inFlight>[0],
  {
    mode,
    pid,
    requests,
    tell,
  }: {
    mode: Mode;
    pid: number | undefined;
    requests: number;
    tell: (progress: string) => void;
  },
): Promise<ModeReport["hour"]> {
  const held: (number | null)[] = [];
  const every = Math.max(1, Math.floor(requests / LOOKS));
  const usedBefore = await processorSeconds(pid);
  const stage = await inFlight(ask, {
    requests,
    width: WIDTH,
    each: async (done) => {
      if (done % every !== 0) return;
      tell(`${mode}: ${done} of ${requests} requests`);
      held.push(await residentMb(pid));
    },
  });
  const usedAfter = await processorSeconds(pid);
  const answered = stage.requests - stage.unanswered;
  return {
    ...stage,
    answersPerSecond: answered / stage.seconds,
    answersPerCoreSecond:
      usedBefore === null || usedAfter === null ? null : answered / (usedAfter - usedBefore),
    residentMb: held,
  };
}

async function within<Result>(
  open: Set<Serving>,
  opening: Promise<Serving>,
  work: (serving: Serving) => Promise<Result>,
): Promise<Result> {
  const serving = await opening;
  open.add(serving);
  try {
    return await work(serving);
  } finally {
    open.delete(serving);
    await serving.close();
  }
}
