/** Joins what digests are made of: editions, their planning, and what people do with them. */
import { parseFilter } from "../answers/filter.ts";
import type { Edition } from "../digest/edition.ts";
import { type Permalink, type Planning, planDue } from "../digest/planner.ts";
import { localDay, type Schedule } from "../digest/schedule.ts";
import { sendNow } from "../digest/send-now.ts";
import { createShownEdition, type EditionWish } from "../digest/shown-edition.ts";
import { createSubscriptions } from "../digest/subscriptions.ts";
import type { UnreadSources } from "../ingest/unread-sources.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { LiveBase } from "../live-base.ts";
import type { Log } from "../log.ts";
import { createDigestForms } from "../messages/digest-forms.ts";
import { createDigestPresses } from "../messages/digest-presses.ts";
import { createDigestReading } from "../messages/digest-reading.ts";
import type { DigestSources } from "../messages/digest-sources.ts";
import { composedDelivery } from "../messages/edition-message.ts";
import { filterText } from "../messages/filter-words.ts";
import { editionMatrix } from "../messages/matrix-message.ts";
import type { Outbox } from "../messages/outbox.ts";
import type { Language } from "../model.ts";
import type { Store } from "../store/store.ts";

/** What the digest is where nobody subscribed: the defaults for a person who asks for it. */
export type DigestDefaults = Schedule & { language: Language };

export function joinDigests({
  compose,
  unread,
  usual,
  vocabulary,
  adminUsers,
  outbox,
  store,
  now,
  log,
}: {
  compose: LiveBase["compose"];
  /** Looked at before anything is composed. */
  unread: UnreadSources;
  usual: DigestDefaults;
  vocabulary: Vocabulary;
  adminUsers: readonly string[];
  outbox: Outbox;
  store: Store;
  now: () => Date;
  log: Log;
}) {
  const filterOf = (text: string, timeZone: string) =>
    parseFilter({ text, today: localDay(now(), timeZone), vocabulary });

  const edition = ({ filter, ...wish }: EditionWish): Edition => ({
    ...compose({ ...wish, filter: filter ? filterOf(filter, usual.timeZone) : null }),
    unread: unread.before(wish.window.to),
  });
  /** While the database is away, what was known last is said. */
  const lookAtSources = () =>
    store.promptly(unread.refresh()).catch((cause: unknown) => {
      if (!store.isAway(cause)) throw cause;
    });
  const shownEdition = createShownEdition({ edition, usual, store, now });

  const textOfFilter: DigestSources["filterText"] = ({ filter, timeZone }, language) =>
    filterText(filterOf(filter, timeZone), vocabulary, language);

  const planning = (permalink: Permalink): Planning => ({
    store,
    now: now(),
    log,
    permalink,
    compose: ({ subscription, slot, window, told, now: asOf, next }) => {
      const { language, filter, timeZone } = subscription;
      const composed = edition({ window, language, filter, told });
      const about = textOfFilter({ filter, timeZone }, language);
      const picture = editionMatrix(composed, { about, vocabulary });
      return composedDelivery(composed, { times: { asOf, next, timeZone }, slot, picture });
    },
  });

  const sources: DigestSources = {
    subscriptions: createSubscriptions({ store, vocabulary, now }),
    editionOf: async (wish) => {
      await lookAtSources();
      return shownEdition(wish);
    },
    sendNow: async (id, permalink) => {
      await lookAtSources();
      return sendNow(id, planning(permalink));
    },
    filterText: textOfFilter,
    outbox,
    database: store,
    adminUsers,
    defaultLanguage: usual.language,
    defaultTimeZone: usual.timeZone,
    now,
  };
  return {
    edition,
    sources,
    digests: {
      ...createDigestReading(sources),
      ...createDigestPresses(sources),
      ...createDigestForms(sources),
    },
    plan: async (permalink: Permalink, signal?: AbortSignal) => {
      await lookAtSources();
      return planDue({ ...planning(permalink), signal });
    },
  };
}
