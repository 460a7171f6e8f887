/** Counts of rows by columns as a picture: the more, the darker, each with its number. */
import type { MatrixDrawing } from "./drawing.ts";
import { COLOURS, framed, MARGIN, WIDTH } from "./frame.ts";
import { cutText, svgText, type Type, textWidth } from "./svg-text.ts";

const LABEL: Type = { size: 13 };
const NUMBER: Type = { size: 14, isBold: true };
const LABELS_WIDTH = 170;
const ALL_WIDTH = 52;
const ROW_HEIGHT = 27;
const MAX_CELL_WIDTH = 62;
const GAP = 2;
/** Headings lean, so that long names have room above narrow columns. */
const LEAN = -38;
const MAX_HEADING = 190;
/** Upwards and to the right, for each pixel of a heading. */
const RISE = Math.sin((-LEAN * Math.PI) / 180);
const RUN = Math.cos((-LEAN * Math.PI) / 180);

/** From light to dark of one colour: red, green, blue. */
const LIGHT = [224, 238, 243] as const;
const DARK = [16, 66, 82] as const;
const EMPTY = "#f6f7f8";
/** From here on, white is read more easily on it than black. */
const DARK_ENOUGH = 0.65;

export function matrixSvg(drawing: MatrixDrawing): string {
  return framed({ ...drawing, content: (top) => table(drawing, top) });
}

function table(
  { columns, rows, allTitle }: MatrixDrawing,
  top: number,
): { svg: string; bottom: number } {
  const left = MARGIN + LABELS_WIDTH + ALL_WIDTH;
  const room = WIDTH - MARGIN - MAX_CELL_WIDTH / 2 - left;
  const step = Math.min(MAX_CELL_WIDTH, room / Math.max(columns.length, 1));
  const longest = Math.max(...[allTitle, ...columns].map((name) => textWidth(name, LABEL)));
  const first = top + Math.ceil(Math.min(longest, MAX_HEADING) * RISE) + 2 * LABEL.size;
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells));
  const headings = [
    heading(allTitle, left - ALL_WIDTH / 2, first, COLOURS.muted),
    ...columns.map((name, at) => heading(name, left + (at + 0.5) * step, first, COLOURS.ink)),
  ];
  const body = rows.map(({ label, all, cells }, at) => {
    const y = first + at * ROW_HEIGHT;
    const base = y + ROW_HEIGHT / 2 + 5;
    return [
      svgText(cutText(label, LABELS_WIDTH - 8, LABEL), {
        ...LABEL,
        x: MARGIN,
        y: base,
        fill: COLOURS.ink,
      }),
      svgText(String(all), {
        ...NUMBER,
        x: left - ALL_WIDTH / 2,
        y: base,
        anchor: "middle",
        fill: COLOURS.muted,
      }),
      ...cells.map((count, column) =>
        cell({ count, share: count / most, x: left + column * step, y, width: step }),
      ),
    ].join("");
  });
  return { svg: [...headings, ...body].join(""), bottom: first + rows.length * ROW_HEIGHT };
}

function heading(name: string, x: number, y: number, fill: string): string {
  const room = (WIDTH - MARGIN / 2 - x) / RUN;
  const text = cutText(name, Math.min(MAX_HEADING, room), LABEL);
  return svgText(text, { ...LABEL, x: Math.round(x), y: y - 8, fill, turned: LEAN });
}

function cell({
  count,
  share,
  x,
  y,
  width,
}: {
  count: number;
  share: number;
  x: number;
  y: number;
  width: number;
}): string {
  const fill = count === 0 ? EMPTY : shade(share);
  const box = `<rect x="${x + GAP / 2}" y="${y + GAP / 2}" width="${width - GAP}" height="${ROW_HEIGHT - GAP}" rx="3" fill="${fill}"/>`;
  if (count === 0) return box;
  const ink = share >= DARK_ENOUGH ? COLOURS.paper : COLOURS.ink;
  const place = {
    x: x + width / 2,
    y: y + ROW_HEIGHT / 2 + 5,
    anchor: "middle",
    fill: ink,
  } as const;
  return box + svgText(String(count), { ...NUMBER, ...place });
}

function shade(share: number): string {
  const [red, green, blue] = LIGHT.map((light, at) =>
    Math.round(light + ((DARK[at] ?? light) - light) * share),
  );
  return `rgb(${red},${green},${blue})`;
}
