import { expect, test } from "vitest";
import { drawPicture } from "../../src/pictures/draw-picture.ts";
import { drawSvg } from "../../src/pictures/draw-svg.ts";
import type { MatrixDrawing } from "../../src/pictures/drawing.ts";
import { matrixSvg } from "../../src/pictures/matrix-svg.ts";
import { textWidth, wrapText } from "../../src/pictures/svg-text.ts";

const MATRIX: MatrixDrawing = {
  kind: "matrix",
  title: "Partners × minerals",
  subtitle: "4 deals",
  notes: ["Not shown: Italy 1"],
  allTitle: "Deals",
  columns: ["Uranium", "Not said"],
  rows: [
    { label: "China", all: 3, cells: [2, 1] },
    { label: "France", all: 1, cells: [0, 1] },
  ],
};

test("every number, name and note stands in the picture", () => {
  const svg = matrixSvg(MATRIX);
  for (const text of ["Partners × minerals", "Uranium", "China", "Not shown: Italy 1"])
    expect(svg).toContain(`>${text}</text>`);
  expect(svg.match(/>(\d)<\/text>/g)).toHaveLength(5);
});

test("the more deals, the darker the cell", () => {
  const fills = [...matrixSvg(MATRIX).matchAll(/fill="rgb\((\d+),/g)].map(([, red]) => Number(red));
  expect(fills[0]).toBeLessThan(fills[1] ?? 0);
});

test.each([
  [
    '<script>alert("x")</script> & co',
    "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; co",
  ],
  ["a\u0000b\u001bc\ud800d\ufffee", "a b c\ufffdd e"],
])("what a name holds is text in it: %j", async (label, expected) => {
  const drawing = { ...MATRIX, title: label };
  expect(matrixSvg(drawing)).toContain(`>${expected}</text>`);
  expect((await drawPicture(drawing)).byteLength).toBeGreaterThan(1_000);
});

test("long names end in an ellipsis and stay within their room", () => {
  const long = "Министерство промышленности и строительства ".repeat(9).trim();
  const type = { size: 13 };
  const lines = wrapText(long, { width: 300, lines: 2, type });
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  for (const line of lines) expect(textWidth(line, type)).toBeLessThanOrEqual(300);
  expect(wrapText("x".repeat(500), { width: 100, lines: 3, type })).toHaveLength(1);
  expect(wrapText("", { width: 100, lines: 3, type })).toEqual([]);
});

test("a picture of any size is a PNG as wide as two screens' pixels", async () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ label: `P${at}`, all: at, cells: [] }));
  for (const drawing of [MATRIX, { ...MATRIX, columns: [], rows: [] }, { ...MATRIX, rows }]) {
    const png = Buffer.from(await drawPicture(drawing));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(1_400);
  }
});

test("the same picture is drawn once for all who get it, and what is no picture is refused", async () => {
  const [first, second] = await Promise.all([drawPicture(MATRIX), drawPicture(MATRIX)]);
  expect(second).toBe(first);
  await expect(drawSvg("<svg")).rejects.toThrow("could not be drawn");
  await expect(drawSvg("<svg")).rejects.toThrow("could not be drawn");
});
