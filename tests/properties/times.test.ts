import { constantFrom, integer, oneof, tuple } from "fast-check";
import { expect } from "vitest";
import { calendar, type Period, readPeriods } from "../../src/answers/time/period.ts";
import { dayOfText } from "../../src/ingest/publication-date.ts";
import { tokenize } from "../../src/knowledge/tokens.ts";
import { formatDate, formatPeriod, formatWindow } from "../../src/messages/format.ts";
import { LANGUAGES } from "../../src/model.ts";
import { property } from "./property.ts";
import { asked, day, text } from "./texts.ts";

const language = constantFrom(...LANGUAGES);
/** Years that a question means when it names four figures. */
const dayOfOurs = integer({ min: 0, max: 50_000 }).map((days) =>
  Temporal.PlainDate.from("1950-01-01").add({ days }).toString(),
);

property(
  "a time that is read is one of the calendar, and stands in the text",
  {
    of: tuple(
      oneof(
        asked,
        text.map((each) => each.slice(0, 5_000)),
      ),
      language,
      day,
    ),
    runs: 400,
  },
  ([said, spoken, today]) => {
    const tokens = tokenize(said, spoken);
    let last = 0;
    for (const { period, ends, from, to } of readPeriods(said, spoken, today)) {
      for (const each of [period, ...ends]) expectDays(each, said);
      expect(from).toBeGreaterThanOrEqual(last);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(tokens.length);
      last = to;
    }
  },
);

property(
  "a word stands in the text where its token says",
  { of: tuple(text, language), runs: 300 },
  ([said, spoken]) => {
    let last = 0;
    for (const { raw, start, end, text: folded } of tokenize(said, spoken)) {
      expect(said.slice(start, end)).toBe(raw);
      expect(start).toBeGreaterThanOrEqual(last);
      expect(folded).not.toBe("");
      last = end;
    }
  },
);

property(
  "a date is read as it is written",
  { of: tuple(dayOfOurs, constantFrom(4, 7, 10), language), runs: 400 },
  ([full, length, spoken]) => {
    const date = full.slice(0, length);
    const written = formatDate(date, spoken);
    expect(
      readPeriods(written, spoken, "2026-11-21").map(({ period }) => period),
      written,
    ).toEqual([calendar(date)]);
  },
);

property(
  "a period is read as it is written",
  { of: tuple(dayOfOurs, dayOfOurs, language), runs: 400 },
  ([one, other, spoken]) => {
    const [from = "", to = ""] = [one, other].toSorted();
    if (from === to) return;
    const written = formatWindow({ from, to }, spoken);
    expect(
      readPeriods(written, spoken, "2026-11-21").map(({ period }) => period),
      written,
    ).toEqual([{ from, to }]);
    for (const open of [
      { from, to: null },
      { from: null, to },
    ]) {
      const said = formatPeriod(open, spoken);
      expect(
        readPeriods(said, spoken, "2026-11-21").map(({ period }) => period),
        said,
      ).toEqual([open]);
    }
  },
);

property(
  "the day of a feed or a page exists, however it is written",
  {
    of: oneof(
      text,
      tuple(dayOfOurs, text).map((parts) => parts.join("T")),
    ),
    runs: 300,
  },
  (written) => {
    const read = dayOfText(written);
    if (read !== null) expect(Temporal.PlainDate.from(read).toString()).toBe(read);
  },
);

function expectDays({ from, to }: Period, said: string): void {
  expect(from !== null || to !== null, said).toBe(true);
  for (const each of [from, to])
    if (each !== null) expect(Temporal.PlainDate.from(each).toString(), said).toBe(each);
  if (from !== null && to !== null) expect(from < to, `${said}: ${from}–${to}`).toBe(true);
}
