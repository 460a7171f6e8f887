/** Questions for several names of a kind: which countries, list of deposits, какие компании. */
import { fold } from "../../knowledge/tokens.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import type { Language } from "../../model.ts";
import type { Intent } from "../question/intents.ts";
import type { Query } from "../question/question.ts";
import { newNames } from "../ranking/names-asked.ts";
import type { Ranked } from "../ranking/rank.ts";

type Kind =
  | "country"
  | "company"
  | "bank"
  | "university"
  | "deposit"
  | "region"
  | "mineral"
  | "person";

/** The concepts that are names of a kind, by their own kind and the roles of the vocabulary. */
const NAMES: Record<
  Kind,
  { concept: string; roles?: readonly string[]; without?: readonly string[] }
> = {
  country: { concept: "country" },
  company: { concept: "organisation", without: ["authority", "press", "research", "bank"] },
  bank: { concept: "organisation", roles: ["bank"] },
  university: { concept: "organisation", roles: ["research"] },
  deposit: { concept: "place", without: ["region", "town", "route"] },
  region: { concept: "place", roles: ["region", "town"] },
  mineral: { concept: "mineral" },
  person: { concept: "person" },
};

/** Nouns in the plural, folded, which ask for more than one name. */
const PLURALS: Record<Language, Record<Kind, string>> = {
  en: {
    country: "countries|nations|states",
    company:
      "companies|firms|businesses|enterprises|corporations|producers|miners|investors|carmakers|bidders|players",
    bank: "banks|lenders",
    university: "universities|institutes",
    deposit: "deposits|mines|fields",
    region: "cities|towns|regions|districts|provinces",
    mineral: "minerals|metals|elements|materials",
    person: "people|persons|officials|ministers|politicians|executives|experts|leaders",
  },
  fr: {
    country: "pays|nations|etats",
    company:
      "entreprises|societes|firmes|compagnies|groupes|producteurs|investisseurs|constructeurs|candidats|acteurs",
    bank: "banques",
    university: "universites|instituts",
    deposit: "gisements|mines|champs",
    region: "villes|regions|districts|oblasts",
    mineral: "minerais|mineraux|metaux|elements|materiaux",
    person: "personnes|responsables|ministres|dirigeants|experts|officiels",
  },
  ru: {
    country: "стран(ы|ам|ами|ах)?|государств(а|ам|ами|ах)?",
    company:
      "компани(и|й|ям|ями|ях)|фирм(ы|ам|ами|ах)?|предприяти(я|й|ям|ями|ях)|производител(и|ей|ями)|инвестор(ы|ов|ами)|претендент(ы|ов)|игрок(и|ов)",
    bank: "банк(и|ов|ами)",
    university: "вуз(ы|ов|ами)|университет(ы|ов|ами)|институт(ы|ов|ами)",
    deposit: "месторождени(я|й|ям|ями|ях)|рудник(и|ов|ах|ами)",
    region: "город(а|ов|ах)|област(и|ей|ях)|регион(ы|ов|ах)|район(ы|ов|ах)",
    mineral: "минерал(ы|ов|ам|ами)|металл(ы|ов|ам|ами)|элемент(ы|ов|ам|ами)",
    person: "люди|людей|министр(ы|ов)|чиновник(и|ов)|политик(и|ов)|эксперт(ы|ов)|руководител(и|ей)",
  },
};

/** What may stand before such a noun: words that ask, and few adjectives. */
const ASKING: Record<Language, string> = {
  en: "(which|what)( are| were| other)*( the)?|list( of| all)?( the)?|name( all)?( the)?|all( the)?",
  fr: "quel(le)?s( sont| etaient)?( les)?( autres)?|liste( des| de)?|lister?( les)?|citez?( les)?|nommez?( les)?|tou(te)?s les",
  ru: "как(ие|их|им|ими)( есть)?( еще)?( други(е|х|ми))?|список|перечень|перечисли(те)?|назови(те)?|все[хм]?",
};
const ADJECTIVES: Record<Language, string> = {
  en: "(?!of|in|on|to|for|with|by|at|is|are|was|were|do|does|did|has|have)",
  fr: "(?!de|des|du|dans|sur|pour|avec|par|est|sont|a|ont|ete)(?!d )",
  ru: "(?!в|во|на|с|со|по|для|к|о|об|из|у)",
};
const MAX_ADJECTIVES = 2;

const ASKED: ReadonlyMap<string, RegExp> = new Map(
  (["en", "fr", "ru"] as const).flatMap((language) =>
    Object.entries(PLURALS[language]).map(([kind, nouns]) => {
      const adjective = `(${ADJECTIVES[language]}[\\p{L}-]+ )`;
      const asking = `(^|(?<!\\p{L})(${ASKING[language]}) )`;
      const pattern = `${asking}${adjective}{0,${MAX_ADJECTIVES}}(${nouns})(?!\\p{L})`;
      return [`${language}:${kind}`, new RegExp(pattern, "iu")] as const;
    }),
  ),
);

/** These ask for something else than names, or for one. */
const OTHERWISE: readonly Intent[] = [
  "who",
  "when",
  "where",
  "how-much",
  "why",
  "how",
  "yes-no",
  "compare",
  "definition",
  "office",
];

/** The kind of names of which a question wants several; null where it wants none or one. */
export function kindListed(query: Query): Kind | null {
  const { language, intents } = query;
  const isOtherwise = OTHERWISE.some((intent) => intents.has(intent));
  // In "liste des entreprises qui…" the pronoun asks nothing.
  if (isOtherwise && !intents.has("list")) return null;
  const folded = withoutNames(query);
  const kinds = Object.keys(NAMES).filter(isKind);
  return kinds.find((kind) => ASKED.get(`${language}:${kind}`)?.test(folded)) ?? null;
}

/** The words of a question, folded; of the United States no states are asked for. */
function withoutNames({ text, units }: Query): string {
  const named = units
    .filter(({ concepts }) => concepts.some((concept) => HAS_OWN_NAME.test(concept)))
    .map(({ label }) => plain(label).split(/[ -]/));
  return named
    .filter((words) => words.length > 1)
    .reduce((rest, words) => rest.replace(new RegExp(words.join("[ -]")), A_NAME), plain(text));
}

const HAS_OWN_NAME = /^(country|organisation|person|place):/;
const A_NAME = "it";

function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}-]+/gu, " ");
}

function isKind(name: string): name is Kind {
  return name in NAMES;
}

/** A fact on deposits or metals answers without their names; one on companies tells which. */
export function isAlwaysNamed(kind: Kind): boolean {
  return NAMES[kind].concept !== "place" && NAMES[kind].concept !== "mineral";
}

const HOME = "country:KZ";
/** A fact that tells several new names spares others. */
const NAME_BONUS = 0.05;
const MAX_NAMES = 4;

/** Of facts that fit, those that each tell a further name, the best first. */
export function tellingNames(
  fitting: readonly Ranked[],
  { query, kind, vocabulary }: { query: Query; kind: Kind; vocabulary: Vocabulary },
): Ranked[] {
  const namesIn = (fact: Ranked) =>
    newNames(fact.profile, query).filter((key) => isName(key, kind, vocabulary));
  const value = (fact: Ranked) =>
    fact.score + NAME_BONUS * Math.min(namesIn(fact).length, MAX_NAMES);
  const told = new Set<string>();
  return fitting
    .toSorted((left, right) => value(right) - value(left))
    .filter((fact) => {
      const fresh = namesIn(fact).filter((name) => !told.has(name));
      for (const name of fresh) told.add(name);
      return fresh.length > 0;
    });
}

function isName(key: string, kind: Kind, vocabulary: Vocabulary): boolean {
  const { concept, roles, without = [] } = NAMES[kind];
  if (key === HOME || !key.startsWith(`${concept}:`)) return false;
  const own = vocabulary.concepts.get(key)?.roles ?? [];
  return (
    (!roles || own.some((role) => roles.includes(role))) &&
    !own.some((role) => without.includes(role))
  );
}
