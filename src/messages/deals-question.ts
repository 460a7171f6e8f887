/** Questions that ask for deals, which the register answers as a table. */
import { parseFilter } from "../answers/filter.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import { selectDeals } from "../register/select-deals.ts";
import { stringsIn } from "../strings/strings.ts";
import { type Page, pageValue } from "./pages.ts";
import type { Button } from "./text.ts";

/** Shows the register beside the answer. */
export const TABLE_ACTION = "deals-table";

/** What a table of deals holds, by any of its words. */
const DEAL_CONCEPTS = ["deal-word:agreement", "deal-word:memorandum"];
/** One of many is asked for where the word stands in the plural, or behind a "which". */
const PLURALS: Record<Language, RegExp> = {
  en: /(s|memoranda)$/i,
  fr: /s$/i,
  ru: /(и|ы|я|ок|ов|ев|ий|ам|ям|ах|ях|ами|ями)$/iu,
};
const WHICH = /^(what|which|quel(le)?s?|како[йе]|какая|какую|какие|каких|какими)$/iu;
/** They say that there is something, or that it is to be told, and select nothing. */
const TELLING =
  /^(exist\w*|still|enumerate|overview|know\w*|énumèr\w*|recens\w*|registe?re?|реестр\p{L}*|connus?|existent|имеются|имеется|существу\p{L}*|известн\p{L}*|перечен\p{L}*)$/iu;

/** The button to a table of the deals that a question asks for; none where it asks for others. */
export function createDealsTable({
  deals,
  vocabulary,
  today,
}: {
  deals: () => readonly DealRow[];
  vocabulary: Vocabulary;
  today: () => string;
}): (question: { text: string; language: Language }) => Button[] {
  return ({ text: question, language }) => {
    if (!asksForDeals(question, { language, vocabulary })) return [];
    const text = withoutTelling(question, language);
    const filter = parseFilter({ text, today: today(), vocabulary });
    const isUnderstood = filter.notUnderstood.length === 0;
    if (!isUnderstood || selectDeals(deals(), filter, vocabulary).length === 0) return [];
    return tableButtons({ text, language });
  };
}

/** The button to the table of a filter, as it was written; none where it has no room. */
export function tableButtons({ text, language }: Pick<Page, "text" | "language">): Button[] {
  const value = pageValue({ name: "deals", text, language, page: 0 });
  return value ? [{ action: TABLE_ACTION, label: stringsIn(language).register.table, value }] : [];
}

/** The question as the filter that it is. */
function withoutTelling(question: string, language: Language): string {
  return tokenize(question, language)
    .filter(({ raw }) => TELLING.test(raw))
    .reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), question)
    .replace(/\s+/g, " ")
    .trim();
}

function asksForDeals(
  question: string,
  { language, vocabulary }: { language: Language; vocabulary: Vocabulary },
): boolean {
  const tokens = tokenize(question, language);
  return vocabulary.recognise(tokens, language).some(({ from, to, concepts }) => {
    if (!concepts.some((key) => DEAL_CONCEPTS.includes(key))) return false;
    const words = tokens.slice(from, to).map(({ raw }) => raw);
    const before = tokens[from - 1]?.raw ?? "";
    return WHICH.test(before) || words.some((word) => PLURALS[language].test(word));
  });
}
