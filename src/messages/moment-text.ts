/** An instant on somebody's clocks: `3 Nov, 14:05 Paris`, with the year where it is another. */
import { cityOf, formatTime } from "./format.ts";
import { dayText, type Reader } from "./schedule-words.ts";

/** A reader whose clocks are known, or taken to be those of the digest. */
export type Clocked = Reader & { timeZone: string };

export function momentText(instant: Date, reader: Clocked): string {
  const { timeZone, language } = reader;
  const time = formatTime(instant, timeZone, language);
  return `${dayText(instant, timeZone, reader)}, ${time} ${cityOf(timeZone)}`;
}
