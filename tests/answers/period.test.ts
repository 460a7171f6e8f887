import { expect, test } from "vitest";
import { readPeriod } from "../../src/answers/period.ts";
import type { Language } from "../../src/model.ts";

const TODAY = "2026-03-04";

test.each<[string, Language, string | null, string | null]>([
  ["deals in 2024", "en", "2024-01-01", "2025-01-01"],
  ["June 2024", "en", "2024-06-01", "2024-07-01"],
  ["le 11 juin 2024", "fr", "2024-06-11", "2024-06-12"],
  ["в ноябре 2023 года", "ru", "2023-11-01", "2023-12-01"],
  ["2024-06-11", "en", "2024-06-11", "2024-06-12"],
  ["since 2024", "en", "2024-01-01", null],
  ["depuis juin 2025", "fr", "2025-06-01", null],
  ["с 2024 года", "ru", "2024-01-01", null],
  ["before 2024", "en", null, "2024-01-01"],
  ["avant l'année 2025", "fr", null, "2025-01-01"],
  ["до 2025 года", "ru", null, "2025-01-01"],
  ["this year", "en", "2026-01-01", "2027-01-01"],
  ["last month", "en", "2026-02-01", "2026-03-01"],
  ["l'année dernière", "fr", "2025-01-01", "2026-01-01"],
  ["в прошлом году", "ru", "2025-01-01", "2026-01-01"],
  ["cette semaine", "fr", "2026-03-02", "2026-03-09"],
])("%s (%s) is from %s to %s", (text, language, from, to) => {
  expect(readPeriod(text, language, TODAY)?.period).toEqual({ from, to });
});

test.each(["30 February 2024", "160 deposits", "C5+1"])("%s names no day", (text) => {
  const period = readPeriod(text, "en", TODAY)?.period;
  expect(period?.from ?? "").not.toMatch(/^2024-02-30/);
});
