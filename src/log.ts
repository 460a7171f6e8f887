/** Structured logs, one JSON object a line on standard error; secrets never leave the process. */
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
      hooks: { streamWrite: (line) => line.replace(SECRET_TEXT, "[secret]") },
    },
    destination({ fd: 2, sync: true }),
  );
}
