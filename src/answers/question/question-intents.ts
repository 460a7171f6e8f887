/** What a question asks for, from all its stretches together. */
import { isCountry, isMineral } from "../../knowledge/concept-kind.ts";
import type { Language } from "../../model.ts";
import { type Intent, intentOfHeadNoun, isCountPhrase, namesMineralGroup } from "./intents.ts";
import type { Part } from "./question-parts.ts";
import type { Unit } from "./units.ts";

/** What the whole question asks for; `isYesNo` where its verb comes first. */
export function intentsIn(
  parts: readonly Part[],
  { isYesNo, language }: { isYesNo: boolean; language: Language },
): Set<Intent> {
  const intents = new Set([...leadingIntents(parts, isYesNo), ...headNounIntents(parts, language)]);
  if (isYesNo && ![...intents].some((intent) => ASKING.has(intent))) intents.add("yes-no");
  const units = parts.flatMap(({ unit }) => unit ?? []);
  const isOnlyName = units.length === 1 && units[0]?.kind === "thing";
  const asksWhat =
    (intents.has("what") || intents.has("who")) &&
    [...intents].every((intent) => BARE_WHAT.has(intent));
  if (isOnlyName && asksWhat) intents.add("definition");
  if (intents.has("definition") && units.some(({ label }) => MINISTER.test(label)))
    return intents.add("person");
  return intents;
}

/** A ministry is known by its minister too: who is the minister of finance. */
const MINISTER = /(?<!\p{L})(?:ministers?|ministres?|министр(?:а|у|ом|е|ы|ов)?)(?!\p{L})/iu;

/** "What is the B5+1?", "who is Gallezot": the name alone is asked about. */
const BARE_WHAT: ReadonlySet<Intent> = new Set(["what", "who", "yes-no"]);

/**
 * Behind the first question word, "when" and "who" mostly join clauses: did he sign when…, who was
 * there when…; not so in "who and when".
 */
function leadingIntents(parts: readonly Part[], isYesNo: boolean): Intent[] {
  const first = isYesNo
    ? -1
    : parts.findIndex(({ intents }) => intents.some((intent) => ASKING.has(intent)));
  return parts.flatMap(({ intents }, at) => {
    const before = parts[at - 1]?.span[0]?.text ?? "";
    const isJoined = (isYesNo || (first >= 0 && at > first)) && !AND.test(before);
    return isJoined ? intents.filter((intent) => !JOINING.has(intent)) : intents;
  });
}

const JOINING: ReadonlySet<Intent> = new Set(["what", "who", "when", "where", "how"]);
const ASKING: ReadonlySet<Intent> = new Set([...JOINING, "how-much", "why", "yes-no"]);
const AND = /^(and|or|et|ou|и|или)$/;

/** Between "which" and its noun stand at most a few adjectives. */
const MAX_PARTS_BEFORE_NOUN = 3;

/** In English a group of minerals may also belong to the noun behind it: rare metal deposits. */
function headNounIntents(parts: readonly Part[], language: Language): Intent[] {
  return parts.flatMap((part, at) => {
    if (!part.intents.includes("what") && !part.intents.includes("list")) return [];
    if (isAuxiliary(parts[at + 1])) return [];
    const isNoun = language !== "en" || !parts[at + 2]?.unit;
    if (isNoun && namesMineralGroup(parts[at + 1]?.unit?.concepts ?? [])) return ["mineral"];
    for (const { unit } of parts.slice(at + 1, at + 1 + MAX_PARTS_BEFORE_NOUN)) {
      const intent = unit && intentOfHeadNoun(unit.concepts);
      if (intent) return [intent];
    }
    return [];
  });
}

/** What did the minister say: his name is not what is asked for. */
function isAuxiliary(part: Part | undefined): boolean {
  return AUXILIARY.test(part?.span[0]?.text ?? "");
}

const AUXILIARY =
  /^(?:did|does|do|is|are|was|were|will|would|can|could|has|have|had|should|a|ont|dit|fait|va|vont)$/;

/** What has a name is one, and does what is counted: how much did Kazchrome invest. */
const NAMED = /^(organisation|person|place):/;

/** French counts with "de": combien d'accords, but combien vaut-il, combien la BERD a-t-elle mis. */
function isOfVerb(parts: readonly Part[], at: number): boolean {
  const [phrase, next] = [parts[at]?.span, parts[at + 1]?.span[0]];
  return (
    phrase?.length === 1 &&
    phrase[0]?.text === "combien" &&
    next?.text !== "de" &&
    next?.text !== "des" &&
    next?.elided !== "d"
  );
}

/** What is counted stands in the genitive: сколько государств, but сколько государство вложило. */
const RUSSIAN_SUBJECT = /(?:[ое]|компания|корпорация)$/iu;

/** How many rare earth deposits: the mineral tells which. */
function isPlural(unit: Unit | undefined): boolean {
  return unit?.kind === "word" && /[^s]s$/i.test(unit.label);
}

/** The unit whose number is asked, if things are counted. */
export function countedUnit(parts: readonly Part[], language: Language): Unit | null {
  const at = parts.findIndex(
    ({ intents, span }, index) =>
      intents.includes("how-much") &&
      (isCountPhrase(span, parts[index + 1]?.span[0]) ||
        // How much tungsten: the number is the mineral's.
        parts[index + 1]?.unit?.concepts.some(isMineral)),
  );
  if (at < 0 || isOfVerb(parts, at)) return null;
  const units = parts
    .slice(at + 1, at + 1 + MAX_PARTS_BEFORE_NOUN)
    .flatMap(({ unit }) => unit ?? []);
  const [first, second] = units.filter((unit) => !unit.concepts.some(isCountry));
  const isNounBehind = language === "en" && first?.concepts.some(isMineral) && isPlural(second);
  const counted = isNounBehind && isCountPhrase(parts[at]?.span ?? [], undefined) ? second : first;
  if (!counted || counted.concepts.some((key) => NAMED.test(key))) return null;
  return language === "ru" && RUSSIAN_SUBJECT.test(counted.label) ? null : counted;
}
