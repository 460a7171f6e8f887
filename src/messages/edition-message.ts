/** An edition in words: the lead of at most ten lines, and the replies of its thread. */
import type { Edition, EditionSection } from "../digest/edition.ts";
import type { ComposedDelivery } from "../digest/planner.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { dealLine, openDealsLine, otherDealsLine, statusCounts } from "./edition-deal-lines.ts";
import { createItemLines } from "./edition-item-lines.ts";
import type { EditionReader } from "./edition-reader.ts";
import { formatDate, formatMoment, formatWindow } from "./format.ts";
import { body, bold, type Message, note, type Paragraph, type Span } from "./text.ts";

/** When the edition was made and when the next is due, on the subscription's clocks. */
export type EditionTimes = { asOf: Date; next: Date | null; timeZone: string };

const MAX_ITEMS_PER_REPLY = 10;
/** A lead that is longer is scrolled past. One line is kept for a post that is late. */
const MAX_LEAD_LINES = 9;

/** Whoever mends them looks at the list of sources. */
const MAX_UNREAD = 5;

/** A post this late is marked as delayed. */
const DELAYED_AFTER_MS = 15 * 60 * 1000;

/** A delivery as it is stored: its messages, the picture last, and what it tells. */
export function composedDelivery(
  edition: Edition,
  { times, slot, picture }: { times: EditionTimes; slot: Date; picture: Message | null },
): ComposedDelivery {
  const items = edition.sections.flatMap((section) => section.items);
  const messages = [...deliveryMessages(edition, times, slot), ...(picture ? [picture] : [])];
  return {
    messages: messages.map((message) => JSON.stringify(message)),
    articles: items.flatMap(({ sources }) => sources.map(({ article }) => article)),
    isEmpty: items.length + edition.deals.length === 0,
  };
}

/** A delivery's messages: the lead first, then the replies of its thread. */
export function deliveryMessages(edition: Edition, times: EditionTimes, slot: Date): Message[] {
  const { language } = edition;
  const due = formatMoment(slot, times.timeZone, language);
  const whenLate = {
    after: new Date(slot.getTime() + DELAYED_AFTER_MS).toISOString(),
    says: note(stringsIn(language).digest.delayed(due)),
  };
  return [
    {
      language,
      paragraphs: leadMessage(edition, times),
      whenLate,
      tells: edition.headlines.slice(0, headlinesShown(edition)).map(({ article }) => article),
    },
    ...replyMessages(edition, times).map((paragraphs) => ({ language, paragraphs })),
  ];
}

/** The first message: title, counts, headlines, deals, and when the next one comes. */
export function leadMessage(edition: Edition, times: EditionTimes): Paragraph[] {
  const { headline } = createItemLines(readerOf(edition, times));
  const shown = headlinesShown(edition);
  return [
    ...aboveHeadlines(edition),
    ...edition.headlines.slice(0, shown).map(headline),
    ...belowHeadlines(edition, shown),
    timesLine(edition, times),
  ];
}

/** How many headlines a lead has room for; with fewer there may be a line more that says so. */
function headlinesShown(edition: Edition): number {
  const all = edition.headlines.length;
  // The last line tells the times.
  const room = (shown: number) =>
    MAX_LEAD_LINES - aboveHeadlines(edition).length - belowHeadlines(edition, shown).length - 1;
  return all <= room(all) ? all : Math.max(0, room(0));
}

function aboveHeadlines(edition: Edition): Paragraph[] {
  return [titleLine(edition), ...notUnderstood(edition)];
}

function belowHeadlines(edition: Edition, shown: number): Paragraph[] {
  return [
    ...otherDealsLine(edition, shown),
    ...openDealsLine(edition),
    ...moreLine(edition, shown),
  ];
}

/** Lead and replies together, for a reader who gets one message. */
export function wholeEdition(edition: Edition, times: EditionTimes): Paragraph[] {
  return [
    titleLine(edition),
    ...notUnderstood(edition),
    ...replyMessages(edition, times).flat(),
    ...openDealsLine(edition),
    ...toldBefore(edition).map((text) => note(text)),
    timesLine(edition, times),
  ];
}

/** The replies, one per group; a group too long for one message goes on in the next. */
function replyMessages(edition: Edition, times: EditionTimes): Paragraph[][] {
  const { language, deals, sections, leftOut } = edition;
  const strings = stringsIn(language).digest;
  const reader = readerOf(edition, times);
  const replies = [
    ...pages(deals).map((page) => [
      body(bold(`${strings.dealsTitle} (${deals.length})`)),
      ...page.map((deal) => dealLine(deal, reader)),
    ]),
    ...sections.flatMap((section) => sectionReplies(section, reader)),
  ];
  return leftOut > 0 ? [...replies, [note(strings.leftOut(leftOut))]] : replies;
}

function sectionReplies({ title, items }: EditionSection, reader: EditionReader): Paragraph[][] {
  const heading = title ?? stringsIn(reader.language).digest.othersTitle;
  const { inThread } = createItemLines(reader);
  return pages(items).map((page) => [
    body(bold(`${heading} (${items.length})`)),
    ...page.flatMap(inThread),
  ]);
}

function readerOf({ language, to }: Edition, { asOf, timeZone }: EditionTimes): EditionReader {
  const lastDay = Temporal.PlainDate.from(to).subtract({ days: 1 });
  const today = Temporal.Instant.fromEpochMilliseconds(asOf.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
  return { language, year: String(lastDay.year), today };
}

function titleLine(edition: Edition): Paragraph {
  const { title } = stringsIn(edition.language).digest;
  return body(bold(title(formatWindow(edition, edition.language))), ...countsOf(edition));
}

function unreadText(titles: readonly string[], language: Language): string {
  const more = titles.length - MAX_UNREAD;
  const { answer, feeds } = stringsIn(language);
  const shown = titles.slice(0, MAX_UNREAD).join(", ");
  return feeds.mayLack(more > 0 ? `${shown} ${answer.andMore(more)}` : shown);
}

function countsOf({ newItems, updates, deals, newest, unread, language }: Edition): Span[] {
  const strings = stringsIn(language).digest;
  if (newItems + updates === 0) {
    // Whoever did not look everywhere does not say that there is nothing.
    if (unread && unread.length > 0) return [{ text: ` — ${unreadText(unread, language)}` }];
    const text = newest ? strings.nothingNew(formatDate(newest, language)) : strings.nothingAtAll;
    return [{ text: ` — ${text}` }];
  }
  const parts = [
    ...(newItems > 0 ? [strings.newItems(newItems)] : []),
    ...(updates > 0 ? [strings.updates(updates)] : []),
    ...(deals.length > 0 ? [strings.deals(statusCounts(deals))] : []),
  ];
  return [{ text: ` — ${parts.join(", ")}` }];
}

function notUnderstood({ notUnderstood: words, language }: Edition): Paragraph[] {
  return words.length > 0 ? [note(stringsIn(language).digest.notUnderstood(words.join(", ")))] : [];
}

/** What the thread has besides, and what an earlier edition had. */
function moreLine(edition: Edition, shown: number): Paragraph[] {
  const more = edition.newItems + edition.updates - shown;
  const parts = [
    ...(more > 0 ? [stringsIn(edition.language).digest.moreInThread(more)] : []),
    ...toldBefore(edition),
  ];
  return parts.length > 0 ? [note(parts.join(" · "))] : [];
}

function toldBefore({ toldBefore: count, language }: Edition): string[] {
  return count > 0 ? [stringsIn(language).digest.toldBefore(count)] : [];
}

function timesLine({ language }: Edition, { asOf, next, timeZone }: EditionTimes): Paragraph {
  const strings = stringsIn(language).digest;
  const parts = [
    strings.asOf(formatMoment(asOf, timeZone, language)),
    ...(next ? [strings.next(formatMoment(next, timeZone, language))] : []),
    strings.askInThread,
  ];
  return note({ text: parts.join(" · "), italic: true });
}

function pages<Entry>(entries: readonly Entry[]): Entry[][] {
  const count = Math.ceil(entries.length / MAX_ITEMS_PER_REPLY);
  return Array.from({ length: count }, (_, page) =>
    entries.slice(page * MAX_ITEMS_PER_REPLY, (page + 1) * MAX_ITEMS_PER_REPLY),
  );
}
