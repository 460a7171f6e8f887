/** Hits → an answer that quotes the base, or says that it does not know. */
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, type ArticleFact, factKey, LANGUAGES, type Language } from "../model.ts";
import { chooseFacts, wantsList } from "./choose.ts";
import { inTurn, sidesOf } from "./compare.ts";
import { createDisagreements, type Standing, type StandingFact } from "./disagreements.ts";
import { type FactProfile, profileFact } from "./fact-profile.ts";
import { followUp, isFollowUp } from "./follow-up.ts";
import { inTurns } from "./in-turns.ts";
import { type Query, readQuestion } from "./question.ts";
import { type Ranked, rankFacts } from "./rank.ts";
import { createSearchIndex, type SearchDocument } from "./search-index.ts";

/**
 * A fact as quoted in `language`, with how it stands towards the one before it; `emphasis` are the
 * character ranges that the question named.
 */
export type Citation = ArticleFact & {
  language: Language;
  quote: string;
  standing: Standing;
  emphasis: readonly [start: number, end: number][];
};

export type Answer = {
  kind: "answer" | "list" | "unknown";
  question: string;
  language: Language;
  /** Whether the question was put in a language that is not understood. */
  isForeign: boolean;
  /** Best first; empty for `unknown`. */
  citations: readonly Citation[];
  /** Words of the question that the base has nothing on, as the person wrote them. */
  missing: readonly string[];
  /** Related reading for `unknown`. */
  nearest: readonly Article[];
  /** The questions that a next one in the conversation may rest on, oldest first. */
  restsOn: readonly string[];
};

export type Answers = {
  /**
   * Answers a question; `today` is `YYYY-MM-DD` in the asker's calendar, `previous` what was asked
   * before in the conversation, oldest first.
   */
  ask: (question: { text: string; today: string; previous?: readonly string[] }) => Answer;
  /** Quotes facts again by their keys (`article/fact`), those that still exist. */
  quote: (keys: readonly string[], language: Language, question: string) => Citation[];
};

const MAX_CANDIDATES = 50;
const MAX_NEAREST = 3;
/** What is quoted at most, with what replaces or contradicts it. */
const MAX_CITATIONS = 3;
const MAX_LISTED = 10;
const MAX_PER_SIDE = 3;
/** A chain of follow-ups longer than this has left its subject. */
const MAX_REMEMBERED = 5;

/** Indexes every fact of the articles in every language, without blocking meanwhile. */
export async function createAnswers(
  articles: readonly Article[],
  vocabulary: Vocabulary,
): Promise<Answers> {
  const facts = articles.flatMap((article) => article.facts.map((fact) => ({ article, fact })));
  const profiles = new Map<string, FactProfile>();
  await inTurns(facts, (named) => {
    profiles.set(factKey(named), profileFact(named, vocabulary));
  });
  const { inContext } = createDisagreements(articles);
  const index = createSearchIndex();
  await index.add(profiles.values().flatMap(documentsOf));

  const ask: Answers["ask"] = ({ text, today, previous = [] }) => {
    const isKnown = (term: string, language: Language) => index.frequency(term, language) > 0;
    const read = (each: string) => readQuestion({ text: each, today, vocabulary, isKnown });
    const alone = read(text);
    const restsOn = isFollowUp(alone) ? previous.slice(-MAX_REMEMBERED) : [];
    const query = [...restsOn.map(read), alone].reduce(followUp);
    const sides = sidesOf(query).map((side) => rank(side));
    const ranked = sides.flat();
    const perSide = sides.length > 1 ? MAX_PER_SIDE : MAX_LISTED;
    const chosen = sides.map((side) => chooseFacts(side, query).slice(0, perSide));
    const isList = wantsList(query) || sides.length > 1;
    const isAnswered = chosen.every((facts) => facts.length > 0);
    const facts = isAnswered ? inTurn(chosen).map(({ profile }) => factKey(profile)) : [];
    const citations = withContext(facts, isList).flatMap((each) => cite(each, query));
    const kind = citations.length === 0 ? "unknown" : isList ? "list" : "answer";
    return {
      kind,
      question: text,
      language: query.language,
      isForeign: query.isForeign,
      citations,
      missing: kind === "unknown" ? missing(query, ranked) : [],
      nearest: kind === "unknown" ? nearest(ranked) : [],
      restsOn: kind === "unknown" && restsOn.length > 0 ? restsOn : [...restsOn, text],
    };
  };

  function rank(query: Query): Ranked[] {
    return rankFacts({ query, candidates: candidates(query), index, vocabulary });
  }

  /** Facts with what replaces or contradicts them, each once. */
  function withContext(keys: readonly string[], isList: boolean): StandingFact[] {
    const groups = keys.map(inContext);
    const once = new Map<string, StandingFact>();
    for (const fact of groups.flat()) if (!once.has(fact.key)) once.set(fact.key, fact);
    return [...once.values()].slice(0, isList ? MAX_LISTED : MAX_CITATIONS);
  }

  function candidates(query: Query): { profile: FactProfile; score: number }[] {
    const terms = query.units.map(({ terms, concepts }) => ({
      words: [...terms.flatMap((term) => index.known(term, query.language)), ...concepts],
      weight: 1,
    }));
    return index
      .search({ language: query.language, terms }, MAX_CANDIDATES)
      .flatMap(({ id, score }) => {
        const profile = profiles.get(id);
        return profile ? [{ profile, score }] : [];
      });
  }

  function cite({ key, standing }: StandingFact, query: Query): Citation[] {
    const profile = profiles.get(key);
    if (!profile) return [];
    const { article, fact } = profile;
    const { language } = query;
    const quote = fact[language];
    return [
      { article, fact, language, quote, standing, emphasis: emphasis(quote, query, vocabulary) },
    ];
  }

  return {
    ask,
    quote: (keys, language, question) => {
      const query = readQuestion({
        text: question,
        today: "1970-01-01",
        vocabulary,
        isKnown: () => true,
        language,
      });
      const known = keys.flatMap(inContext);
      const standing = new Map(known.map((fact) => [fact.key, fact]));
      return keys.flatMap((key) => cite(standing.get(key) ?? { key, standing: "stands" }, query));
    },
  };
}

function documentsOf({ article, fact, concepts }: FactProfile): SearchDocument[] {
  return LANGUAGES.map((language) => ({
    id: factKey({ article, fact }),
    title: article.headline[language],
    text: fact[language],
    language,
    concepts: [...concepts],
  }));
}

/** The things that no candidate names; without any, the words that the best candidate lacks. */
function missing(query: Query, ranked: readonly Ranked[]): string[] {
  const [best] = ranked;
  const lacks = query.units.filter(
    (unit) =>
      !best ||
      !(
        unit.concepts.some((concept) => best.profile.concepts.has(concept)) ||
        unit.terms.some((term) => best.profile.places[query.language].has(term))
      ),
  );
  return lacks.map((unit) => unit.label);
}

function nearest(ranked: readonly Ranked[]): Article[] {
  return [...new Set(ranked.map(({ profile }) => profile.article))].slice(0, MAX_NEAREST);
}

function emphasis(quote: string, query: Query, vocabulary: Vocabulary): [number, number][] {
  const asked = new Set(query.units.flatMap((unit) => [...unit.concepts]));
  const tokens = tokenize(quote, query.language);
  return vocabulary
    .recognise(tokens, query.language)
    .filter((mention) => mention.concepts.some((concept) => asked.has(concept)))
    .flatMap(({ from, to }) => {
      const [first, last] = [tokens[from], tokens[to - 1]];
      return first && last ? [[first.start, last.end] as [number, number]] : [];
    });
}
