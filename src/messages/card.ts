/** What stands below the answer to "who is …?" or "what is …?": what the base holds on it. */
import type { Answer } from "../answers/answer.ts";
import type { FactOutline } from "../answers/facts/fact-outline.ts";
import { parseFilter } from "../answers/filter.ts";
import { conceptName, plainName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article, Language } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import { filterOfThing, type ThingSummary, thingSummary } from "../register/thing-summary.ts";
import { stringsIn } from "../strings/strings.ts";
import type { CommandName } from "./command-words.ts";
import { asTitle, formatAmount, formatDate } from "./format.ts";
import { sourceText } from "./news-lines.ts";
import { dealName } from "./own-words.ts";
import { pageValue, SHOW_ACTION } from "./pages.ts";
import { type Button, body, bold, item, link, note, type Paragraph } from "./text.ts";
import { thingsAsked } from "./thing-asked.ts";

/** `above` says what it is, `below` what there is on it. */
export type Card = { above: Paragraph[]; below: Paragraph[]; buttons: Button[] };

type CardSources = {
  articles: () => readonly Article[];
  facts: () => Iterable<FactOutline>;
  deals: () => readonly DealRow[];
  vocabulary: Vocabulary;
  /** `YYYY-MM-DD`. */
  today: () => string;
};

const DEALS_SHOWN = 3;

/** The card for a question about one thing, or about things of one name; null for any other. */
export function createCard(sources: CardSources): (answer: Answer) => Card | null {
  const { vocabulary, today } = sources;
  return ({ question, language, isForeign }) => {
    const keys = isForeign ? [] : thingsAsked(question, language, vocabulary);
    const base = {
      ...sources,
      articles: sources.articles(),
      deals: sources.deals(),
      today: today(),
    };
    const things = oncePerName(keys, language, vocabulary)
      .map((key) => thingSummary(key, base))
      .filter(({ articles }) => articles > 0);
    if (things.length === 0) return null;
    const reading = { language, vocabulary, isAlone: things.length === 1 };
    return {
      above: aboveParagraphs(things, reading),
      below: things.flatMap((thing) => thingParagraphs(thing, reading)),
      buttons: things.flatMap((thing) => thingButtons(thing, { ...reading, today: today() })),
    };
  };
}

type CardReading = { language: Language; vocabulary: Vocabulary; isAlone: boolean };

/** The EU is a partner and an organisation, and one thing to whoever asks. */
function oncePerName(
  keys: readonly string[],
  language: Language,
  vocabulary: Vocabulary,
): string[] {
  const nameOf = (key: string) => plainName(vocabulary, key, language).toLowerCase();
  return [...Map.groupBy(keys, nameOf).values()].flatMap((same) => same.slice(0, 1));
}

function aboveParagraphs(
  things: readonly ThingSummary[],
  { language, vocabulary }: CardReading,
): Paragraph[] {
  const { card } = stringsIn(language).reading;
  const named = things.map((thing) => ({
    ...thing,
    name: conceptName(vocabulary, thing.key, language),
  }));
  if (named.length > 1)
    return [
      body(
        card.several(named.map(({ name, key }) => `${name} (${kindOf(key, language)})`).join(", ")),
      ),
    ];
  return named.map(({ name, key, role }) =>
    body(bold(name), ` · ${kindOf(key, language)}${role ? ` · ${role[language]}` : ""}`),
  );
}

function thingParagraphs(
  thing: ThingSummary,
  { language, vocabulary, isAlone }: CardReading,
): Paragraph[] {
  const { card } = stringsIn(language).reading;
  const { newest, deals, beside, articles } = thing;
  const name = conceptName(vocabulary, thing.key, language);
  const counts = card.counts({ articles, deals: deals.length });
  const company = [
    [card.partners, beside.country] as const,
    [card.minerals, beside.mineral] as const,
    [card.organisations, beside.organisation] as const,
  ].flatMap(([title, most]) => {
    const named = most
      .filter(({ key }) => conceptName(vocabulary, key, language) !== name)
      .map(({ key, count }) => `${plainName(vocabulary, key, language)} (${count})`);
    return named.length > 0 ? [note(`${title} ${named.join(", ")}`)] : [];
  });
  return [
    body(bold(isAlone ? card.inBase : card.of(name)), ` ${counts}`),
    ...(newest
      ? [
          note(
            `${card.newest} `,
            link(asTitle(newest.headline[language]), newest.url),
            ` · ${sourceText(newest, language)}`,
          ),
        ]
      : []),
    ...(isAlone ? company : []),
    ...deals.slice(0, isAlone ? DEALS_SHOWN : 0).map((deal) => dealLine(deal, language)),
    ...(isAlone && deals.length > DEALS_SHOWN
      ? [note(card.moreDeals(deals.length - DEALS_SHOWN))]
      : []),
  ];
}

function dealLine(row: DealRow, language: Language): Paragraph {
  const { status, date, amount, currency } = row;
  const parts = [
    stringsIn(language).status[status],
    ...(date ? [formatDate(date, language)] : []),
    ...(amount === null ? [] : [formatAmount(amount, currency, language)]),
  ];
  return item(dealName(row, language), ` · ${parts.join(" · ")}`);
}

function kindOf(key: string, language: Language): string {
  const { kinds } = stringsIn(language).reading.card;
  return new Map(Object.entries(kinds)).get(key.split(":")[0] ?? "") ?? "";
}

/** To all deals and all news of it, where its name is a filter. */
function thingButtons(
  { key, deals }: ThingSummary,
  { language, vocabulary, today, isAlone }: CardReading & { today: string },
): Button[] {
  const { card } = stringsIn(language).reading;
  const text = filterNaming(key, { language, vocabulary, today });
  if (text === null) return [];
  const name = isAlone ? "" : ` · ${conceptName(vocabulary, key, language)}`;
  const button = (command: CommandName, label: string): Button[] => {
    const value = pageValue({ name: command, text, language, page: 0 });
    return value === null ? [] : [{ action: SHOW_ACTION, label: `${label}${name}`, value }];
  };
  return [
    ...(deals.length > 0 ? button("deals", card.allDeals) : []),
    ...button("latest", card.latest),
    ...button("timeline", card.timeline),
  ];
}

/** The words that a filter reads as this thing alone. */
function filterNaming(
  key: string,
  { language, vocabulary, today }: { language: Language; vocabulary: Vocabulary; today: string },
): string | null {
  const wanted = JSON.stringify(filterOfThing(key));
  const names = Object.values(vocabulary.concepts.get(key)?.names ?? {}).flat();
  return (
    [plainName(vocabulary, key, language), ...names].find(
      (text) => JSON.stringify(parseFilter({ text, today, vocabulary })) === wanted,
    ) ?? null
  );
}
