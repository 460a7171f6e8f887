/** What is known of every fact before a question comes to it: what it names and when it was. */
import { once, onceForEach } from "../../knowledge/once.ts";
import { tokenize } from "../../knowledge/tokens.ts";
import { type Article, type ArticleFact, LANGUAGES, type Translated } from "../../model.ts";
import { type Happened, happenedIn } from "../lists/same-happening.ts";
import { analyze } from "../search/analyzer.ts";
import { factDates } from "../time/fact-dates.ts";
import { calendar, type Period } from "../time/period.ts";
import { tellsShare } from "./quantities.ts";
import type { Reading } from "./reading.ts";

/** What the facts of an article share. */
type ArticleOutline = {
  /** Concepts of the article's headline and its persons: what the article is about. */
  subject: ReadonlySet<string>;
  /** The terms of its English headline. */
  headline: ReadonlySet<string>;
  /** The days on which it was published, if that is known. */
  published: Period | null;
  /** What tells its happening from others. */
  happened: Happened;
};

/** A fact with what is needed to choose among all facts; the rest is worked out when asked for. */
export type FactOutline = ArticleFact &
  ArticleOutline & {
    /** Concepts that the fact names in any language. */
    concepts: ReadonlySet<string>;
    /** Concepts that at least two of its languages name: no other word's form by chance. */
    certain: ReadonlySet<string>;
    /** Years, months and days that the fact itself tells, as partial dates, and as days. */
    dates: readonly string[];
    spans: readonly Period[];
    /** The days of its own date, if it has one. */
    on: Period | null;
    /** Whether it is the article's first fact. */
    isLead: boolean;
  };

/** Outlines facts; what those of one article share is worked out once. */
export function createOutlines(read: Reading): (named: ArticleFact) => FactOutline {
  // Apart from the rest, for which headlines are read: a period is looked for in every article.
  const publishedOf = onceForEach(({ published }: Article) =>
    published === null ? null : calendar(published),
  );
  const articleOf = onceForEach((article: Article): ArticleOutline => {
    const told = {
      subject: subjectOf(article, read),
      headline: new Set(analyze(article.headline.en, "en")),
      published: publishedOf(article),
    };
    return { ...told, happened: happenedIn(article, told) };
  });

  return (named) => {
    const { article, fact } = named;
    const signs = signsOf(fact);
    const on = once(() => (fact.on === undefined ? null : calendar(fact.on)));
    const dates = once(() => datesOf(named));
    const spans = once(() => dates().flatMap((date) => calendar(date) ?? []));
    return {
      ...named,
      concepts: conceptsOf(fact, read).union(signs),
      // Told from the same reading of the texts: to read them again takes as long as indexing them.
      certain: certainOf(fact, read).union(signs),
      isLead: article.facts[0] === fact,
      get on() {
        return on();
      },
      get subject() {
        return articleOf(article).subject;
      },
      get headline() {
        return articleOf(article).headline;
      },
      get published() {
        return publishedOf(article);
      },
      get happened() {
        return articleOf(article).happened;
      },
      get dates() {
        return dates();
      },
      get spans() {
        return spans();
      },
    };
  };
}

/** A sentence without a year tells no date. */
const YEAR = /(?<!\d)(19|20)\d\d(?!\d)/;

function datesOf({ fact }: ArticleFact): string[] {
  const tokens = YEAR.test(fact.en) ? tokenize(fact.en, "en") : [];
  return factDates(fact.on, { text: fact.en, tokens });
}

/** What the article is about: what its headline names, and the persons that act in it. */
function subjectOf({ headline, people }: Article, read: Reading): ReadonlySet<string> {
  return new Set([...conceptsOf(headline, read), ...people.map(({ id }) => `person:${id}`)]);
}

/** The concepts that a text names in any language. */
export function conceptsOf(text: Translated, read: Reading): ReadonlySet<string> {
  return new Set(LANGUAGES.flatMap((language) => [...read(text[language], language).concepts]));
}

function certainOf(text: Translated, read: Reading): ReadonlySet<string> {
  const [en, fr, ru] = [read(text.en, "en"), read(text.fr, "fr"), read(text.ru, "ru")].map(
    ({ concepts }) => concepts,
  );
  if (!en || !fr || !ru) return new Set();
  return en.intersection(fr).union(en.intersection(ru)).union(fr.intersection(ru));
}

/** What signs say: the concept of a percentage is named by % too. */
function signsOf(text: Translated): Set<string> {
  return new Set(tellsShare(text.ru, "ru") ? [PERCENTAGE] : []);
}

const PERCENTAGE = "word:percentage";
