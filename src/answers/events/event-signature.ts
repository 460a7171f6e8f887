/** What an article tells of, in a form in which articles of any language compare. */
import { tokenize } from "../../knowledge/tokens.ts";
import type { Vocabulary } from "../../knowledge/vocabulary.ts";
import { type Article, LANGUAGES, type Language } from "../../model.ts";
import { analyze } from "../search/analyzer.ts";
import { calendar, type Period } from "../time/period.ts";
import { type EventTime, eventTime } from "./event-time.ts";

type Text = { [language in Language]?: string | undefined };

/** An article as far as its happening matters; one that was not translated has its own language only. */
export type EventArticle = Pick<
  Article,
  "id" | "published" | "event_type" | "deals" | "relations"
> & {
  headline: Text;
  facts: readonly (Text & { on?: string | undefined })[];
};

/** Words and things with how much they stand in the foreground, 0 to 2. */
export type Weights = ReadonlyMap<string, number>;

/** `named` are concepts and numbers, `terms` the words of each language that there is. */
export type Foreground = { named: Weights; terms: { [language in Language]?: Weights } };

export type EventSignature = {
  article: EventArticle;
  time: EventTime | null;
  /** The headline and the first fact: what happened. */
  head: Foreground;
  /** These and everything else that the article tells. */
  whole: Foreground;
  /** Turns that the headline tells: stopped, resumed, called off. */
  turns: ReadonlySet<string>;
  /** Dated deals that may be what happened. */
  deals: readonly { parties: string; days: Period }[];
};

/** Deals are what happened in these; the others tell of them as the background. */
const ABOUT_DEALS: ReadonlySet<string> = new Set([
  "agreement",
  "memorandum",
  "negotiation",
  "visit",
  "investment",
  "project",
]);

/** How much a text stands in the foreground. */
const HEADLINE = 2;
const LEAD = 1.5;
const NEXT = 1;
const REST = 0.5;
/** Facts that still tell the happening, after the first. */
const NEXT_FACTS = 2;
/** A thing says more than a word. */
const TERM_SHARE = 0.5;

/** All articles are about this country. */
const EMPTY = "country:KZ";
const QUESTION_WORDS = "question-word:";
/** A plant that stopped and one that works again are two happenings. */
const STOPS: ReadonlySet<string> = new Set([
  "word:cancel",
  "word:refuse",
  "word:suspend",
  "word:closure",
  "word:delay",
]);
const GOES_ON = "word:resume";

/** Reads an article's signature. */
export function eventSignature(article: EventArticle, vocabulary: Vocabulary): EventSignature {
  const { headline, facts } = article;
  const [lead] = facts;
  const head: Weighed[] = [[headline, HEADLINE], ...(lead ? [[lead, LEAD] as Weighed] : [])];
  const rest = facts.slice(1).map((fact, at): Weighed => [fact, at < NEXT_FACTS ? NEXT : REST]);
  return {
    article,
    time: eventTime(article),
    head: foreground(head, vocabulary),
    whole: foreground([...head, ...rest], vocabulary),
    turns: turnsIn(foreground([[headline, HEADLINE]], vocabulary).named),
    deals: ABOUT_DEALS.has(article.event_type) ? article.deals.flatMap(datedDeal) : [],
  };
}

/** What goes on again was stopped before, so that the stop is no news. */
function turnsIn(named: Weights): Set<string> {
  return named.has(GOES_ON) ? new Set([GOES_ON]) : STOPS.intersection(named);
}

function datedDeal({ parties, date }: Article["deals"][number]) {
  const days = date === null ? null : calendar(date);
  return days === null ? [] : [{ parties: parties.toSorted().join(), days }];
}

type Weighed = [text: Text, weight: number];

function foreground(texts: readonly Weighed[], vocabulary: Vocabulary): Foreground {
  const [first] = LANGUAGES.filter((language) => texts[0]?.[0][language] !== undefined);
  const named = new Map<string, number>();
  const terms: { [language in Language]?: Map<string, number> } = {};
  for (const [text, weight] of texts) {
    if (first)
      for (const name of namesIn(text[first] ?? "", first, vocabulary)) put(named, name, weight);
    for (const language of LANGUAGES) {
      const written = text[language];
      if (written === undefined) continue;
      const own = terms[language] ?? new Map<string, number>();
      terms[language] = own;
      for (const term of analyze(written, language)) put(own, term, weight * TERM_SHARE);
    }
  }
  return { named, terms };
}

function put(weights: Map<string, number>, word: string, weight: number): void {
  weights.set(word, Math.max(weight, weights.get(word) ?? 0));
}

/** Concepts and numbers, which are the same in every language. */
function namesIn(text: string, language: Language, vocabulary: Vocabulary): string[] {
  const tokens = tokenize(text, language);
  const concepts = vocabulary
    .everyMention(tokens, language)
    .flatMap((mention) => mention.concepts)
    .filter((concept) => concept !== EMPTY && !concept.startsWith(QUESTION_WORDS));
  return [...concepts, ...tokens.flatMap((token) => (token.isNumber ? token.text : []))];
}
