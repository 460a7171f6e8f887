/** A deal as one article tells it, read for comparison with others. */

import { termOf } from "../answers/search/analyzer.ts";
import { calendar, type Period } from "../answers/time/period.ts";
import { isCountry } from "../knowledge/concept-kind.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, type Deal, LANGUAGES, type Language } from "../model.ts";

export type DealEntry = {
  article: Article;
  deal: Deal;
  /** Parties besides Kazakhstan. */
  partners: ReadonlySet<string>;
  /** Ids of organisations that are parties, or that the name names. */
  organisations: ReadonlySet<string>;
  /** Keys of the places that the name names. */
  places: ReadonlySet<string>;
  /** Words and things of the name. */
  words: ReadonlySet<string>;
  days: Period | null;
};

/** Every deal of the base is its own. */
export const HOME = "KZ";
const ORGANISATION = "organisation:";

/** Reads one entry. */
export function dealEntry(article: Article, deal: Deal, vocabulary: Vocabulary): DealEntry {
  const { concepts, terms } = readName(deal, vocabulary);
  const isOrganisation = (id: string) => vocabulary.concepts.has(ORGANISATION + id);
  const named = concepts.flatMap((key) =>
    key.startsWith(ORGANISATION) ? key.slice(ORGANISATION.length) : [],
  );
  return {
    article,
    deal,
    partners: new Set(deal.parties.filter((party) => party !== HOME)),
    organisations: new Set([...deal.parties, ...named].filter(isOrganisation)),
    places: new Set(concepts.filter((key) => key.startsWith("place:"))),
    words: new Set([...terms, ...concepts.filter((key) => !isCountry(key))]),
    days: deal.date === null ? null : calendar(deal.date),
  };
}

/** The things that a name names in any language, and its English words besides countries. */
function readName({ name }: Deal, vocabulary: Vocabulary): { concepts: string[]; terms: string[] } {
  const mentions = (language: Language) =>
    vocabulary.everyMention(tokenize(name[language], language), language);
  const countries = mentions("en").filter(({ concepts }) => concepts.some(isCountry));
  const terms = tokenize(name.en, "en")
    .filter((_, at) => !countries.some(({ from, to }) => at >= from && at < to))
    .flatMap((token) => termOf(token, "en") ?? []);
  const concepts = LANGUAGES.flatMap((language) =>
    mentions(language).flatMap((mention) => mention.concepts),
  );
  return { concepts: [...new Set(concepts)], terms };
}
