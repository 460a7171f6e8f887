/** Of which time a list of what is new is, in words. */
import type { Period } from "../answers/time/period.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatPeriod } from "./format.ts";
import { type Clocked, momentText } from "./moment-text.ts";
import type { TimeSpan } from "./pages.ts";
import { body, type Paragraph } from "./text.ts";

/** Whoever never asked wants no more at once. */
export const FIRST_DAYS = 30;

/** The time that is shown, and why that one. */
export type Shown =
  | { kind: "since-last" | "first-time" | "again"; span: TimeSpan }
  | { kind: "period"; span: TimeSpan; period: Period };

/** Where nothing entered, what is newest follows, if there is anything. */
export function newIntro(
  shown: Shown,
  { isEmpty, hasNewest }: { isEmpty: boolean; hasNewest: boolean },
  reader: Clocked,
): Paragraph[] {
  const { reading } = stringsIn(reader.language);
  if (!isEmpty) return [body(entered(shown, reader))];
  return [
    body(nothing(shown, reader)),
    body(hasNewest ? reading.newestThereIs : reading.nothingSuch),
  ];
}

function entered(shown: Shown, reader: Clocked): string {
  const { reading } = stringsIn(reader.language);
  const { after, until } = shown.span;
  switch (shown.kind) {
    case "first-time":
      return reading.firstTime(FIRST_DAYS);
    case "since-last":
      return reading.sinceLast(momentText(after, reader));
    case "again":
      return reading.shownBefore({
        from: momentText(after, reader),
        to: momentText(until, reader),
      });
    case "period":
      return reading.inPeriod(formatPeriod(shown.period, reader.language));
  }
}

function nothing(shown: Shown, reader: Clocked): string {
  const { reading } = stringsIn(reader.language);
  if (shown.kind === "first-time") return reading.nothingInDays(FIRST_DAYS);
  if (shown.kind === "period")
    return reading.nothingIn(formatPeriod(shown.period, reader.language));
  return reading.nothingSince(momentText(shown.span.after, reader));
}
