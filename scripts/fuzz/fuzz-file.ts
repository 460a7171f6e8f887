/** One file of properties, in a process of its own that can be ended. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** `inputs` are those that were tried until the first that failed. */
type Measured = { name: string; inputs: number; seconds: number; fault: string | null };

export type Fuzzed = { file: string; hasEnded: boolean; properties: Measured[] };

const Report = z.object({
  testResults: z.array(
    z.object({
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          title: z.string(),
          duration: z.number().nullish(),
          failureMessages: z.array(z.string()).nullish(),
          meta: z.object({ inputs: z.number().optional() }).default({}),
        }),
      ),
    }),
  ),
});

/** Tries the properties of a file on `runs` inputs each; it is ended after `timeMs`. */
export async function fuzzFile(
  file: string,
  { runs, seed, timeMs }: { runs: number; seed: number; timeMs: number },
): Promise<Fuzzed> {
  const folder = await mkdtemp(join(tmpdir(), "kzminerals-fuzz-"));
  const output = join(folder, "report.json");
  const vitest = spawn(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      "properties",
      file,
      "--reporter=json",
      `--outputFile=${output}`,
    ],
    {
      stdio: ["ignore", "ignore", "inherit"],
      // A group of its own, since the thread that hangs is a child of the child.
      detached: true,
      env: { ...process.env, FUZZ_RUNS: String(runs), FUZZ_SEED: String(seed) },
    },
  );
  const ended = new Promise((resolve) => vitest.once("exit", resolve));
  const end = () => vitest.pid && process.kill(-vitest.pid, "SIGKILL");
  const overdue = setTimeout(end, timeMs);
  process.once("exit", end);
  await ended;
  clearTimeout(overdue);
  process.off("exit", end);
  const written = await readFile(output, "utf8").catch(() => null);
  await rm(folder, { recursive: true });
  if (written === null) return { file, hasEnded: false, properties: [] };
  return { file, hasEnded: true, properties: measured(file, Report.parse(JSON.parse(written))) };
}

function measured(file: string, { testResults }: z.infer<typeof Report>): Measured[] {
  return testResults.flatMap(({ message, assertionResults }) =>
    assertionResults.length === 0
      ? [{ name: file, inputs: 0, seconds: 0, fault: message }]
      : assertionResults.map(({ title, duration, failureMessages, meta }) => ({
          name: title,
          inputs: meta.inputs ?? 0,
          seconds: Math.round((duration ?? 0) / 1000),
          fault: failureMessages?.[0] ?? null,
        })),
  );
}
