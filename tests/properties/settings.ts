/** How many inputs are tried, and which. */

/** Inputs for each property; null for as many as each wants in the suite. */
export const FUZZ_RUNS = count(process.env.FUZZ_RUNS);

/** The same seed gives the same inputs. */
export const FUZZ_SEED = count(process.env.FUZZ_SEED) ?? 20_261_121;

function count(text: string | undefined): number | null {
  if (!text) return null;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new RangeError(`FUZZ_RUNS and FUZZ_SEED are whole numbers above 0, not ${text}`);
}
