/** `npm run load`: how the program bears traffic, over real sockets. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { readQuestions } from "./evaluate/golden.ts";
import { type LoadReport, type ModeReport, runLoad } from "./load/run-load.ts";
import { orUsage } from "./or-usage.ts";
import { MODES } from "./stand-in/environment.ts";

const USAGE = `Usage: npm run --silent load -- [--modes http,socket] [--rates 10,50,100,200] [--seconds N]
         [--hour N] [--starts N] [--subscribers N] [--json]
The real program, on SQLite and this machine alone, is asked the golden questions by slash commands
and mentions: at each of --rates a second for --seconds seconds, then as many as come in an hour at
--hour a second, as fast as it answers, while --subscribers channels get a digest.`;
const GOLDEN = "tests/golden/base.yaml";

const MAX_RATES = 20;
const count = z.coerce.number().int().min(1);
const list = z.string().transform((given) => given.split(","));
const numbers = list.transform((given) => given.map(Number));
const Arguments = z.object({
  modes: list.pipe(z.array(z.enum(MODES))).default(["http", "socket"]),
  // Beyond this the script itself has no time left.
  rates: numbers.pipe(z.array(z.int().min(1).max(500)).max(MAX_RATES)).default([10, 50, 100, 200]),
  seconds: count.max(600).default(10),
  hour: z.coerce.number().min(0.01).max(10).default(1),
  starts: count.max(100).default(5),
  subscribers: count.max(1_000).default(50),
  json: z.boolean().default(false),
});

const SECONDS_PER_HOUR = 3_600;

const { modes, rates, seconds, hour, starts, subscribers, json } = readArguments();
const questions = (await readQuestions(GOLDEN)).map(({ question }) => question);
// An interrupt unwinds the run, which ends everything that it started.
const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => reject(new Error(`Ended by ${signal}.`)));
});
const hourRequests = Math.ceil(hour * SECONDS_PER_HOUR);
const report = await runLoad(
  { modes, rates, secondsPerRate: seconds, hourRequests, starts, subscribers, questions },
  { tell, interrupted },
).catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exit(1);
});
if (process.stderr.isTTY) console.error();
print(report);
if (json) console.log(JSON.stringify(report));

function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${progress}   `);
}

function print({ firstStartMs, startMs, modes: measured }: LoadReport): void {
  console.log(
    `From the start of the process until it serves: ${ms(startMs)}; the first time ${ms(firstStartMs)}.`,
  );
  for (const each of measured) printMode(each);
}

function printMode({ mode, rates: stages, hour, editions, ...resident }: ModeReport): void {
  console.log(`\n${mode}`);
  console.table(
    Object.fromEntries(
      stages.map(({ perSecond, acknowledgedMs, answeredMs, ...stage }) => [
        `${perSecond} a second`,
        {
          "ack p50 ms": rounded(acknowledgedMs.p50),
          "p99 ms": rounded(acknowledgedMs.p99),
          "p99.9 ms": rounded(acknowledgedMs.p999),
          "answer p50 ms": rounded(answeredMs.p50),
          "answer p99 ms": rounded(answeredMs.p99),
          lost: stage.unacknowledged + stage.unanswered,
          "sent late ms": rounded(stage.behindMs),
        },
      ]),
    ),
  );
  const perCore = hour.answersPerCoreSecond;
  console.log(
    `${hour.requests} requests: ${rounded(hour.answersPerSecond)} answers a second, ${perCore === null ? "?" : rounded(perCore)} by a second of one core; ${hour.unanswered} lost.`,
  );
  const [first, last] = [
    hour.residentMb[Math.floor(hour.residentMb.length / 2)],
    hour.residentMb.at(-1),
  ];
  console.log(
    `Resident memory: ${mb(resident.residentAfterStartMb)} after the start, ${mb(first)} half through the hour, ${mb(last)} at its end, ${mb(resident.residentAfterwardsMb)} afterwards.`,
  );
  console.log(`Digests meanwhile: ${editions.posted} of ${editions.due}.`);
}

function ms(value: number): string {
  return `${rounded(value)} ms`;
}

function mb(value: number | null | undefined): string {
  return value == null ? "? MB" : `${rounded(value)} MB`;
}

function rounded(value: number): number {
  return Number(value.toFixed(0));
}

function readArguments() {
  return orUsage(USAGE, () => {
    const { values } = parseArgs({
      options: {
        modes: { type: "string" },
        rates: { type: "string" },
        seconds: { type: "string" },
        hour: { type: "string" },
        starts: { type: "string" },
        subscribers: { type: "string" },
        json: { type: "boolean" },
      },
    });
    return Arguments.parse(values);
  });
}
