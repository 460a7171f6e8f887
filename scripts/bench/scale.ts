/** Time and memory of each engine as the base grows. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { EngineName } from "./engines.ts";

/** `start` is from the start of the process to the first hit; `block` the longest without a turn. */
export const EngineMeasure = z.object({
  startMs: z.number(),
  buildMs: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  queries: z.number(),
  heapMb: z.number(),
  blockMs: z.number(),
  addBlockMs: z.number(),
});
export type EngineMeasure = z.infer<typeof EngineMeasure>;

/** Longer than any engine needs that could be used at the size. */
const MAX_MS = 180_000;

/** Null when the engine does not come through in time. */
export async function measureEngine({
  name,
  size,
  knowledgeDir,
  golden,
}: {
  name: EngineName;
  size: number;
  knowledgeDir: string;
  golden: string;
}): Promise<EngineMeasure | null> {
  const script = join(import.meta.dirname, "measure-engine.ts");
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [script, name, String(size), knowledgeDir, golden],
      { timeout: MAX_MS },
    );
    return EngineMeasure.parse(JSON.parse(stdout));
  } catch (cause) {
    if (z.object({ killed: z.literal(true) }).safeParse(cause).success) return null;
    throw new Error(`measuring ${name} over ${size} facts failed`, { cause });
  }
}
