/** What ranking needs to know of a fact. */
import { once, onceForEach } from "../../knowledge/once.ts";
import type { ArticleFact, Language, Translated } from "../../model.ts";
import { analyze, englishTerms, termOf } from "../search/analyzer.ts";
import { conceptsOf, type FactOutline } from "./fact-outline.ts";
import { type Quantity, quantitiesOf } from "./quantities.ts";
import type { Reading } from "./reading.ts";
import { givesReason, type Reasons, reasonsIn } from "./reasons.ts";

/** Where in a text something stands first, as a token position. */
type Places = ReadonlyMap<string, number>;

/** A person's office: the concepts that its name holds, and how much of it the fact tells, 0 to 1. */
type Office = { concepts: ReadonlySet<string>; told: number };

export type FactProfile = FactOutline & {
  /** Terms and concepts with their places in the fact, and the terms of the headline. */
  places: Record<Language, Places>;
  headlineTerms: Record<Language, ReadonlySet<string>>;
  /** Terms and concepts that it may be looked up by and does not name. */
  searchTerms: Record<Language, ReadonlySet<string>>;
  /** Numbers that are no dates. */
  quantities: Record<Language, readonly Quantity[]>;
  /** The offices of the persons that it names, by the person's concept. */
  offices: ReadonlyMap<string, Office>;
  /** Concepts that it names only as the setting: before, when or during which something was. */
  setting: ReadonlySet<string>;
  /** Concepts that it names only as where people met or what they met for. */
  venue: ReadonlySet<string>;
  /** The concepts that its English sentence opens with. */
  opening: ReadonlySet<string>;
  /** Of these, what it says to be something: "Ulba is a plant that…". */
  describes: ReadonlySet<string>;
  /** And what it says something to do or to hold. */
  portrays: ReadonlySet<string>;
  /** Whether it tells a cause or an aim. */
  givesReason: boolean;
  reasons: Reasons;
  /** Whether it tells for whom something is made, or to whom it is sold. */
  tellsBuyer: boolean;
  /** Whether it tells what is to come: a plan is told so without the word. */
  looksAhead: boolean;
};

/** Profiles one fact. */
export function profileFact(outline: FactOutline, read: Reading): FactProfile {
  const { article, fact, concepts } = outline;
  return {
    ...outline,
    places: byLanguage((language) => placesOf(fact[language], language, read)),
    headlineTerms: headlineTermsOf(article.headline),
    searchTerms: byLanguage((language) => searchTermsOf(fact, language, read)),
    quantities: byLanguage((language) => quantitiesOf(fact[language], language)),
    offices: officesOf(outline, { concepts, read }),
    setting: onlyWithin(SETTING_CLAUSE, fact.en, read),
    venue: onlyWithin(MEETING, fact.en, read),
    opening: openingOf(fact.en, read),
    ...describedIn(fact.en, read),
    givesReason: givesReason(fact),
    reasons: reasonsIn(fact),
    tellsBuyer: MADE_FOR.test(fact.en),
    looksAhead: AHEAD.test(fact.en),
  };
}

/** Made for Boeing, delivered to Canada; "supplies of metals" are a noun, and no buyer is theirs. */
const MADE_FOR =
  /\b(?:(?:makes?|made|making)\b(?:(?! to )[^.;])* for|(?:suppl(?:y|ies|ied)(?! of)|sells?|sold|deliver(?:s|ed)?|export(?:s|ed)?|ship(?:s|ped)?|go(?:es)?|went)\b[^.;]* to) (?:the )?(?!Kazakh)\p{Lu}/u;

/** Will cut its output, is to open. */
const AHEAD =
  /\b(?:will|would|should|(?:is|are) (?:to|due to|set to)|plan(?:s|ned)?|aims? to|wants? to|expects?|expected|by 20\d\d)\b/i;

function placesOf(text: string, language: Language, read: Reading): Places {
  const { tokens, mentions } = read(text, language);
  const places = new Map<string, number>();
  const put = (word: string, at: number) => {
    if (!places.has(word)) places.set(word, at);
  };
  for (const { from, concepts } of mentions) for (const concept of concepts) put(concept, from);
  for (const [at, token] of tokens.entries()) {
    const term = termOf(token, language);
    if (term !== null) put(term, at);
  }
  return places;
}

function searchTermsOf(
  { search_terms }: ArticleFact["fact"],
  language: Language,
  read: Reading,
): ReadonlySet<string> {
  const text = search_terms?.[language] ?? "";
  return new Set([...analyze(text, language), ...read(text, language).concepts]);
}

function officesOf(
  { article, fact }: ArticleFact,
  { concepts, read }: { concepts: ReadonlySet<string>; read: Reading },
): Map<string, Office> {
  const terms = new Set(englishTerms(fact));
  return new Map(
    article.people
      .filter(({ id }) => concepts.has(`person:${id}`))
      .map(({ id, role }) => {
        const office = englishTerms(role);
        const repeated = office.filter((term) => terms.has(term)).length;
        const told = repeated / Math.max(office.length, 1);
        return [`person:${id}`, { concepts: conceptsOf(role, read), told }] as const;
      }),
  );
}

const SETTING_CLAUSE =
  /\b(before|after|when|while|during|until|at the time|besides|apart from|(?<!.)with)\b[^,.;]*/gi;

/** The Astana meeting; talks with the ministers in Astana; a visit to Paris. */
const MEETING =
  /\b(?:\p{Lu}[\p{L}-]+ (?:meeting|talks|summit|forum|conference|session|visit)|(?:meeting|talks|summit|forum|conference|session|ceremony|visit)\b[^,.;]*? (?:in|to) \p{Lu}[\p{L}-]+)/gu;

const NOTHING: ReadonlySet<string> = new Set();

/** The concepts of an English text that stand in parts of this form alone. */
function onlyWithin(part: RegExp, text: string, read: Reading): ReadonlySet<string> {
  const clauses = text.match(part);
  if (clauses === null) return NOTHING;
  const told = read(text.replace(part, ""), "en").concepts;
  return read(clauses.join(". "), "en").concepts.difference(told);
}

/** An opening is the first words: "Titanium, which…", "The C5+1 brings…". */
const OPENING_WORDS = 3;

function openingOf(text: string, read: Reading): Set<string> {
  return new Set(
    read(text, "en")
      .mentions.filter((mention) => mention.from < OPENING_WORDS)
      .flatMap((mention) => mention.concepts),
  );
}

/** The Korean institute KIGAM: a noun beside the name describes it as well. */
const KIND_BEFORE =
  /\b(?:company|firm|institute|trader|fund|group|producer|miner|agency|bank|maker|carmaker|subsidiary|venture|plant|corporation|association|consultancy|developer)\s+$/i;

/** Describes Cove Capital as a company. */
const CALLED_BEFORE = /\b(?:describes?|calls?)\s+$/i;

/** KATCO, the uranium venture of Orano; Aral Kegen, a subsidiary of Jiaxin. */
const APPOSITION =
  /^(?:\s*\([^)]*\))?, (?:an?|the|part of|owned|held|run|controlled|founded|whose|which (?:is|was|are|mines|makes|produces|owns|runs|works|explores))\b/u;

/** Ulba is a plant; of what is put at, found or announced nothing is said to be. */
const COPULA =
  /^(?:\s*\([^)]*\))?(?: [\p{L}'’-]+){0,4},? (?:(?:is|are|was|were) (?:an?|the|one|among|part|owned|held|based|presented|described|founded|formed|created|set up|said to be|made up|run|\p{Lu}[\p{L}-]*['’]s)|unites|brings|groups|means|stands for)\b/u;

/** What it does, where it runs or what it holds tells less, and still what it is. */
const DOES =
  /^(?:\s*\([^)]*\))?(?: [\p{L}'’-]+){0,3} (?:makes?|produces?|mines?|runs?|covers?|lies|employs?|operates?|supplies|owns?|manages?|contains?|holds?|explores?|works?|focuses|aims?)\b/u;

type Described = { describes: ReadonlySet<string>; portrays: ReadonlySet<string> };

/** What an English sentence says something to be, and what it says something to do. */
function describedIn(text: string, read: Reading): Described {
  const { tokens, mentions } = read(text, "en");
  const describes = new Set<string>();
  const portrays = new Set<string>();
  for (const { from, to, concepts } of mentions) {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (!first || !last) continue;
    const [before, behind] = [text.slice(0, first.start), text.slice(last.end)];
    const opens = from < OPENING_WORDS;
    const isNamed = KIND_BEFORE.test(before) || CALLED_BEFORE.test(before);
    const isDescribed = isNamed || APPOSITION.test(behind) || (opens && COPULA.test(behind));
    for (const concept of concepts)
      if (isDescribed) describes.add(concept);
      else if (opens && DOES.test(behind)) portrays.add(concept);
  }
  return { describes, portrays };
}

/** The facts of an article share them. */
const headlineTermsOf = onceForEach((headline: Translated) =>
  byLanguage((language): ReadonlySet<string> => new Set(analyze(headline[language], language))),
);

/** Worked out for a language when a question is first put in it. */
function byLanguage<Value>(make: (language: Language) => Value): Record<Language, Value> {
  const [en, fr, ru] = [once(() => make("en")), once(() => make("fr")), once(() => make("ru"))];
  return {
    get en() {
      return en();
    },
    get fr() {
      return fr();
    },
    get ru() {
      return ru();
    },
  };
}
