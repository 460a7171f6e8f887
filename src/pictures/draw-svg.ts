/** SVG to PNG, beside the program: rendering takes a tenth of a second that nobody should wait for. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { FONT } from "./svg-text.ts";

/** A picture takes a third of a second; one that takes so long never ends. */
const MAX_DRAWING_MS = 20_000;
/** Slack would take no larger file gladly; pictures have a tenth of a megabyte. */
const MAX_PNG_BYTES = 20_000_000;
const PROGRAM = fileURLToPath(new URL("draw-process.js", import.meta.url));

/** A thousand channels get the same picture at one hour, in each language. */
const MAX_KEPT = 3;

const run = promisify(execFile);
let last: Promise<unknown> = Promise.resolve();
const kept = new Map<string, Promise<Uint8Array>>();

/**
 * One at a time, in a process, whose fifty megabytes end with it: what a thread takes, the memory
 * allocator keeps. Rejects where a picture cannot be drawn.
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

async function drawNow(svg: string): Promise<Uint8Array> {
  const drawing = run(process.execPath, [PROGRAM, FONT], {
    encoding: "buffer",
    timeout: MAX_DRAWING_MS,
    killSignal: "SIGKILL",
    maxBuffer: MAX_PNG_BYTES,
    // None of the program's secrets.
    env: {},
  });
  // Where the process ends before it has read, its end says more.
  drawing.child.stdin?.on("error", () => {}).end(svg);
  try {
    return (await drawing).stdout;
  } catch (cause) {
    throw new Error("A picture could not be drawn.", { cause });
  }
}
