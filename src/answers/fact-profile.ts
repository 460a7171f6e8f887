/** What ranking needs to know of a fact, worked out once when the base is loaded. */
import type { Token } from "../knowledge/tokens.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type ArticleFact, LANGUAGES, type Language, type Translated } from "../model.ts";
import { termOf } from "./analyzer.ts";
import { isMonthName } from "./period.ts";

export type FactProfile = ArticleFact & {
  /** Concepts that the fact names in any language. */
  concepts: ReadonlySet<string>;
  /** Concepts of the article's headline: what the article is about. */
  subject: ReadonlySet<string>;
  /** Terms with their places in the fact, and the terms of the headline. */
  terms: Record<Language, ReadonlyMap<string, number>>;
  headlineTerms: Record<Language, ReadonlySet<string>>;
  /** Years, months and days that the fact itself tells, as partial dates. */
  dates: readonly string[];
  /** Whether it states a number that is no date. */
  hasQuantity: boolean;
  /** Whether it is the article's first fact. */
  isLead: boolean;
};

/** Profiles one fact. */
export function profileFact(named: ArticleFact, vocabulary: Vocabulary): FactProfile {
  const { article, fact } = named;
  const tokens = tokenize(fact.en, "en");
  const years = tokens.filter(isYear).map((token) => token.text);
  return {
    ...named,
    concepts: conceptsOf(fact, vocabulary),
    subject: conceptsOf(article.headline, vocabulary),
    terms: byLanguage((language) => placesOf(fact[language], language)),
    headlineTerms: byLanguage(
      (language) => new Set(placesOf(article.headline[language], language).keys()),
    ),
    dates: fact.on ? [fact.on, ...years] : years,
    hasQuantity: tokens.some((token, at) => token.isNumber && !isDateNumber(tokens, at)),
    isLead: article.facts[0] === fact,
  };
}

function conceptsOf(text: Translated, vocabulary: Vocabulary): Set<string> {
  return new Set(
    LANGUAGES.flatMap((language) => [
      ...vocabulary.conceptsIn(tokenize(text[language], language), language),
    ]),
  );
}

function placesOf(text: string, language: Language): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, token] of tokenize(text, language).entries()) {
    const term = termOf(token, language);
    if (term !== null && !places.has(term)) places.set(term, at);
  }
  return places;
}

function byLanguage<Value>(make: (language: Language) => Value): Record<Language, Value> {
  return { en: make("en"), fr: make("fr"), ru: make("ru") };
}

function isYear(token: Token): boolean {
  return /^(19|20)\d\d$/.test(token.text);
}

/** Years, and days that stand beside a month: `11–13 June`, `June 11`. */
function isDateNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || isYear(token)) return true;
  return [at - 1, at + 1, at + 2].some((near) => isMonthName(tokens[near]?.text ?? ""));
}
