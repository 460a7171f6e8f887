/** `npm run chaos`: whether every digest goes out once, whatever dies. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { type ChaosReport, runChaos } from "./chaos/run-chaos.ts";
import { orUsage } from "./or-usage.ts";

const USAGE = `Usage: npm run --silent chaos -- [--store sqlite|postgres] [--processes N] [--channels N]
         [--kills N] [--seconds N] [--rate N] [--json]
Real programs, one on SQLite and three on PostgreSQL unless told otherwise, post digests to
--channels channels at --rate posts a second, to a Slack that limits, fails and drops answers, while
they are killed --kills times within about --seconds seconds, and frozen in between.`;

const count = z.coerce.number().int().min(1);
const Arguments = z
  .object({
    store: z.enum(["sqlite", "postgres"]).default("sqlite"),
    processes: count.max(10).optional(),
    channels: count.max(10_000).default(1_000),
    kills: z.coerce.number().int().min(0).default(100),
    seconds: count.default(240),
    rate: z.coerce.number().min(0.1).max(50).default(10),
    json: z.boolean().default(false),
  })
  .transform(({ store, processes = store === "sqlite" ? 1 : 3, rate, ...rest }) => ({
    ...rest,
    store,
    processes,
    postsPerSecond: rate,
  }));

const { json, ...settings } = readArguments();
// An interrupt unwinds the run, which ends everything that it started.
const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => reject(new Error(`Ended by ${signal}.`)));
});
const report = await runChaos(settings, { tell, interrupted }).catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exit(1);
});
if (process.stderr.isTTY) console.error();
if (json) console.log(JSON.stringify(report));
else console.log(sentences(report));
process.exitCode = report.duplicates + report.missed > 0 ? 1 : 0;

function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${progress}   `);
}

function sentences(told: ChaosReport): string {
  const { store, processes, kills, expected, posted, duplicates, missed } = told;
  const seconds = (told.worstLateMs / 1000).toFixed(1);
  return [
    `${processes} on ${store}, killed ${kills} times: ${posted} posts of ${expected} expected,`,
    `${duplicates} duplicates, ${missed} missed; the latest edition came ${seconds} s after its time,`,
    `and at most ${told.peakPerSecond} posts came within a second.`,
  ].join("\n");
}

function readArguments() {
  return orUsage(USAGE, () => {
    const { values } = parseArgs({
      options: {
        store: { type: "string" },
        processes: { type: "string" },
        channels: { type: "string" },
        kills: { type: "string" },
        seconds: { type: "string" },
        rate: { type: "string" },
        json: { type: "boolean" },
      },
    });
    return Arguments.parse(values);
  });
}
