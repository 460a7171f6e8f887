import { expect, test } from "vitest";
import { createLeases } from "../../src/slack/leases.ts";

const START = Date.parse("2026-06-08T04:00:00.000Z");

test("what is renewed in time is held since the last time", async () => {
  const { leases, takenAt, renewAfter } = process();
  await renewAfter(10_000);
  expect(leases.heldAt(takenAt)).toEqual(new Date(START + 10_000));
  await renewAfter(10_000);
  expect(leases.heldAt(takenAt)).toEqual(new Date(START + 20_000));
});

test("what a frozen process took before is not its own by renewing it late", async () => {
  const { leases, takenAt, renewAfter } = process();
  await renewAfter(10_000);
  await renewAfter(35_000);
  expect(leases.heldAt(takenAt)).toEqual(takenAt);
  const taken = new Date(START + 46_000);
  await renewAfter(10_000);
  expect(leases.heldAt(taken)).toEqual(new Date(START + 55_000));
  expect(leases.heldAt(takenAt)).toEqual(takenAt);
});

test("a renewal that fails is none", async () => {
  const { leases, takenAt, fail } = process();
  await expect(fail()).rejects.toThrow("away");
  expect(leases.heldAt(takenAt)).toEqual(takenAt);
});

function process() {
  let time = START;
  const leases = createLeases(() => new Date(time));
  return {
    leases,
    takenAt: new Date(START + 1_000),
    renewAfter: (ms: number) => {
      time += ms;
      return leases.renewing(async () => {});
    },
    fail: () => {
      time += 10_000;
      return leases.renewing(() => Promise.reject(new Error("away")));
    },
  };
}
