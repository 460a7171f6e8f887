/** A short run of `npm run load`: a real program that is asked by many over real sockets. */
import { expect, test } from "vitest";
import { runLoad } from "../../scripts/load/run-load.ts";
import { MODES } from "../../scripts/stand-in/environment.ts";

/** Much longer than it takes where nothing else runs. */
const PATIENCE_MS = 300_000;

test("whatever comes is acknowledged and answered, and digests go out meanwhile", {
  timeout: PATIENCE_MS,
}, async () => {
  const report = await runLoad({
    modes: MODES,
    rates: [5, 20],
    secondsPerRate: 1,
    hourRequests: 40,
    starts: 1,
    subscribers: 3,
    questions: ["Who buys Kazakh titanium?", "Qui achète du lithium ?", "Где добывают уран?"],
  });
  expect(report.modes.map(({ mode }) => mode)).toEqual(MODES);
  for (const { rates, hour, editions } of report.modes) {
    for (const stage of [...rates, hour])
      expect(stage).toMatchObject({ unacknowledged: 0, unanswered: 0 });
    expect([...rates, hour].map(({ requests }) => requests)).toEqual([5, 20, 40]);
    expect(hour.residentMb.length).toBe(20);
    expect(editions).toEqual({ due: 3, posted: 3 });
  }
});
