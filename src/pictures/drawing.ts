/** What a picture shows, in the words of its reader; small enough to be stored with a message. */
import { z } from "zod";

const Heading = { title: z.string(), subtitle: z.string(), notes: z.array(z.string()) };

/** Counts of rows by columns; `all` is the count of a row whatever its columns. */
export const MatrixDrawing = z.object({
  kind: z.literal("matrix"),
  ...Heading,
  allTitle: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ label: z.string(), all: z.number(), cells: z.array(z.number()) })),
});
export type MatrixDrawing = z.infer<typeof MatrixDrawing>;

/** `dates` (YYYY, YYYY-MM or YYYY-MM-DD) are those of all events, `events` the ones with words. */
export const TimelineDrawing = z.object({
  kind: z.literal("timeline"),
  ...Heading,
  dates: z.array(z.string()),
  events: z.array(z.object({ label: z.string(), text: z.string() })),
});
export type TimelineDrawing = z.infer<typeof TimelineDrawing>;

export const Drawing = z.discriminatedUnion("kind", [MatrixDrawing, TimelineDrawing]);
export type Drawing = z.infer<typeof Drawing>;
