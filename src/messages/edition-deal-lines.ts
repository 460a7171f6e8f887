/** The deals of an edition in words. */
import type { Edition, EditionDeal } from "../digest/edition.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { type EditionReader, sourceText } from "./edition-reader.ts";
import { asTitle, formatAmount, formatDateIn } from "./format.ts";
import { shownText } from "./own-words.ts";
import { item, link, note, type Paragraph, type Span } from "./text.ts";

/** Deals that a line of the lead names. */
const MAX_NAMED = 2;
/** Sources that a deal in the thread names. */
const MAX_SOURCES = 3;

/** A deal in the thread: what it is, how it stands, when, how much, and who says so. */
export function dealLine(deal: EditionDeal, reader: EditionReader): Paragraph {
  const { language } = reader;
  const parts = [
    statusText(deal, language),
    ...(deal.date ? [formatDateIn(deal.date, reader)] : []),
    ...amountTexts(deal, reader),
  ];
  const sources = deal.sources
    .slice(0, MAX_SOURCES)
    .flatMap((source): Span[] => [{ text: " · " }, link(sourceText(source, reader), source.url)]);
  const more = deal.sources.length - MAX_SOURCES;
  const rest = more > 0 ? ` ${stringsIn(language).answer.andMore(more)}` : "";
  return item(nameOf(deal, language), ` · ${parts.join(" · ")}`, ...sources, rest);
}

/** `signed, 1.1 billion USD`: how a deal stands and how much it is. */
export function dealFigures(deal: EditionDeal, language: Language): string {
  const amount = deal.amount === null ? [] : [formatAmount(deal.amount, deal.currency, language)];
  return [statusText(deal, language), ...amount].join(", ");
}

/** Deals besides those of the headlines that are shown, on one line. */
export function otherDealsLine(edition: Edition, shown: number): Paragraph[] {
  const { deals, headlines, language } = edition;
  const told = new Set(headlines.slice(0, shown).map(({ deal }) => deal?.id));
  const others = deals.filter(({ id }) => !told.has(id));
  if (others.length === 0) return [];
  const { digest, answer } = stringsIn(language);
  const named = others
    .slice(0, MAX_NAMED)
    .map((deal) => `${nameOf(deal, language)} (${dealFigures(deal, language)})`);
  const more = others.length - named.length;
  const rest = more > 0 ? ` ${answer.andMore(more)}` : "";
  return [note(`${digest.dealsAlso} ${named.join("; ")}${rest}`)];
}

/** Deals that are not concluded, on one line. */
export function openDealsLine({ stillOpen, language }: Edition): Paragraph[] {
  if (stillOpen.deals.length === 0) return [];
  const { digest, answer, status } = stringsIn(language);
  const named = stillOpen.deals.map((deal) => `${nameOf(deal, language)} (${status[deal.status]})`);
  const rest = stillOpen.more > 0 ? ` ${answer.andMore(stillOpen.more)}` : ".";
  return [note(`${digest.stillOpen} ${named.join("; ")}${rest}`)];
}

function nameOf(
  { name, excerpts }: Pick<EditionDeal, "name" | "excerpts">,
  language: Language,
): string {
  return excerpts ? shownText(asTitle(name), { excerpts }, language) : name;
}

/** How many deals have each status, most first. */
export function statusCounts(
  deals: readonly EditionDeal[],
): { status: EditionDeal["status"]; count: number }[] {
  return [...Map.groupBy(deals, ({ status }) => status)]
    .map(([status, same]) => ({ status, count: same.length }))
    .toSorted((left, right) => right.count - left.count);
}

function statusText({ status, was }: EditionDeal, language: Language): string {
  const strings = stringsIn(language);
  return was
    ? `${strings.status[status]} (${strings.digest.wasStatus(strings.status[was])})`
    : strings.status[status];
}

/** Where articles differ, each figure with who tells it. */
function amountTexts(deal: EditionDeal, reader: EditionReader): string[] {
  const { language } = reader;
  if (deal.conflicts.length === 0)
    return deal.amount === null ? [] : [formatAmount(deal.amount, deal.currency, language)];
  const told = deal.conflicts.map(({ amount, currency, sources }) => {
    const who = sources.map((source) => sourceText(source, reader)).join("; ");
    return `${formatAmount(amount, currency, language)} (${who})`;
  });
  return [told.join(` ${stringsIn(language).digest.or} `)];
}
