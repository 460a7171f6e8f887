/** What entered the base since a person last asked. */
import { type Filter, matchesFilter } from "../answers/filter.ts";
import { filterKey } from "../digest/draft.ts";
import type { Happening } from "../register/happenings.ts";
import type { NewsMarkKey } from "../store/news-mark-queries.ts";
import { stringsIn } from "../strings/strings.ts";
import type { Command } from "./commands.ts";
import { newestOf } from "./latest-command.ts";
import type { Clocked } from "./moment-text.ts";
import { FIRST_DAYS, newIntro, type Shown } from "./new-intro.ts";
import { newsMessage, pageAmong, placeNote } from "./news-message.ts";
import { PAGE_ACTION, pageButtons, pageValue, type TimeSpan } from "./pages.ts";
import type { Person } from "./person.ts";
import type { NewsSources } from "./reading-commands.ts";
import type { Reader } from "./schedule-words.ts";
import type { Button } from "./text.ts";

const DAY_MS = 86_400_000;
/** What is shown beside the sentence that nothing is new. */
const NEWEST_SHOWN = 3;

/**
 * Each filter has a mark of its own: what was shown of uranium is still new to whoever then asks
 * for everything. A mark moves when a list is shown, not when its pages are turned, and keeps
 * where the list began, so that one that got lost can be shown again. A period says when something
 * entered, and then no mark is needed.
 */
export function createNew(sources: NewsSources): Command {
  const { store, vocabulary, lines } = sources;
  return async ({ text, filter, page: asked, span, reader, person }) => {
    const { language, now } = reader;
    const key = markKey(filter, person);
    const mark = span || filter.period ? null : await store.newsMarks.find(key, now);
    const time: Shown = span ? { kind: "again", span } : shownTo(filter, mark?.seenAt, now);
    const items = await enteredIn(time.span, filter, sources);
    const isEmpty = items.length === 0;
    if (time.kind === "first-time" || (time.kind === "since-last" && !isEmpty))
      await store.newsMarks.set(key, { shownFrom: time.span.after, seenAt: time.span.until });

    const { page, pages } = pageAmong(items.length, asked);
    const told = isEmpty ? newestOf({ ...filter, period: null }, sources).items : items;
    const message = newsMessage(isEmpty ? told.slice(0, NEWEST_SHOWN) : items, {
      title: stringsIn(language).reading.newTitle,
      intro: [
        ...newIntro(time, { isEmpty, hasNewest: told.length > 0 }, readerIn(sources, reader)),
        ...placeNote(items.length, page, language),
      ],
      page,
      filter,
      language,
      vocabulary,
      lines: lines(),
    });
    const pageOf = { name: "new" as const, text, language };
    const buttons = isEmpty
      ? againButton(mark && { after: mark.shownFrom, until: mark.seenAt }, pageOf)
      : pageButtons({ ...pageOf, page, pages, span: time.span });
    return { ...message, buttons: [...(message.buttons ?? []), ...buttons] };
  };
}

/** The time that is shown, and why that one. */
function shownTo({ period }: Filter, seenAt: Date | undefined, now: Date): Shown {
  if (period) {
    const [from, to] = [period.from, period.to].map((day) => (day ? Date.parse(day) - 1 : null));
    const until = new Date(Math.min(to ?? now.getTime(), now.getTime()));
    return { kind: "period", period, span: { after: new Date(from ?? -1), until } };
  }
  if (seenAt) return { kind: "since-last", span: { after: seenAt, until: now } };
  const after = new Date(now.getTime() - FIRST_DAYS * DAY_MS);
  return { kind: "first-time", span: { after, until: now } };
}

async function enteredIn(
  span: TimeSpan,
  filter: Filter,
  { entries, happenings, vocabulary }: NewsSources,
): Promise<Happening[]> {
  await happenings().ready();
  const entered = await entries.between(span);
  // The period is that of the entry, not that of the article.
  const named = { ...filter, period: null };
  return happenings().of(
    entered.flatMap(({ article }) => (matchesFilter(article, named, vocabulary) ? article : [])),
  );
}

/** One form of a filter, in whatever order and language it is written. */
function markKey(filter: Filter, { workspace, id: person }: Person): NewsMarkKey {
  return { workspace, person, filter: filterKey({ ...filter, period: null }) };
}

function againButton(
  span: TimeSpan | null,
  page: { name: "new"; text: string; language: Reader["language"] },
): Button[] {
  const value = span && pageValue({ ...page, page: 0, span });
  const label = stringsIn(page.language).reading.showAgain;
  return value ? [{ action: PAGE_ACTION, label, value }] : [];
}

function readerIn({ timeZone }: NewsSources, reader: Reader): Clocked {
  return { ...reader, timeZone: reader.timeZone ?? timeZone };
}
