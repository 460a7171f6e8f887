import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../log.ts";

/** Bolt's log lines in ours. */
export function boltLogger(log: Log): Logger {
  const write =
    (level: "debug" | "info" | "warn" | "error") =>
    (...parts: unknown[]) =>
      log[level]({ source: "bolt" }, parts.map(String).join(" "));
  return {
    debug: write("debug"),
    // Bolt tells of every connection; operators want to see what is wrong.
    info: write("debug"),
    warn: write("warn"),
    error: write("error"),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
