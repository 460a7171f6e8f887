import { FUZZ_RUNS, FUZZ_SEED } from "./settings.ts";

/** Says once what the properties are tried with. */
export function setup(): void {
  const runs = FUZZ_RUNS === null ? "" : `, FUZZ_RUNS=${FUZZ_RUNS}`;
  console.info(`Properties are tried with FUZZ_SEED=${FUZZ_SEED}${runs}.`);
}
