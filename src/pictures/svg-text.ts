/** Text in pictures: made harmless, measured without a font, cut where it has no room. */

/** The family that pictures are drawn with; its files are named in draw-process.js. */
export const FONT = "PT Sans";

/** Widths of the letters of PT Sans in parts of their size, measured 2026-11: the mean of each class. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [" '’‘|:;.,ijlIJ·()!", 0.27],
  ['frt-/"гсcszзтГъьэ[]', 0.42],
  ["mwMWЖШЩЮФщ—%…@", 0.8],
  ["жыюшфмДЦОИQOHNНKКGXХUПDRAВ–", 0.66],
];
const USUAL_WIDTH = 0.53;
const BOLD = 1.05;

export type Type = { size: number; isBold?: boolean };

/** How wide a text is, in pixels, as far as that is known without a font. */
export function textWidth(text: string, { size, isBold = false }: Type): number {
  let width = 0;
  for (const letter of text)
    width += WIDTHS.find(([letters]) => letters.includes(letter))?.[1] ?? USUAL_WIDTH;
  return width * size * (isBold ? BOLD : 1);
}

/** The text, or its beginning with an ellipsis. */
export function cutText(text: string, width: number, type: Type): string {
  if (textWidth(text, type) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join("")}…`, type) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** The text in lines of whole words; what has no room ends in an ellipsis. */
export function wrapText(
  text: string,
  { width, lines: limit, type }: { width: number; lines: number; type: Type },
): string[] {
  const lines: string[] = [];
  const words = text.split(/\s+/).filter((word) => word !== "");
  while (words.length > 0 && lines.length < limit - 1) {
    let line = words.shift() ?? "";
    while (words[0] !== undefined && textWidth(`${line} ${words[0]}`, type) <= width)
      line = `${line} ${words.shift()}`;
    lines.push(cutText(line, width, type));
  }
  if (words.length > 0) lines.push(cutText(words.join(" "), width, type));
  return lines;
}

/** Letters that XML gives a meaning to, or has no place for, harm no picture. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export type Placed = Type & {
  x: number;
  y: number;
  fill: string;
  anchor?: "start" | "middle" | "end";
  /** Degrees around its own place. */
  turned?: number;
};

/** One line of text; `y` is its base line. */
export function svgText(
  text: string,
  { x, y, size, fill, isBold = false, anchor = "start", turned }: Placed,
): string {
  const turn = turned === undefined ? "" : ` transform="rotate(${turned} ${x} ${y})"`;
  const weight = isBold ? ' font-weight="700"' : "";
  return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor}"${turn}>${escapeXml(text)}</text>`;
}
