/** Whether a sentence gives a cause or an aim. */
import { LANGUAGES, type Language, type Translated } from "../../model.ts";

/** Causes: what had happened, so that something else did. "Since" is mostly a time. */
const CAUSES: Record<Language, RegExp> = {
  en: /\b(because|explain(s|ed)?|due to|owing to|thanks to|caus(e|ed|es|ing)|reasons?|therefore|drove|driven by|forced|prompted|justif\w+|led to|leads? to|made \S+ (?:re)?\w+|hold(s)?( \w+){0,4} back|held( \w+){0,3} back|hinder\w*|hamper\w*|prevent\w*|obstacle|complicat\w+|put off|discourag\w+|as a result|so that|, so |rest(s|ed)( mainly)? on|linked to|slow(s|ed)|scarce|lack(ing|s)?|shortage|overloaded|depends? on)\b/i,
  fr: /(?<!\p{L})(parce qu|car |expliqu|en raison|à cause|du fait|grâce|causes?(?!\p{L})|raisons?|c['’]est pourquoi|donc|si bien|de sorte|justifi|dû|due(?!\p{L})|conduit|amené|pouss|contraint|retien|frein|dissuad|décourag|empêch|compli(c|qu)|repos|li[ée]e? à|ralenti|manqu|pénurie|faute|dépend)/iu,
  ru: /(?<!\p{L})(потому|так как|поскольку|причин|из-за|поэтому|благодаря|вызва|объясн|оправдыва|привел|привод|застав|вынуд|удержива|мешает|мешают|препятств|сдерж|осложн|не хватает|нехватк|дефицит|перегруж|связан|основан|опира|замедл|завис)/iu,
};

/** Aims and needs: what something is good for. A bare "to" tells too little; the verb behind it may. */
const AIMS: Record<Language, RegExp> = {
  en: /\b(aims?|aimed|wants?|hopes?|hoped|in order to|so as to|helps?|meant to|designed to|is to serve|essential|important|vital|key element|needs?|diversif\w+|depends? less|rather than|instead of|supports?|reflects|pays? for|to (?:secure|reduce|strengthen|ensure|deepen|develop|attract|create|improve|avoid|lower|cut|diversify|meet|finance|fund|support|help|protect|make|widen|raise))\b/i,
  fr: /(?<!\p{L})(afin|pour (?:que|\p{L}+[ei]r(?!\p{L})|\p{L}+re(?!\p{L}))|veut|veulent|vise|visant|esp[èé]r|souhait|aide|destin|servir|financ|essentiel|important|vital|clé|besoin|diversifi|moins dépend|dépendre moins|soutien|soutenir)/iu,
  ru: /(?<!\p{L})(чтобы|ради|для того|цел(ь|и|ью)(?!\p{L})|хочет|хотят|надеет|стремит|намерен|помога|помочь|призван|важн|необходим|жизненно|нужд|нужн|диверсиф|меньше завис|поддерж|пойд[её]т на|пойдут на|идут на)/iu,
};

/** Two translations of a fact rarely use a word of reason by chance. */
const MIN_LANGUAGES = 2;

/** How sure it is, from 0 to 1, that a fact gives a cause, and an aim: the share of its languages. */
export type Reasons = { cause: number; aim: number };

export function reasonsIn(texts: Translated): Reasons {
  return { cause: share(texts, CAUSES), aim: share(texts, AIMS) };
}

/** Whether a fact, in at least two of its languages, tells why. */
export function givesReason(texts: Translated): boolean {
  const telling = LANGUAGES.filter(
    (language) => CAUSES[language].test(texts[language]) || AIMS[language].test(texts[language]),
  );
  return telling.length >= MIN_LANGUAGES;
}

const FOR_WHAT: Record<Language, RegExp> = {
  en: /\b(what for|for what|to what end|what purpose|what is the (point|use|purpose|aim))\b/i,
  fr: /(?<!\p{L})(pour quoi faire|dans quel but|à quelles? fins?|à quoi (bon|sert|servent|servira))(?!\p{L})/iu,
  ru: /(?<!\p{L})(зачем|для чего|с какой целью|ради чего)(?!\p{L})/iu,
};

/** Whether an aim is asked for, and no cause. */
export function asksForAim(text: string, language: Language): boolean {
  return FOR_WHAT[language].test(text);
}

function share(texts: Translated, words: Record<Language, RegExp>): number {
  const telling = LANGUAGES.filter((language) => words[language].test(texts[language]));
  return telling.length / LANGUAGES.length;
}
