/** A short run of `npm run chaos`: real programs that are killed and frozen while they post. */
import { expect, test } from "vitest";
import { runChaos } from "../../scripts/chaos/run-chaos.ts";

/** Much longer than it takes where nothing else runs. */
const PATIENCE_MS = 300_000;

test("every edition goes out once, whatever dies", { timeout: PATIENCE_MS }, async () => {
  const report = await runChaos({
    store: "sqlite",
    processes: 1,
    channels: 40,
    kills: 4,
    seconds: 6,
    postsPerSecond: 50,
  });
  expect(report).toMatchObject({ kills: 4, duplicates: 0, missed: 0, posted: report.expected });
  expect(report.expected).toBeGreaterThanOrEqual(80);
  expect(report.peakPerSecond).toBeLessThanOrEqual(50);
});
