/** Whether a sentence gives a cause or an aim. */
import { LANGUAGES, type Language, type Translated } from "../model.ts";

/** "Since" and "to" are mostly no reasons; the words beside them tell. */
const REASONS: Record<Language, RegExp> = {
  en: /\b(because|so that|so as to|in order to|due to|owing to|thanks to|caused?|causes|reasons?|therefore|aims?|aimed|wants?|hopes?|hoped|essential|key element|reflects|depends less|drove|driven by|forced|prompted|pays? for|justify|justified|led to|made \w+ (?:rethink|\w+)|lest|needs?|keeps?|discourage|put off|hinder|hamper|prevent|obstacle|as a result|might|to (?:secure|reduce|strengthen|ensure|deepen|develop|attract|create|improve|avoid|lower|cut|diversify|meet|finance|fund|support|help|protect))\b/i,
  fr: /(?<!\p{L})(parce qu|afin|pour (?:que|\p{L}+[ei]r(?!\p{L})|\p{L}+re(?!\p{L}))|en raison|à cause|grâce|causes?|raisons?|c['’]est pourquoi|donc|justifi|financ|dû|due|faute d|veut|veulent|vise|espère|empêch|freine|dissuad|décourag|faute)/iu,
  ru: /(?<!\p{L})(чтобы|поэтому|из-за|потому|так как|поскольку|причин|благодаря|ради|вызва|вызов|для того|цель|хоч|хотят|надеет|стремит|объясня|оправдыва|пойд[её]т на|пойдут на|идут на|связан|мешает|мешают|препятств|сдержива|не хватает)/iu,
};

/** Two translations of a fact rarely use a word of reason by chance. */
const MIN_LANGUAGES = 2;

/** Whether a fact, in at least two of its languages, tells why. */
export function givesReason(texts: Translated): boolean {
  const telling = LANGUAGES.filter((language) => REASONS[language].test(texts[language]));
  return telling.length >= MIN_LANGUAGES;
}
