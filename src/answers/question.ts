/** A question as people type it → what must be found. */
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import { foreignThings } from "./foreign-things.ts";
import { asksYesNo, type Intent, isInFuture } from "./intents.ts";
import { detectLanguage, isForeign } from "./language.ts";
import { type Period, readPeriod } from "./period.ts";
import { publishingWords } from "./publishing.ts";
import { countedUnit, intentsIn } from "./question-intents.ts";
import { readParts } from "./question-parts.ts";
import { readCostAsPrice, tellingUnits, type Unit, type UnitReading } from "./units.ts";

export type Query = {
  text: string;
  language: Language;
  intents: ReadonlySet<Intent>;
  units: readonly Unit[];
  /** Everything named, also what tells no fact from another. */
  named: ReadonlySet<string>;
  /** The unit whose number is asked: companies, in "how many French companies". */
  counted: Unit | null;
  period: AskedPeriod | null;
  /** The asker's day where the question is about the time after it, else null. */
  after: string | null;
  /** Whether it is put in a language that is not understood: only its things are known. */
  isForeign: boolean;
};

/** When it happened, or when it was published: articles of March 2025. */
export type AskedPeriod = Period & { isOfArticle: boolean };

/** Reads a question; `isKnown` tells whether a term stands in the base. */
export function readQuestion({
  text,
  today,
  vocabulary,
  isKnown,
  language = detectLanguage(text, vocabulary),
}: {
  text: string;
  today: string;
  vocabulary: Vocabulary;
  isKnown: (term: string, language: Language) => boolean;
  language?: Language;
}): Query {
  if (isForeign(text, vocabulary))
    return readForeign({ text, today, reading: { vocabulary, language: "en", isKnown } });
  const tokens = tokenize(text, language);
  const period = readPeriod(text, language, today);
  const publishing = period ? publishingWords(tokens, language) : [];
  const reading = { vocabulary, language, isKnown };
  const parts = readParts({ text, tokens, period, publishing, reading });
  const units = parts.flatMap((part) => part.unit ?? []);
  return {
    text,
    language,
    intents: intentsIn(parts, asksYesNo(text, language)),
    units: readCostAsPrice(tellingUnits(units)),
    named: new Set(units.flatMap((unit) => unit.concepts)),
    counted: countedUnit(parts),
    period: period && { ...period.period, isOfArticle: publishing.length > 0 },
    after: isInFuture(tokens, language) ? today : null,
    isForeign: false,
  };
}

/** It is answered in English from what it names; its other words are ignored. */
function readForeign({
  text,
  today,
  reading,
}: {
  text: string;
  today: string;
  reading: UnitReading;
}): Query {
  const units = foreignThings(text, reading);
  const named = readPeriod(text, reading.language, today);
  return {
    text,
    language: reading.language,
    intents: new Set(),
    units,
    named: new Set(units.flatMap((unit) => unit.concepts)),
    counted: null,
    period: named && { ...named.period, isOfArticle: false },
    after: null,
    isForeign: true,
  };
}
