import { expect, test } from "vitest";
import { drawPicture } from "../../src/pictures/draw-picture.ts";
import type { TimelineDrawing } from "../../src/pictures/drawing.ts";
import { barsOf } from "../../src/pictures/timeline-bars.ts";
import { timelineSvg } from "../../src/pictures/timeline-svg.ts";

const TIMELINE: TimelineDrawing = {
  kind: "timeline",
  title: "Timeline · Lithium",
  subtitle: "3 events",
  notes: [],
  dates: ["2023", "2024-06-12", "2024-07"],
  events: [
    { label: "12 Jun 2024", text: 'A memorandum on <lithium> & "more" is signed' },
    { label: "July 2024", text: "Drilling begins" },
  ],
};

test("events stand in their order, harmless, below how many there were when", () => {
  const svg = timelineSvg(TIMELINE);
  const at = (text: string) => svg.indexOf(`>${text}`);
  expect(at("Timeline · Lithium")).toBeGreaterThan(0);
  expect(at("12 Jun 2024")).toBeLessThan(at("July 2024"));
  expect(svg).toContain("A memorandum on &lt;lithium&gt; &amp; &quot;more&quot; is signed");
  expect(svg.match(/<circle/g)).toHaveLength(2);
});

test("bars are months of a short time, and years where it is long or a month is not known", () => {
  expect(barsOf(["2023-11", "2024-01-05", "2024-01"])).toEqual([
    { count: 1, month: "11", year: "2023" },
    { count: 0, month: "12", year: null },
    { count: 2, month: "1", year: "2024" },
  ]);
  expect(barsOf(TIMELINE.dates)).toEqual([
    { count: 1, month: null, year: "2023" },
    { count: 2, month: null, year: "2024" },
  ]);
  expect(barsOf(["2010-01", "2024-01"])).toHaveLength(15);
  expect(barsOf(["0001", "2024"])).toHaveLength(60);
  expect(barsOf([])).toEqual([]);
});

test("a timeline of any length is a picture", async () => {
  const events = Array.from({ length: 40 }, () => ({
    label: "x".repeat(90),
    text: "y ".repeat(500),
  }));
  for (const drawing of [TIMELINE, { ...TIMELINE, dates: [], events: [] }, { ...TIMELINE, events }])
    expect(
      Buffer.from(await drawPicture(drawing))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
});
