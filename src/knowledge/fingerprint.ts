import { createHash } from "node:crypto";

/** Enough that no two things of one base are taken for each other. */
const LENGTH = 16;

/** A short name of some texts, in their order, which does not tell them. */
export function fingerprint(...texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, LENGTH);
}
