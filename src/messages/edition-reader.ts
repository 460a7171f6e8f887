/** How an edition's sources are written for its reader. */
import type { EditionSource } from "../digest/edition.ts";
import type { Language } from "../model.ts";
import { formatPublished } from "./format.ts";

/** `year` is that of the edition, which dates leave out; `today` is the reader's day. */
export type EditionReader = { language: Language; year: string; today: string };

/** `Kazinform, 6 Nov`. */
export function sourceText(
  { publisher, published, dateBasis }: EditionSource,
  reader: EditionReader,
): string {
  return `${publisher}, ${formatPublished({ published, dateBasis }, reader.language, reader.year)}`;
}
