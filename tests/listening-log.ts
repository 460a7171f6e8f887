import { Writable } from "node:stream";
import { pino } from "pino";
import type { Log } from "../src/log.ts";

/** A log whose lines can be waited for. */
export function listeningLog(): { log: Log; wrote: (text: string) => Promise<void> } {
  let lines = "";
  const checks = new Set<() => void>();
  const stream = new Writable({
    write: (chunk, _, done) => {
      lines += String(chunk);
      for (const check of checks) check();
      done();
    },
  });
  return {
    log: pino({}, stream),
    wrote: (text) =>
      new Promise((resolve) => {
        const check = () => {
          if (!lines.includes(text)) return;
          checks.delete(check);
          resolve();
        };
        checks.add(check);
        check();
      }),
  };
}
