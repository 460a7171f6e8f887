/** The bot's Home tab: what is new, what a person follows, and what can be asked. */
import type { Edition } from "../digest/edition.ts";
import { type EditionWindow, localDay } from "../digest/schedule.ts";
import { type Article, addedDay, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { baseSize } from "./answer-message.ts";
import { dealLine } from "./edition-deal-lines.ts";
import { formatDate, formatMoment, formatPublished, formatWindow } from "./format.ts";
import { headlineText } from "./own-words.ts";
import type { Person } from "./person.ts";
import type { Request } from "./request.ts";
import type { Reader } from "./schedule-words.ts";
import { type Button, body, item, link, note, type Paragraph } from "./text.ts";

/**
 * `say` says the button's value for the person, who is answered by a direct message; `subscribe`
 * opens the form for a digest in it.
 */
export const HOME_ACTIONS = { say: "home-say", subscribe: "home-subscribe" } as const;

export type HomePart = { title: string; paragraphs: Paragraph[]; buttons: Button[] };
export type Home = { language: Language; parts: HomePart[] };

type HomeSources = {
  articles: () => readonly Article[];
  edition: (wish: { window: EditionWindow; language: Language }) => Edition;
  /** The parts about the person, and whatever else has a part of its own. */
  ownParts: readonly ((person: Person, reader: Reader) => Promise<HomePart[]>)[];
  /** Questions that the base answers. */
  examples: () => Readonly<Record<Language, readonly string[]>>;
  readerOf: (person: Person) => Reader;
  /** Where Slack does not tell the person's. */
  timeZone: string;
};

/** What a screen shows beside the rest. */
const MAX_ARTICLES = 5;
const MAX_DEALS = 5;
const MAX_EXAMPLES = 5;
const WEEK_DAYS = 7;
/** Slack cuts the label of a button off at 75 characters. */
const MAX_LABEL_CHARS = 75;

/** The Home of a person, in their language and on their clocks. */
export function createHome(sources: HomeSources): (person: Person) => Promise<Home> {
  return async (person) => {
    const reader = sources.readerOf(person);
    const timeZone = person.timeZone ?? sources.timeZone;
    const day = localDay(reader.now, timeZone);
    const own = await Promise.all(sources.ownParts.map((part) => part(person, reader)));
    const { language } = reader;
    return {
      language,
      parts: [
        welcome(sources.articles(), { reader, timeZone }),
        examplesPart(sources.examples()[language], language),
        newestPart(sources.articles(), { day, language }),
        dealsPart(sources.edition({ window: weekTo(day), language }), day),
        ...own.flat(),
      ],
    };
  };
}

/** Whether what somebody wrote changes what their Home shows. */
export function changesHome(request: Request): boolean {
  return request.kind === "command" && ["follow", "unfollow"].includes(request.name);
}

/** A button that says something for the person. */
export function sayButton(label: string, says: string): Button {
  const isLong = label.length > MAX_LABEL_CHARS;
  const short = isLong ? `${label.slice(0, MAX_LABEL_CHARS - 1)}…` : label;
  return { action: HOME_ACTIONS.say, label: short, value: says };
}

function welcome(
  articles: readonly Article[],
  { reader, timeZone }: { reader: Reader; timeZone: string },
): HomePart {
  const { language, now } = reader;
  const { home } = stringsIn(language).surfaces;
  const { digest, answer } = stringsIn(language);
  const { newest } = baseSize(articles);
  const size = home.size({
    articles: articles.length,
    facts: articles.reduce((sum, { facts }) => sum + facts.length, 0),
    newest: newest === null ? answer.dateUnknown : formatDate(newest, language),
  });
  const { help, digest: edition, register } = home.buttons;
  return {
    title: home.title,
    paragraphs: [
      body(home.intro),
      note(`${size} · ${digest.asOf(formatMoment(now, timeZone, language))}`),
    ],
    buttons: [help, edition, register].map(({ label, says }) => sayButton(label, says)),
  };
}

function examplesPart(examples: readonly string[], language: Language): HomePart {
  const { help } = stringsIn(language);
  return {
    title: help.examplesTitle,
    paragraphs: [],
    buttons: examples.slice(0, MAX_EXAMPLES).map((example) => sayButton(example, example)),
  };
}

function newestPart(
  articles: readonly Article[],
  { day, language }: { day: string; language: Language },
): HomePart {
  const { home } = stringsIn(language).surfaces;
  const { latest } = home.buttons;
  const dated = articles
    .flatMap((article) => {
      const added = addedDay(article);
      return added && added <= day ? [{ article, added }] : [];
    })
    .toSorted(
      (left, right) =>
        right.added.localeCompare(left.added) || left.article.id.localeCompare(right.article.id),
    );
  const lines = dated.slice(0, MAX_ARTICLES).map(({ article }) => {
    const { url, publisher, published, date_basis: dateBasis } = article;
    const date = formatPublished({ published, dateBasis }, language);
    return item(link(headlineText(article, language), url), ` · ${publisher} · ${date}`);
  });
  return {
    title: home.newest,
    paragraphs: lines.length > 0 ? lines : [body(home.noArticles)],
    buttons: lines.length > 0 ? [sayButton(latest.label, latest.says)] : [],
  };
}

function dealsPart({ deals, language, from, to }: Edition, today: string): HomePart {
  const { home } = stringsIn(language).surfaces;
  const { answer } = stringsIn(language);
  const reader = { language, year: today.slice(0, "YYYY".length), today };
  const more = deals.length - MAX_DEALS;
  return {
    title: home.deals,
    paragraphs: [
      note(formatWindow({ from, to }, language)),
      ...deals.slice(0, MAX_DEALS).map((deal) => dealLine(deal, reader)),
      ...(deals.length === 0 ? [body(home.noDeals)] : []),
      ...(more > 0 ? [note(answer.andMore(more))] : []),
    ],
    buttons: [],
  };
}

/** The days of a week that ends with a day. */
function weekTo(day: string): EditionWindow {
  const today = Temporal.PlainDate.from(day);
  return {
    from: today.subtract({ days: WEEK_DAYS - 1 }).toString(),
    to: today.add({ days: 1 }).toString(),
  };
}
