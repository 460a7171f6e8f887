/** What all pictures have in common: a size, a heading above, notes below. */
import { svgText, type Type, wrapText } from "./svg-text.ts";

/** Slack shows pictures in messages about so wide; they are rendered at twice the size. */
export const WIDTH = 700;
export const MARGIN = 20;

/** Sober, and apart from each other by how dark they are, whichever colours somebody sees. */
export const COLOURS = { ink: "#1d1c1d", muted: "#5c5f62", line: "#d5d9dc", paper: "#ffffff" };

const TITLE: Type = { size: 18, isBold: true };
const SUBTITLE: Type = { size: 13 };
const NOTE: Type = { size: 12 };
const LEADING = 1.35;
const ROOM = { width: WIDTH - 2 * MARGIN, lines: 4 };

type Frame = {
  title: string;
  subtitle: string;
  notes: readonly string[];
  /** Draws below `top`; tells where it ends. */
  content: (top: number) => { svg: string; bottom: number };
};

/** A whole picture, as high as what it shows. */
export function framed({ title, subtitle, notes, content }: Frame): string {
  const head = [...lines(title, TITLE, COLOURS.ink), ...lines(subtitle, SUBTITLE, COLOURS.muted)];
  const above = stacked(head, MARGIN);
  const { svg, bottom } = content(above.bottom + 6);
  const foot = notes.flatMap((note) => lines(note, NOTE, COLOURS.muted));
  const below = stacked(foot, bottom + (foot.length > 0 ? 8 : 0));
  const height = Math.ceil(below.bottom + MARGIN / 2);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"><rect width="${WIDTH}" height="${height}" fill="${COLOURS.paper}"/>${above.svg}${svg}${below.svg}</svg>`;
}

type Line = { text: string; type: Type; fill: string };

function lines(text: string, type: Type, fill: string): Line[] {
  return wrapText(text, { ...ROOM, type }).map((line) => ({ text: line, type, fill }));
}

function stacked(all: readonly Line[], top: number): { svg: string; bottom: number } {
  let y = top;
  const svg = all.map(({ text, type, fill }) => {
    y += type.size * LEADING;
    return svgText(text, { ...type, x: MARGIN, y: y - type.size * (LEADING - 1), fill });
  });
  return { svg: svg.join(""), bottom: y };
}
