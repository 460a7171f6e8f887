/** An edition in words: the lead of at most ten lines, and the replies of its thread. */
import type { Edition, EditionDeal, EditionItem, EditionSection } from "../digest/compose.ts";
import type { ComposedDelivery } from "../digest/planner.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import {
  asTitle,
  formatAmount,
  formatDate,
  formatMoment,
  formatPublished,
  formatWindow,
} from "./format.ts";
import { body, bold, item, link, type Message, note, type Paragraph, type Span } from "./text.ts";

/** When the edition was made and when the next is due, on the subscription's clocks. */
export type EditionTimes = { asOf: Date; next: Date | null; timeZone: string };

const MAX_ITEMS_PER_REPLY = 10;

/** A post this late is marked as delayed. */
const DELAYED_AFTER_MS = 15 * 60 * 1000;

/** A delivery as it is stored: its messages, and what it tells. */
export function composedDelivery(
  edition: Edition,
  times: EditionTimes,
  slot: Date,
): ComposedDelivery {
  const items = edition.sections.flatMap((section) => section.items);
  return {
    messages: deliveryMessages(edition, times, slot).map((message) => JSON.stringify(message)),
    articles: items.map(({ article }) => article),
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
    { language, paragraphs: leadMessage(edition, times), whenLate },
    ...replyMessages(edition).map((paragraphs) => ({ language, paragraphs })),
  ];
}

/** The first message: title, counts, headlines, and when the next one comes. */
export function leadMessage(edition: Edition, times: EditionTimes): Paragraph[] {
  const { language } = edition;
  const strings = stringsIn(language).digest;
  return [
    body(bold(strings.title(formatWindow(edition, language))), ...countsOf(edition)),
    ...notUnderstood(edition),
    ...edition.headlines.map((each) => headline(each, language)),
    ...moreInThread(edition),
    note({ text: timesText(edition, times), italic: true }),
  ];
}

/** The replies, one per group; a group too long for one message goes on in the next. */
function replyMessages(edition: Edition): Paragraph[][] {
  const { language, deals, sections, leftOut } = edition;
  const strings = stringsIn(language).digest;
  const replies = [
    ...pages(deals).map((page) => [
      body(bold(strings.dealsTitle)),
      ...page.map((deal) => dealItem(deal, language)),
    ]),
    ...sections.flatMap((section) => sectionReplies(section, language)),
  ];
  return leftOut > 0 ? [...replies, [note(strings.leftOut(leftOut))]] : replies;
}

/** Lead and replies together, for a reader who gets one message. */
export function wholeEdition(edition: Edition, times: EditionTimes): Paragraph[] {
  const [title, ...rest] = leadMessage(edition, times);
  const closing = rest.at(-1);
  return [
    ...(title ? [title] : []),
    ...notUnderstood(edition),
    ...replyMessages(edition).flat(),
    ...(closing ? [closing] : []),
  ];
}

function countsOf(edition: Edition): Span[] {
  const { newArticles, updates, deals, newest, language } = edition;
  const strings = stringsIn(language).digest;
  if (newArticles + updates === 0) {
    const text = newest ? strings.nothingNew(formatDate(newest, language)) : strings.nothingAtAll;
    return [{ text: ` — ${text}` }];
  }
  const parts = [
    ...(newArticles > 0 ? [strings.newArticles(newArticles)] : []),
    ...(updates > 0 ? [strings.updates(updates)] : []),
    ...(deals.length > 0 ? [strings.deals(deals.length)] : []),
  ];
  return [{ text: ` — ${parts.join(", ")}` }];
}

function notUnderstood({ notUnderstood: words, language }: Edition): Paragraph[] {
  return words.length > 0 ? [note(stringsIn(language).digest.notUnderstood(words.join(", ")))] : [];
}

function headline(each: EditionItem, language: Language): Paragraph {
  return item(
    ...updateMark(each, language),
    ...(each.subject ? [bold(each.subject), " — "] : []),
    link(asTitle(each.text), each.url),
    ` · ${sourceText(each, language)}`,
  );
}

function updateMark({ updateOf }: EditionItem, language: Language): Span[] {
  return updateOf ? [{ text: `${stringsIn(language).digest.update} `, italic: true }] : [];
}

function moreInThread(edition: Edition): Paragraph[] {
  const inThread = edition.sections.reduce((sum, section) => sum + section.items.length, 0);
  const more = inThread + edition.leftOut - edition.headlines.length;
  return more > 0 ? [note(stringsIn(edition.language).digest.moreInThread(more))] : [];
}

function timesText(edition: Edition, { asOf, next, timeZone }: EditionTimes): string {
  const strings = stringsIn(edition.language).digest;
  return [
    strings.asOf(formatMoment(asOf, timeZone, edition.language)),
    ...(next ? [strings.next(formatMoment(next, timeZone, edition.language))] : []),
    strings.askInThread,
  ].join(" · ");
}

function sectionReplies({ title, items }: EditionSection, language: Language): Paragraph[][] {
  const heading = title ?? stringsIn(language).digest.othersTitle;
  return pages(items).map((page) => [
    body(bold(`${heading} (${items.length})`)),
    ...page.flatMap((each) => [
      item(
        ...updateMark(each, language),
        link(asTitle(each.text), each.url),
        ` · ${sourceText(each, language)}`,
      ),
      ...(each.detail ? [note(each.detail)] : []),
    ]),
  ]);
}

function dealItem(deal: EditionDeal, language: Language): Paragraph {
  const parts = [
    stringsIn(language).status[deal.status],
    ...(deal.date ? [formatDate(deal.date, language)] : []),
    ...(deal.amount === null ? [] : [formatAmount(deal.amount, deal.currency, language)]),
  ];
  return item(deal.name, ` · ${parts.join(" · ")}`);
}

function sourceText({ publisher, published, dateBasis }: EditionItem, language: Language): string {
  return `${publisher}, ${formatPublished({ published, dateBasis }, language)}`;
}

function pages<Entry>(entries: readonly Entry[]): Entry[][] {
  const count = Math.ceil(entries.length / MAX_ITEMS_PER_REPLY);
  return Array.from({ length: count }, (_, page) =>
    entries.slice(page * MAX_ITEMS_PER_REPLY, (page + 1) * MAX_ITEMS_PER_REPLY),
  );
}
