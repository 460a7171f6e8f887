/** The database cannot be used; the message says which and what to do, and holds no password. */
export class StoreError extends Error {}

/** The database cannot be reached or written to just now; it may be in a minute. */
export class DatabaseAwayError extends Error {}

/** A system error about several addresses has a code and no message. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.message || String(Reflect.get(cause, "code") ?? cause.name);
}
