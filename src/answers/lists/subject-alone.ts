/** A subject without a question: titanium, et pour le lithium ? */
import { tokenize } from "../../knowledge/tokens.ts";
import type { Language } from "../../model.ts";
import type { Query } from "../question/question.ts";
import { STOP_WORDS } from "../question/stop-words.ts";
import type { Unit } from "../question/units.ts";

/** Whether a question only names what is in the world, and asks nothing about it. */
export function namesSubjectAlone(query: Query): boolean {
  const { units, intents, period, isForeign, text, language } = query;
  const asksNothing = intents.size === 0 || WHAT_ABOUT[language].test(text.trim());
  if (isForeign || !asksNothing || period !== null || units.length === 0) return false;
  return units.every(isInTheWorld) && saysNothingElse(query);
}

const WHAT_ABOUT: Record<Language, RegExp> = {
  en: /^(?:and |so )?(?:what|how) (?:about|of)(?!\p{L})/iu,
  fr: /^(?:et |alors )?(?:quid|qu['’]en est-il|quoi (?:de neuf )?(?:sur|pour|avec))(?!\p{L})/iu,
  ru: /^(?:а |и |ну )?(?:что (?:с|со|по|насч[её]т|там|о|об|про)|как насч[её]т|как там)(?!\p{L})/iu,
};

/** Deals and plants are things too, but ask for one of many. */
const IN_THE_WORLD = /^(?:mineral|country|organisation|person|place):/;

function isInTheWorld({ kind, role, concepts }: Unit): boolean {
  return kind === "thing" && role === "part" && concepts.every((each) => IN_THE_WORLD.test(each));
}

/** All that the base tells is of Kazakhstan. */
const HOME = /^(?:kazakh|kz$|rk$|казах|кз$|рк$)/;

function saysNothingElse({ units, text, language }: Query): boolean {
  const rest = units.reduce((left, { label }) => left.replace(label, " "), text);
  return tokenize(rest, language).every(
    ({ text: word }) => STOP_WORDS[language].has(word) || HOME.test(word),
  );
}
