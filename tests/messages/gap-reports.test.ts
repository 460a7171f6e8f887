/** When administrators are told what could not be answered. */
import { expect, test } from "vitest";
import { dueReport } from "../../src/messages/gap-reports.ts";

const due = (at: string, zone = "Asia/Almaty") => dueReport(new Date(at), zone);

test.each([
  ["a Wednesday", "2024-05-01T09:00:00+05:00", "2024-05-01T04:00:00.000Z"],
  ["a Saturday gives way to Monday", "2024-06-03T09:00:00+05:00", "2024-06-03T04:00:00.000Z"],
  ["some days late", "2024-05-09T12:00:00+05:00", "2024-05-01T04:00:00.000Z"],
])("%s", (_, at, until) => {
  expect(due(at)?.until.toISOString()).toBe(until);
});

test.each([
  ["a minute before", "2024-05-01T08:59:00+05:00"],
  ["on the Saturday", "2024-06-01T12:00:00+05:00"],
  ["a fortnight later", "2024-05-15T09:00:00+05:00"],
])("nothing is due %s", (_, at) => {
  expect(due(at)).toBeNull();
});

test("each report begins where the one before ended, also when clocks change between them", () => {
  const march = due("2024-03-01T12:00:00Z", "Europe/Paris");
  const april = due("2024-04-01T12:00:00Z", "Europe/Paris");
  expect(april?.from).toEqual(march?.until);
  expect(april).toMatchObject({ month: "2024-04", until: new Date("2024-04-01T07:00:00Z") });
});
