import { createHash } from "node:crypto";
import type { Posting } from "../messages/posting.ts";

/** Enough letters that no two pictures of a thread are taken for one. */
const MARK_LENGTH = 10;

/** The file of a posting that is a picture: marked, since its message carries no id; else null. */
export function pictureName({ id, message: { picture } }: Posting): string | null {
  if (!picture) return null;
  const mark = createHash("sha256").update(id).digest("hex").slice(0, MARK_LENGTH);
  return `${picture.name}-${mark}.png`;
}
