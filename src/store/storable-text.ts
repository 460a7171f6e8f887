/** PostgreSQL takes neither a NUL nor half a surrogate pair; both stores keep the same instead. */
export function storableText(value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : value;
}
