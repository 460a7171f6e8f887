/** What a check found: how it is, and where it is not well, what to do about it. */
export type Finding =
  | { check: string; state: "ok"; text: string }
  | { check: string; state: "warning" | "failing"; text: string; advice: string };

/** Each answer that a check waits for has this long. */
export const PATIENCE_MS = 5_000;
/** All waiting of one check together. */
const LIMIT_MS = 3 * PATIENCE_MS;

export function well(check: string, text: string): Finding {
  return { check, state: "ok", text };
}

export function warning(check: string, text: string, advice: string): Finding {
  return { check, state: "warning", text, advice };
}

export function failing(check: string, text: string, advice: string): Finding {
  return { check, state: "failing", text, advice };
}

/** The findings of a check; one that breaks or takes too long is a finding too. */
export async function findingsOf(
  check: string,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Finding[]>();
  const advice = "run this again; if it stays so, look at what it was waiting for";
  const timer = setTimeout(
    () => resolve([failing(check, `no answer within ${LIMIT_MS / 1_000} s`, advice)]),
    LIMIT_MS,
  );
  const found = look().catch((cause: unknown) => [
    failing(check, `it could not be checked (${reasonOf(cause)})`, advice),
  ]);
  return Promise.race([found, promise]).finally(() => clearTimeout(timer));
}

/** The innermost cause tells what happened; some errors have a code and no message. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.cause instanceof Error) return reasonOf(cause.cause);
  return cause.message || String(Reflect.get(cause, "code") ?? cause.name);
}
