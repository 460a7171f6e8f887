/** Dated events as a picture: how many there were when, and below it the events themselves. */
import type { TimelineDrawing } from "./drawing.ts";
import { COLOURS, framed, MARGIN, WIDTH } from "./frame.ts";
import { svgText, type Type, textWidth, wrapText } from "./svg-text.ts";
import { type Bar, barsOf } from "./timeline-bars.ts";

const ACCENT = "#1d6a82";
const COUNT: Type = { size: 12, isBold: true };
const YEAR: Type = { size: 12 };
const DATE: Type = { size: 13, isBold: true };
const TEXT: Type = { size: 13 };

const BARS_HEIGHT = 56;
const MAX_BAR_WIDTH = 40;
/** A number has room above a bar that is at least so wide. */
const MIN_NUMBERED = 12;
const DATES_WIDTH = 150;
const LINE_HEIGHT = 17;
const MAX_LINES = 2;
const EVENT_GAP = 9;

export function timelineSvg(drawing: TimelineDrawing): string {
  return framed({
    ...drawing,
    content: (top) => {
      const bars = barsSvg(barsOf(drawing.dates), top);
      const events = eventsSvg(drawing, bars.bottom + 14);
      return { svg: bars.svg + events.svg, bottom: events.bottom };
    },
  });
}

function barsSvg(bars: readonly Bar[], top: number): { svg: string; bottom: number } {
  const step = Math.min(MAX_BAR_WIDTH, (WIDTH - 2 * MARGIN) / Math.max(bars.length, 1));
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const floor = top + BARS_HEIGHT + 18;
  const below = bars.some(({ month }) => month !== null) ? 2 : 1;
  const svg = bars.map(({ count, month, year }, at) => {
    const x = MARGIN + at * step;
    const height = (count / most) * BARS_HEIGHT;
    const middle = { x: x + step / 2, anchor: "middle" } as const;
    return [
      count > 0
        ? `<rect x="${x + 1}" y="${floor - height}" width="${step - 2}" height="${height}" rx="2" fill="${ACCENT}"/>`
        : "",
      count > 0 && step >= MIN_NUMBERED
        ? svgText(String(count), { ...COUNT, ...middle, y: floor - height - 4, fill: COLOURS.ink })
        : "",
      month && step >= MIN_NUMBERED
        ? svgText(month, { ...YEAR, ...middle, y: floor + 15, fill: COLOURS.muted })
        : "",
      year && hasRoom(bars, at, step)
        ? svgText(year, { ...YEAR, x: x + 1, y: floor + 15 * below, fill: COLOURS.muted })
        : "",
    ].join("");
  });
  const line = `<line x1="${MARGIN}" y1="${floor}" x2="${WIDTH - MARGIN}" y2="${floor}" stroke="${COLOURS.line}"/>`;
  return { svg: svg.join("") + line, bottom: floor + 5 + 15 * below };
}

/** Whether the next year stands far enough off, or this one is the first of some that do not. */
function hasRoom(bars: readonly Bar[], at: number, step: number): boolean {
  const years = bars.flatMap(({ year }, index) => (year === null ? [] : index));
  const every = Math.ceil(textWidth("0000 ", YEAR) / step);
  const next = years.find((index) => index > at);
  const isClose = next !== undefined && next - at < every;
  return bars[at]?.month === null ? at % every === 0 : !isClose;
}

/** A line through all, a dot for each. */
function eventsSvg({ events }: TimelineDrawing, top: number): { svg: string; bottom: number } {
  const line = MARGIN + DATES_WIDTH;
  const room = { width: WIDTH - MARGIN - line - 20, lines: MAX_LINES, type: TEXT };
  let y = top;
  const dots: number[] = [];
  const parts = events.map(({ label, text }) => {
    const base = y + LINE_HEIGHT - 4;
    dots.push(base - 4);
    const dates = wrapText(label, { width: DATES_WIDTH - 16, lines: MAX_LINES, type: DATE });
    const lines = wrapText(text, room);
    y += Math.max(lines.length, dates.length, 1) * LINE_HEIGHT + EVENT_GAP;
    return [
      ...dates.map((each, at) =>
        svgText(each, { ...DATE, x: MARGIN, y: base + at * LINE_HEIGHT, fill: COLOURS.ink }),
      ),
      ...lines.map((each, at) =>
        svgText(each, { ...TEXT, x: line + 20, y: base + at * LINE_HEIGHT, fill: COLOURS.ink }),
      ),
    ].join("");
  });
  const [first, last] = [dots[0], dots.at(-1)];
  const through =
    first === undefined || last === undefined
      ? ""
      : `<line x1="${line}" y1="${first}" x2="${line}" y2="${last}" stroke="${COLOURS.line}" stroke-width="2"/>`;
  const circles = dots.map((at) => `<circle cx="${line}" cy="${at}" r="5" fill="${ACCENT}"/>`);
  return { svg: through + circles.join("") + parts.join(""), bottom: y };
}
