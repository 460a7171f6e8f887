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

/** A shorter one is no secret, and stands in many words. */
const SHORTEST_SECRET = 8;

const context = new AsyncLocalStorage<Readonly<Record<string, string>>>();

/** Every line that is logged within the work carries these fields. */
export function inLogContext<Result>(
  fields: Readonly<Record<string, string>>,
  work: () => Result,
): Result {
  return context.run({ ...context.getStore(), ...fields }, work);
}

/** Creates the log at a pino level; `secrets` stand in no line, whoever writes it. */
export function createLog(level: string, secrets: readonly string[] = []): Log {
  const hide = hiding(secrets);
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
      hooks: { streamWrite: (line) => hide(line.replace(SECRET_TEXT, "[secret]")) },
    },
    destination({ fd: 2, sync: true }),
  );
}

/** As they stand in lines: within JSON, or in an address. */
function hiding(secrets: readonly string[]): (line: string) => string {
  const forms = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
  const longEnough = [...new Set(forms)].filter(({ length }) => length >= SHORTEST_SECRET);
  return (line) => longEnough.reduce((hidden, each) => hidden.replaceAll(each, "[secret]"), line);
}
