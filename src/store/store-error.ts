/** The database cannot be used; the message says which and what to do, and holds no password. */
export class StoreError extends Error {}

/** The database cannot be reached or written to just now; it may be in a minute. */
export class DatabaseAwayError extends Error {}
