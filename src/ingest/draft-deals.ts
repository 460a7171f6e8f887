/** Deals that a sentence plainly tells as signed. */

import { inEveryLanguage } from "../knowledge/excerpts.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Deal, Instrument, Language } from "../model.ts";
import { conceptsIn, idsOf } from "./mentions.ts";
import { sumsIn } from "./money.ts";

const HOME = "KZ";
const SIGNED = "word:sign";
const INSTRUMENTS: readonly (readonly [string, Instrument])[] = [
  ["deal-word:memorandum", "memorandum"],
  ["deal-word:roadmap", "roadmap"],
  ["deal-word:joint-venture", "joint-venture"],
  ["deal-word:agreement", "agreement"],
];

/**
 * A deal for each excerpt that names its form, a party besides Kazakhstan and that it was signed.
 * What it does not say stays blank; a sum counts only where it is the only one.
 */
export function dealsOf(
  facts: readonly { text: string; on: string | undefined }[],
  { language, vocabulary }: { language: Language; vocabulary: Vocabulary },
): Deal[] {
  return facts.flatMap(({ text, on }, at) => {
    const concepts = [...new Set(conceptsIn(text, language, vocabulary))];
    const instrument = INSTRUMENTS.find(([key]) => concepts.includes(key))?.[1];
    const partners = idsOf(concepts, "country").filter((code) => code !== HOME);
    const parties = partners.length > 0 ? partners : idsOf(concepts, "organisation");
    if (!instrument || parties.length === 0 || !concepts.includes(SIGNED)) return [];
    const minerals = idsOf(concepts, "mineral").filter((id) => id !== "minerals");
    const sums = sumsIn(text, language);
    const sum = sums.length === 1 ? sums[0] : undefined;
    return {
      id: `deal-${at + 1}`,
      name: inEveryLanguage(text),
      parties: [HOME, ...parties],
      ...(minerals.length > 0 && { minerals }),
      instrument,
      date: on ?? null,
      status: "signed" as const,
      amount: sum?.amount ?? null,
      currency: sum?.currency ?? null,
    };
  });
}
