/** Structured logs, one JSON object a line on standard error; secrets never leave the process. */
import { AsyncLocalStorage } from "node:async_hooks";
import { destination, type Logger, pino } from "pino";

export type Log = Logger;

const SECRET_KEYS = [
  "token",
  "botToken",
  "appToken",
  "signingSecret",
  "authorization",
  "response_url",
];
/** Tokens of Slack, its webhook addresses and addresses with a password, wherever they stand. */
const SECRET_TEXT =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|https?:\/\/hooks\.slack\.com\/\S+|postgres(ql)?:\/\/[^\s"]+/g;

const context = new AsyncLocalStorage<Readonly<Record<string, string>>>();

/** Every line that is logged within the work carries these fields. */
export function inLogContext<Result>(
  fields: Readonly<Record<string, string>>,
  work: () => Result,
): Result {
  return context.run({ ...context.getStore(), ...fields }, work);
}

/** Creates the log at a pino level. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      redact: {
        paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        censor: "[secret]",
      },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      base: null,
      // A copy, since pino writes the line's own fields into it.
      mixin: () => ({ ...context.getStore() }),
      hooks: { streamWrite: (line) => line.replace(SECRET_TEXT, "[secret]") },
    },
    destination({ fd: 2, sync: true }),
  );
}
