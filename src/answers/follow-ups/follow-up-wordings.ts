/** Follow-ups about the answer itself: where it is from, whether it still holds, and more of it. */

import type { Query } from "../question/question.ts";
import { namesThing } from "./follow-up-units.ts";

/** Any of these makes a question one of its kind. */
type Wordings = Record<Query["language"], readonly RegExp[]>;

const SOURCE: Wordings = {
  en: [
    /(where|who) (is|does|did|was|are) (that|this|it|those|these|the (info|information|figures?|numbers?|data))( all| number| figure| info)?( come| coming)? from/i,
    /^(and )?(what|which)('s| is| are| was) (the|your|that|its) (sources?|outlet|publication|newspaper)/i,
    /^(and )?(the |your )?(sources?|references?|links?)(,? please)?[\s?!.]*$/i,
    /^(and )?(according to who|says who|how do you know)/i,
    /^(and )?who (says|said|reported|reports|wrote|writes|published|is saying) (so|that|this|it)\b/i,
    /^(and )?where (did|do|have) (you|u) (get|got|find|found|read|see|take|have|heard?)/i,
    /^(in )?(which|what) (article|paper|newspaper|outlet|source)( (is|was) (that|this|it)( from| in)?)?[\s?!.]*$/i,
    /^(can|could) (you|i) (show|give|get|have|see)( me)? (the |a |your )?(source|link|reference)/i,
  ],
  fr: [
    /(^|(vient|sort|tiens|tires?|tenez) )(et )?(c['’]est |ça )?d['’]où (vient|viennent|sort|sortent|ça|tenez|tiens|provien|tu|vous|c['’]est|est-ce)/iu,
    /(vient|sort|sorti|tiré|tiens|tenez)( ça| cela)? d['’]où/iu,
    /^(et )?quell?e?s? (est|sont|était) (la|les|votre|vos|ta|tes) sources?/iu,
    /^(et )?(la |ta |votre )?(sources?|références?|liens?)(,? (stp|svp))?[\s?!.]*$/iu,
    /^selon qui/iu,
    /^qui (le |l['’]|a )?(dit|écrit|affirme|rapporte|publié)( (ça|cela|l['’]information))?[\s?!.]*$/iu,
    /^(dans )?quel(le)? (article|journal|source|média)[\s?!.]*$/iu,
    /^où (as-tu|avez-vous) (lu|trouvé|vu)/iu,
  ],
  ru: [
    /^(а |и )?откуда (это|эти|эта|такие|такая|такой|вы|ты|данные|информац|цифр|известно|сведения|инфа|знаешь|знаете|взял)/iu,
    /^(а |и )?(какой |какие |где |твой |ваш )?(источник|ссылк)/iu,
    /^(а )?(кто|где) (это|об этом|так|про это) (сказал|пиш|говор|сообщ|написан|опубликов|прочит)/iu,
    /^(а )?в какой стать/iu,
    /^по чьим данным/iu,
    /^кто (это|так|их|столько) (по|под|на)?с?ч[её]?(ита|тал)/iu,
  ],
};

/** Whether a question asks where the facts just quoted were published. */
export function asksForSource(query: Query): boolean {
  return !namesThing(query) && isWorded(query, SOURCE);
}

const NEWER: Wordings = {
  en: [/\b(newer|more recent|fresher|updated?|any (news|follow-up)|since then|still|by now)\b/i],
  fr: [
    /plus récente?s?|plus nouve|mises? à jour|depuis lors|du nouveau/iu,
    /(est-ce |c['’]est |est-il |est-elle )?(toujours|encore) (vrai|valable|d['’]actualité|prévu|le cas|en)/iu,
  ],
  ru: [
    /новее|поновее|более нов|свежее|посвежее|более поздн|обновл|с тех пор/iu,
    /до сих пор|вс[её] ещ[её]|и сейчас|по-прежнему|ещ[её] актуальн/iu,
  ],
};

/** Whether a question asks for what has come after the facts just quoted, or whether they hold. */
export function asksForNewer(query: Query): boolean {
  return !namesThing(query) && isWorded(query, NEWER);
}

const MORE: Wordings = {
  en: [
    /^(ok(ay)?,? |and |so |please,? )*(can you |could you )?(tell|give|show) (me|us) (some |a bit )?more\b/i,
    /^(ok(ay)?,? |and |so |please,? )*(any |some |a few |a bit )?(more|more details?|more info\p{L}*|details?|further details?)( (please|on|about|is there|do (you|we) (know|have))\b.*)?[\s?!.]*$/iu,
    /^(ok(ay)?,? |and |so )*(go on|continue|keep going|expand|elaborate|what else|anything else)( (please|on|about|is there|do (you|we) (know|have))\b.*)?[\s?!.]*$/i,
  ],
  fr: [
    /^(et |ok,? |alors,? )*(dis|dites|donne|donnez|raconte)[- ](m['’]en|moi|nous)[- ](en )?(plus|davantage)/iu,
    /^(et |ok,? |alors,? )*(en savoir (plus|davantage)|plus (de détails?|d['’]info\p{L}*))( (sur|à propos) .*| stp| svp)?[\s?!.]*$/iu,
    /^(et |ok,? |alors,? )*((des|plus de|d['’]autres|quels|a-t-on des|y a-t-il des|as-tu des|avez-vous des) )?détails?( (sur|à propos) .*| stp| svp)?[\s?!.]*$/iu,
    /^(et |ok,? |alors,? )*((la )?suite|continuez?|développe[rz]?|quoi d['’]autre|encore|sinon|c['’]est tout|plus)( stp| svp)?[\s?!.]*$/iu,
  ],
  ru: [
    /^(а |и |ну |ок,? )*((расскажи|поясни|напиши)(те)? )?(мне |нам )?((об этом|про это|про него|про неё|о нём|о ней) )?(по)?подробн(ее|ей)( .*)?[\s?!.]*$/iu,
    /^(а |и |ну |ок,? )*(расскажи(те)? )?(больше|ещ[её]|дальше|детали|продолж\p{L}+|развернуто|что ещ[её]|ещ[её] что-нибудь)( (об этом|про это|о нём|о ней|про него|про неё|пожалуйста|известно|есть|о .*|про .*))?[\s?!.]*$/iu,
    /^(а |и )?есть (ли )?(ещ[её] )?(детали|подробности)/iu,
  ],
};

/** Whether a question only wants to hear more of what was just told. */
export function asksForMore(query: Query): boolean {
  return isWorded(query, MORE);
}

function isWorded({ text, language }: Query, wordings: Wordings): boolean {
  return wordings[language].some((wording) => wording.test(text.trim()));
}
