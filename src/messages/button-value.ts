/** What a button carries about a question, within Slack's limit. */
import { MAX_BUTTON_VALUE } from "./text.ts";

/**
 * The value that `make` gives for a question, or for its beginning where the whole has no room; null
 * where there is no room for any of it.
 */
export function buttonValue(question: string, make: (question: string) => unknown): string | null {
  const value = (text: string) => JSON.stringify(make(text));
  const room = MAX_BUTTON_VALUE - value("").length;
  if (jsonLength(question) <= room) return value(question);
  const short = beginning(question, room - "…".length);
  return short === "" ? null : value(`${short}…`);
}

function beginning(text: string, room: number): string {
  let kept = "";
  let length = 0;
  for (const character of text) {
    length += jsonLength(character);
    if (length > room) break;
    kept += character;
  }
  return kept;
}

function jsonLength(text: string): number {
  return JSON.stringify(text).length - '""'.length;
}
