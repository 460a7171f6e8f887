/** Properties: what holds for every input, tried on generated ones. */
import { type Arbitrary, assert, asyncProperty } from "fast-check";
import { test } from "vitest";
import { FUZZ_RUNS, FUZZ_SEED } from "./settings.ts";

declare module "vitest" {
  interface TaskMeta {
    /** What was tried, for `npm run fuzz`. */
    inputs?: number;
  }
}

/** A hundred thousand inputs of the slowest parser take an hour. */
const FUZZ_TIMEOUT_MS = 3 * 60 * 60_000;

/**
 * A test that `holds` for every input: it throws where it does not. `runs` inputs are tried in the
 * suite, FUZZ_RUNS where that is set, or a `share` of those where each takes long. A failure prints the smallest input found and its seed.
 */
export function property<Input>(
  name: string,
  { of, runs, share = 1 }: { of: Arbitrary<Input>; runs: number; share?: number },
  holds: (input: Input) => void | Promise<void>,
): void {
  const numRuns = FUZZ_RUNS === null ? runs : Math.ceil(FUZZ_RUNS * share);
  const options = FUZZ_RUNS === null ? {} : { timeout: FUZZ_TIMEOUT_MS };
  test(name, options, async ({ task }) => {
    let inputs = 0;
    const counted = asyncProperty(of, async (input) => {
      inputs += 1;
      await holds(input);
    });
    await assert(counted, { seed: FUZZ_SEED, numRuns, includeErrorInReport: true }).finally(() => {
      task.meta.inputs = inputs;
    });
  });
}
