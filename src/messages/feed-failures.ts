/** Administrators are told once of each source that has failed for a day. */
import type { WatchedFeed } from "../ingest/feed.ts";
import type { Feeds } from "../ingest/feeds.ts";
import type { Language } from "../model.ts";
import type { NewOutboxRow } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import { readerOf } from "./digest-sources.ts";
import { healthText } from "./feeds-message.ts";
import type { FindPerson } from "./gap-reports.ts";
import type { Person } from "./person.ts";
import { body, bold, link, type Message, note } from "./text.ts";

/** Sites are away for hours, and come back by themselves. */
const TOLD_AFTER_MS = 24 * 60 * 60_000;

/** Queues what is due; tells how many sources. Where nobody is to be told, the list tells it. */
export type TellFeedFailures = (workspace: string, find: FindPerson) => Promise<number>;

export function createFeedFailures({
  feeds,
  store,
  adminUsers,
  defaultLanguage,
  timeZone,
  now,
}: {
  feeds: Pick<Feeds, "failingSince" | "markFailureTold">;
  store: Pick<Store, "outbox">;
  adminUsers: readonly string[];
  defaultLanguage: Language;
  /** Of those whose clocks nobody knows. */
  timeZone: string;
  now: () => Date;
}): TellFeedFailures {
  function noticeFor(feed: WatchedFeed, person: Person): Message {
    const reader = readerOf({ defaultLanguage, now }, person);
    const { failure } = stringsIn(reader.language).feeds;
    const clocked = { ...reader, timeZone: reader.timeZone ?? timeZone };
    return {
      language: reader.language,
      paragraphs: [
        body(bold(failure.title(feed.title))),
        body(healthText(feed, clocked)),
        note(link(feed.url, feed.url)),
        note(failure.hint),
      ],
    };
  }

  return async (workspace, find) => {
    const since = new Date(now().getTime() - TOLD_AFTER_MS);
    const failing = (await feeds.failingSince(since)).filter(({ isFailureTold }) => !isFailureTold);
    if (failing.length === 0) return 0;
    const admins = await Promise.all([...new Set(adminUsers)].map(find));
    for (const feed of failing) {
      const begun = feed.failingSince?.toISOString() ?? "";
      const rows = admins.map(
        (admin): NewOutboxRow => ({
          id: `feed-failed:${workspace}:${feed.id}:${begun}:${admin.id}`,
          workspace,
          channel: admin.id,
          threadOf: null,
          position: 0,
          message: JSON.stringify(noticeFor(feed, admin)),
          subscription: null,
          sendAfter: now(),
        }),
      );
      await store.outbox.add(rows);
      await feeds.markFailureTold(feed);
    }
    return failing.length;
  };
}
