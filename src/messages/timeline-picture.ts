/** A timeline as a picture: when there was much, and what came last. */
import type { Language } from "../model.ts";
import type { TimelineStep } from "../register/timeline.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatDate } from "./format.ts";
import { MAX_ALT_TEXT, type Picture } from "./text.ts";

/** With fewer there is nothing to see. */
const MIN_STEPS = 3;
/** As many as a picture can tell legibly. */
const MAX_STEPS = 14;

/**
 * The picture of steps, oldest first; none of a few. `about` tells what they have in common, `textOf`
 * what a step tells: null for what may not be told without saying that it no longer holds.
 */
export function timelinePicture(
  steps: readonly TimelineStep[],
  {
    about,
    day,
    language,
    textOf,
  }: {
    about: string;
    day: string;
    language: Language;
    textOf: (step: TimelineStep) => string | null;
  },
): Picture | null {
  if (steps.length < MIN_STEPS) return null;
  const { timeline } = stringsIn(language).reading;
  const told = steps.flatMap((step) => {
    const text = textOf(step);
    return text === null ? [] : [{ label: labelOf(step, language), text }];
  });
  const events = told.slice(-MAX_STEPS);
  const title = `${timeline.title} · ${about}`;
  const subtitle = timeline.pictured({ shown: events.length, count: steps.length });
  return {
    name: `kzminerals-timeline-${day}`,
    title,
    altText: altTextOf(`${title}. ${subtitle}.`, events),
    drawing: {
      kind: "timeline",
      title,
      subtitle,
      notes: events.length < steps.length ? [timeline.restInText] : [],
      dates: steps.map(({ date }) => date),
      events,
    },
  };
}

function labelOf({ date, isReported }: TimelineStep, language: Language): string {
  const day = formatDate(date, language);
  return isReported ? stringsIn(language).reading.timeline.reported(day) : day;
}

/** As many events, the newest first, as there is room for. */
function altTextOf(heading: string, events: readonly { label: string; text: string }[]): string {
  let text = heading;
  for (const event of events.toReversed()) {
    const line = ` ${event.label} — ${event.text}`;
    if (text.length + line.length > MAX_ALT_TEXT - 1) return `${text}…`;
    text += line;
  }
  return text;
}
