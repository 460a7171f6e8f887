/** Hits → an answer that quotes the base, or says that it does not know. */
import { conceptName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { type Article, type ArticleFact, factKey, type Language } from "../model.ts";
import { type About, createAbout } from "./about.ts";
import { emphasis } from "./emphasis.ts";
import { createDisagreements, type Standing, type StandingFact } from "./facts/disagreements.ts";
import type { FactOutline } from "./facts/fact-outline.ts";
import { createInContext } from "./facts/in-context.ts";
import type { Profiles } from "./facts/profiles.ts";
import { createFactFinder } from "./find-facts.ts";
import { createConverse, type WholeTurn } from "./follow-ups/converse.ts";
import { NEW_THREAD, type Thread } from "./follow-ups/follow-up.ts";
import { MAX_REMEMBERED, nextThread } from "./follow-ups/next-thread.ts";
import { createFurther } from "./further.ts";
import { type Query, readQuestion } from "./question/question.ts";
import type { Unit } from "./question/units.ts";
import type { SearchIndex } from "./search/search-index.ts";
import type { Period } from "./time/period.ts";
import { missing, nearest } from "./unknown.ts";

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
  /** The period asked about, where only that is missing. */
  missingPeriod: Period | null;
  /** What was named side by side and the base is silent on: names, or times. */
  silent: readonly (string | Period)[];
  /** How many more right items a list leaves out. */
  more: number;
  /** Related reading for `unknown`. */
  nearest: readonly Article[];
  /** What a next question in the conversation may rest on. */
  thread: Thread;
  /** What the question was asked with, for asking it again. */
  asked: Asked;
};

/** A question with the day in its asker's calendar, and what of the conversation it leant on. */
export type Asked = { text: string; today: string; previous: Thread };

/** A page of further reading; `count` are all that there are. */
export type Further = { language: Language; citations: readonly Citation[]; count: number };

export type Answers = {
  /**
   * Answers a question; `today` is `YYYY-MM-DD` in the asker's calendar, `previous` what the
   * conversation is about.
   */
  ask: (question: { text: string; today: string; previous?: Thread }) => Answer;
  /** What a text leads to that was not written to be asked. */
  about: (text: { text: string; today: string }) => About;
  /**
   * What the base tells besides the answer on the things that the question names, without asking
   * whether it answers: first what a list left out, then by how well it fits.
   */
  further: (asked: Asked, page: { from: number; to: number }) => Further;
  /** Every fact with what it names, in the order of the articles. */
  outlines: () => Iterable<FactOutline>;
  /** Quotes facts again by their keys (`article/fact`), those that still exist. */
  quote: (keys: readonly string[], language: Language, question: string) => Citation[];
};

/** Articles with what was worked out of them. */
export type AnswerBase = {
  articles: readonly Article[];
  vocabulary: Vocabulary;
  profiles: Profiles;
  /** Holds every fact of the articles in these languages. */
  index: SearchIndex;
  languages: readonly Language[];
};

/** Answers from a base that does not change. */
export function answersFrom({
  articles,
  vocabulary,
  profiles,
  index,
  languages,
}: AnswerBase): Answers {
  const disagreements = createDisagreements(articles);
  const { inContext } = disagreements;
  const { withContext, whatHolds } = createInContext(disagreements);
  const isKnown = (term: string, language: Language) => index.frequency(term, language) > 0;
  const finder = createFactFinder({ profiles, index, vocabulary });
  const converse = createConverse({ articles, profiles, finder, isHeard });
  const findFurther = createFurther({ finder, profiles, vocabulary });

  const read = (question: { text: string; today: string }) =>
    readQuestion({ ...question, vocabulary, isKnown });

  function answered({ text, today, previous }: Asked) {
    return withCitations(
      converse(read({ text, today }), {
        before: previous.questions
          .slice(-MAX_REMEMBERED)
          .map((each) => read({ text: each, today })),
        quoted: previous.facts.flatMap(asFact),
        shown: previous.shown,
        items: previous.items.flatMap(asFact),
      }),
    );
  }

  function withCitations(turn: WholeTurn) {
    const { query, keys, isList, rest = [] } = turn;
    if (!languages.includes(query.language))
      throw new RangeError(`the base is not indexed in ${query.language}`);
    const isTimeline = query.intents.has("timeline");
    const { facts, leftOut } = withContext(keys, { isList, isTimeline });
    const citations = facts.flatMap((each) => cite(each, query));
    return { ...turn, citations, leftOut: [...(isList ? leftOut : []), ...rest] };
  }

  const ask: Answers["ask"] = ({ text, today, previous = NEW_THREAD }) =>
    answerOf(answered({ text, today, previous }), { text, today, previous });

  const about = createAbout({
    ask,
    read,
    answerTo: (query, question) => {
      const turn = { ...finder.find(query), leans: false, whole: query };
      return answerOf(withCitations(turn), { ...question, previous: NEW_THREAD });
    },
  });

  function answerOf(
    turn: ReturnType<typeof withCitations>,
    { text, today, previous }: Asked,
  ): Answer {
    const { query, ranked, isList, leans, silent = [], citations, leftOut } = turn;
    const isUnknown = citations.length === 0;
    const lacks = isUnknown ? missing(query, ranked) : [];
    return {
      kind: isUnknown ? "unknown" : isList ? "list" : "answer",
      question: text,
      language: query.language,
      isForeign: query.isForeign,
      citations,
      missing: lacks,
      missingPeriod: isUnknown && lacks.length === 0 ? query.period : null,
      silent: silent.map((side) => nameOf(side, query)),
      more: leftOut.length,
      nearest: isUnknown ? nearest(ranked) : [],
      thread:
        isUnknown && leans ? previous : nextThread({ text, citations, isList, leans, previous }),
      asked: { text, today, previous: leans ? previous : NEW_THREAD },
    };
  }

  const further: Answers["further"] = (asked, { from, to }) => {
    const { whole, citations, leftOut } = answered(asked);
    const cited = citations.map(factKey);
    const listed = leftOut.filter((key) => !cited.includes(key));
    const keys = [...listed, ...findFurther(whole, [...cited, ...listed])];
    const shown = new Map(
      keys
        .slice(from, to)
        .flatMap(whatHolds)
        .map((fact) => [fact.key, fact]),
    );
    return {
      language: whole.language,
      citations: [...shown.values()].flatMap((each) => cite(each, whole)),
      count: keys.length,
    };
  };

  /** What an edition tells is known by its article, whose first fact stands for it. */
  function asFact(key: string): string[] {
    if (profiles.get(key)) return [key];
    return profiles.ofArticle(key).slice(0, 1).map(factKey);
  }

  function isHeard({ concepts, terms }: Unit, { language }: Query): boolean {
    return concepts.length > 0 || terms.some((term) => isKnown(term, language));
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

  /** As the reader's language calls it; what is no concept, as it was written. */
  function nameOf(side: Unit | Period, { language }: Query): string | Period {
    if (!("concepts" in side)) return side;
    const [concept] = side.concepts;
    return concept ? conceptName(vocabulary, concept, language) : side.label;
  }

  return {
    ask,
    about,
    further,
    outlines: profiles.outlines,
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
