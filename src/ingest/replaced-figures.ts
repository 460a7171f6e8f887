/** Figures of a draft that may replace older ones of the same thing: for a person to decide. */

import { type Quantity, quantitiesOf } from "../answers/facts/quantities.ts";
import { calendar } from "../answers/time/period.ts";
import { isMineral } from "../knowledge/concept-kind.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, type ArticleFact, factKey, firstDay, type Language } from "../model.ts";
import { conceptsIn } from "./mentions.ts";

/** A sentence of the draft, and the fact (`article/fact`) that it may replace, with what that says. */
export type Replacement = { text: string; to: string; was: string };

/** What is measured; two figures of one thing name the same of these. */
const MEASURES: ReadonlySet<string> = new Set([
  "deal-word:production",
  "deal-word:reserves",
  "deal-word:capacity",
  "deal-word:grade",
  "deal-word:investment",
  "deal-word:stake",
  "word:manufacture",
  "word:import",
  "word:exporter",
  "word:sell",
  "word:buy",
  "word:demand",
  "word:price",
]);
const THING = /^(mineral|organisation|place|country):/;
const HOME = "country:KZ";
/** Words that stand behind a number and scale it. */
const SCALE =
  /^(thousand|million|billion|trillion|mille|millions?|milliards?|тыс|тысяч.*|млн|миллион.*|млрд|миллиард.*)$/;
/** One unit in every language. */
const UNITS: readonly (readonly [string, RegExp])[] = [
  ["tonne", /^(t|tu|tons?|tonnes?|тонн.*)$/],
  ["kilogram", /^(kg|kilograms?|kilogrammes?|кг|килограмм.*)$/],
  ["kilometre", /^(km|kilomet(er|re)s?|kilometres?|км|километр.*)$/],
  ["megawatt", /^(mw|megawatts?|мвт|мегаватт.*)$/],
];
const MAX_REPLACEMENTS = 5;

type Figure = {
  named: ArticleFact;
  text: string;
  value: string;
  /** What has to be the same: the kind and unit of the figure, what is measured, of what, and when. */
  subject: string;
};

/** Older facts of the base that tell another figure of the same thing and the same time. */
export function replacedFigures(
  draft: Article,
  base: readonly Article[],
  vocabulary: Vocabulary,
): Replacement[] {
  const language = draft.excerpts ?? "en";
  const read = (article: Article) =>
    article.facts.flatMap((fact) => figureOf({ article, fact }, language, vocabulary) ?? []);
  const own = read(draft);
  if (own.length === 0) return [];
  const older = base.filter((article) => mayBeReplaced(article, draft)).flatMap(read);
  const found = own.flatMap((figure) =>
    older
      .filter(({ subject, value }) => subject === figure.subject && value !== figure.value)
      .map(({ named, text }) => ({ text: figure.text, to: factKey(named), was: text })),
  );
  const replaced = new Set(base.flatMap(({ relations }) => relations.flatMap(supersededBy)));
  return found.filter(({ to }) => !replaced.has(to)).slice(0, MAX_REPLACEMENTS);
}

function supersededBy(relation: Article["relations"][number]): string[] {
  return relation.type === "supersedes" ? [relation.to] : [];
}

/** Older, and on one of the same minerals. */
function mayBeReplaced(article: Article, draft: Article): boolean {
  return (
    article.minerals.some((mineral) => draft.minerals.includes(mineral)) &&
    article.published !== null &&
    draft.published !== null &&
    firstDay(article.published) < firstDay(draft.published)
  );
}

/** A sentence with one figure, which says what it measures and of what. */
function figureOf(named: ArticleFact, language: Language, vocabulary: Vocabulary): Figure | null {
  const { article, fact } = named;
  // Of an article that is quoted, only its own language tells what it says.
  const text = fact[article.excerpts ?? language];
  const read = article.excerpts ?? language;
  const [only, ...others] = quantitiesOf(text, read);
  if (!only || others.length > 0) return null;
  const concepts = new Set(conceptsIn(text, read, vocabulary));
  const measures = [...concepts].filter((key) => MEASURES.has(key));
  const things = [...concepts].filter((key) => THING.test(key) && key !== HOME);
  if (measures.length === 0 || !things.some(isMineral)) return null;
  const { unit, scale } = behind(text, only, read);
  const year = fact.on ? (calendar(fact.on)?.from ?? "").slice(0, 4) : "";
  const subject = [only.kind, unit, year, ...measures.toSorted(), ...things.toSorted()].join(" ");
  return { named, text, value: `${only.value} ${scale}`, subject };
}

/** The words behind a figure: what scales it, and what it counts. */
function behind(
  text: string,
  { at }: Quantity,
  language: Language,
): { unit: string; scale: string } {
  const [first, second] = tokenize(text, language)
    .slice(at + 1, at + 3)
    .map((token) => token.text);
  const isScaled = SCALE.test(first ?? "");
  const word = (isScaled ? second : first) ?? "";
  const unit = UNITS.find(([, form]) => form.test(word))?.[0] ?? "";
  return { unit, scale: isScaled ? (first ?? "").slice(0, 3) : "" };
}
