/** SVG to PNG, beside the program: rendering takes a tenth of a second that nobody should wait for. */
import { Worker } from "node:worker_threads";
import { z } from "zod";

/** A picture takes a fifth of a second; one that takes so long never ends. */
const MAX_DRAWING_MS = 20_000;
const Rendered = z.instanceof(Uint8Array);

/** A thousand channels get the same picture at one hour; some two megabytes. */
const MAX_KEPT = 8;

let last: Promise<unknown> = Promise.resolve();
const kept = new Map<string, Promise<Uint8Array>>();

/**
 * One at a time, since each takes some fifty megabytes, which end with its thread; nothing is
 * loaded before the first. Rejects where a picture cannot be drawn.
 */
export function drawSvg(svg: string): Promise<Uint8Array> {
  const known = kept.get(svg);
  if (known) return known;
  const drawn = last.then(() => drawNow(svg));
  last = drawn.catch(() => kept.delete(svg));
  kept.set(svg, drawn);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return drawn;
}

function drawNow(svg: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("draw-worker.ts", import.meta.url), { workerData: svg });
    const overdue = setTimeout(() => {
      reject(new Error(`A picture was not drawn within ${MAX_DRAWING_MS} ms.`));
      void worker.terminate();
    }, MAX_DRAWING_MS);
    worker.once("message", (bytes) => resolve(Rendered.parse(bytes)));
    worker.once("error", (cause) => reject(new Error("A picture could not be drawn.", { cause })));
    worker.once("exit", (code) => {
      clearTimeout(overdue);
      reject(new Error(`The drawing of a picture ended with code ${code}.`));
    });
  });
}
