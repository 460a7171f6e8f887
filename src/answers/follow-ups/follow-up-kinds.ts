/** What a follow-up asks for by its wording: a topic, a sum, a purpose. */
import type { FactProfile } from "../facts/fact-profile.ts";
import type { Intent } from "../question/intents.ts";
import type { Query } from "../question/question.ts";
import { isThing } from "./follow-up-units.ts";

const TOPIC: Record<Query["language"], RegExp> = {
  en: /^(and )?(what|how) about(?!\p{L})/iu,
  fr: /^(et )?(quid|qu['’]en est-il|à propos|concernant)(?!\p{L})/iu,
  ru: /^(а )?(что (с|со|по|насчет|насчёт)|как (с|со|насчет|насчёт))(?!\p{L})|^а (по|с|со) .*что(?!\p{L})/iu,
};

/** Whether a question only names a new topic, of which anything may be told. */
export function asksForTopic({ text, language, units }: Query): boolean {
  return TOPIC[language].test(text.trim()) && units.length > 0 && units.every(isThing);
}

const MONEY: Record<Query["language"], RegExp> = {
  en: /\b(price|priced|costs?|dollars?|euros?|tenge|expensive|money|worth|valued?|budget|sum)\b/iu,
  fr: /(?<!\p{L})(prix|coût\p{L}*|dollars?|euros?|tenges?|cher|argent|vaut|valent|valeur|montant|sommes?|budget)(?!\p{L})/iu,
  ru: /(?<!\p{L})(цен\p{L}+|стоит|стоят|стоил\p{L}*|обойд\p{L}+|доллар\p{L}*|евро|тенге|деньг\p{L}*|денег|поч[её]м|сумм\p{L}+|оценива\p{L}+|бюджет\p{L}*)(?!\p{L})/iu,
};

/** Whether a fact has a sum of money. */
export function tellsMoney({ quantities }: FactProfile, { language }: Query): boolean {
  return quantities[language].some(({ kind }) => kind === "money");
}

/** Whether an answer must hold a sum of money. */
export function asksForMoney({ text, language, intents }: Query): boolean {
  return intents.has("how-much") && MONEY[language].test(text);
}

const PURPOSE: Record<Query["language"], RegExp> = {
  en: /^(and |so )*(what|which purpose) (is|was|are|were|will|does|do|would|'s) .*(for|go to|go towards|serve|pay for|finance|used for|spent on)[\s?!.]*$|^(and |so )*(what for|to do what|for what( purpose)?|to what end|what's the (point|purpose|aim|goal))/iu,
  fr: /à quoi (ça |cela |il |elle |ils |elles |vont? |va |doit |doivent |devrait )*(sert|servir|servira|servent|serviront)|(sert|servent|servira|servir) à (quoi|faire quoi|payer quoi|financer quoi)|^(et |c['’]est )*pour (en )?(quoi faire|faire quoi|financer quoi|payer quoi)|dans quel but|à quelles? fins?/iu,
  ru: /^(а |и )?(на что|для чего|с какой целью|ради чего|зачем)(?!\p{L})/iu,
};
/** Words of such a question that the answer need not repeat. */
const OF_PURPOSE: ReadonlySet<string> = new Set([
  "word:use",
  "word:money",
  "word:cost",
  "word:salary",
  "word:goal",
]);

/** "What is the money for?" asks for an aim, as "why" does. */
export function readPurposeAsReason(query: Query): Query {
  if (!PURPOSE[query.language].test(query.text.trim())) return query;
  return {
    ...query,
    intents: new Set(["why"]),
    counted: null,
    units: query.units.filter(({ concepts }) => !concepts.some((each) => OF_PURPOSE.has(each))),
  };
}

/** What is gallium, who is Zhicun: one thing is named, and nothing about it asked. */
export function asksWhatItIs({ intents, units }: Query): boolean {
  const isOpen = intents.size > 0 && [...intents].every((intent) => WHAT_IT_IS.has(intent));
  return isOpen && units.length === 1;
}

const WHAT_IT_IS: ReadonlySet<Intent> = new Set(["what", "who", "definition"]);
