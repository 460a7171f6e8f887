/** What the things of a deal are called. */
import { plainName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";

type Reading = { language: Language; vocabulary: Vocabulary };

/** A country or an organisation. */
export function partnerName(id: string, reading: Reading): string {
  return nameOf(["country", "organisation"], id, reading);
}

export function mineralName(id: string, reading: Reading): string {
  return nameOf(["mineral"], id, reading);
}

function nameOf(
  prefixes: readonly string[],
  id: string,
  { language, vocabulary }: Reading,
): string {
  const key = prefixes
    .map((prefix) => `${prefix}:${id}`)
    .find((each) => vocabulary.concepts.has(each));
  return plainName(vocabulary, key ?? id, language);
}
