/** What a follow-up asks for by its wording alone: a source, something newer, a topic, a sum. */
import type { FactProfile } from "./fact-profile.ts";
import { isThing, namesThing } from "./follow-up.ts";
import type { Query } from "./question.ts";

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
  en: /\b(price|costs?|dollars?|euros?|tenge|expensive|money)\b/iu,
  fr: /(?<!\p{L})(prix|coût\p{L}*|dollars?|euros?|tenges?|cher|argent)(?!\p{L})/iu,
  ru: /(?<!\p{L})(цен\p{L}+|стоит|стоят|стоил\p{L}*|обойд\p{L}+|доллар\p{L}*|евро|тенге|деньг\p{L}*|денег|поч[её]м)(?!\p{L})/iu,
};

/** Whether a fact has a sum of money. */
export function tellsMoney({ quantities }: FactProfile, { language }: Query): boolean {
  return quantities[language].some(({ kind }) => kind === "money");
}

/** Whether an answer must hold a sum of money. */
export function asksForMoney({ text, language, intents }: Query): boolean {
  return intents.has("how-much") && MONEY[language].test(text);
}

const SOURCE: Record<Query["language"], RegExp> = {
  en: /^(and )?(where|who) (is|does|did|was) (that|this|it|the (info|information|figure|number))( come)? from|^(what|which)('s| is| are) (the|your) sources?|^sources?\b|^according to who|^who (says|said) (so|that|this|it)\b/iu,
  fr: /^(et )?d['’]où (vient|viennent|sort|tenez|tiens|provient)|^quelles? (est|sont) (la|les|votre|vos) sources?|^sources?(?!\p{L})|^selon qui|^qui (le )?dit (ça|cela)?/iu,
  ru: /^(а |и )?откуда (это|эти|эта|такие|вы|данные|информац|цифр|известно|сведения|инфа)|^(а )?(какой |какие |где )?источник|^(а )?(кто|где) это (сказал|пиш|говор)|^кто так (сказал|говор)/iu,
};

/** Whether a question asks where the facts just quoted were published. */
export function asksForSource(query: Query): boolean {
  return !namesThing(query) && SOURCE[query.language].test(query.text.trim());
}

const NEWER: Record<Query["language"], RegExp> = {
  en: /\b(newer|more recent|fresher|updated?|any (news|follow-up)|since then)\b/iu,
  fr: /(plus récente?s?|plus nouve|mises? à jour|depuis lors|du nouveau)/iu,
  ru: /(новее|поновее|более нов|свежее|посвежее|более поздн|обновл|с тех пор)/iu,
};

/** Whether a question asks for what has come after the facts just quoted. */
export function asksForNewer(query: Query): boolean {
  return !namesThing(query) && NEWER[query.language].test(query.text);
}
