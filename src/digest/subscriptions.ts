/** Everything that people do with digests, as rules on stored subscriptions. */
import { parseFilter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { LastRunRow } from "../store/digest-queries.ts";
import type { Store } from "../store/store.ts";
import { type Choices, type Draft, filterKey, type ReadDraft, readDraft } from "./draft.ts";
import { localDay, nextRun } from "./schedule.ts";
import { nextPost } from "./skipping.ts";
import { type Subscription, subscriptionOf } from "./subscription.ts";
import { addSubscription, changeSubscription } from "./sync-subscription.ts";

/** What became of the newest slot; `postedAt` is there when it was posted. */
export type LastRun = {
  slot: Date;
  state: "posted" | "waiting" | "uncertain" | "refused" | "skipped";
  postedAt: Date | null;
  /** Why it was skipped, or Slack's word for why it was refused. */
  reason: string | null;
};

export type DigestState = {
  subscription: Subscription;
  last: LastRun | null;
  /** When the next edition is posted; null when none is. */
  next: Date | null;
  /** Runs before that one which fall on days off. */
  daysOff: Date[];
};

export type Saved =
  | { kind: "saved"; subscription: Subscription }
  /** The channel already has one with the same filter and language. */
  | { kind: "duplicate"; of: Subscription }
  | { kind: "too-many"; limit: number }
  /** Somebody stopped it meanwhile. */
  | { kind: "gone" };

/** A channel with more is not read; and a hundred posts at once would keep the others waiting. */
const MAX_PER_CHANNEL = 10;
const MAX_DAYS_OFF_TOLD = 5;

export type Subscriptions = ReturnType<typeof createSubscriptions>;

export function createSubscriptions({
  store,
  vocabulary,
  now,
}: {
  store: Store;
  vocabulary: Vocabulary;
  now: () => Date;
}) {
  async function of(workspace: string, channel: string | null): Promise<Subscription[]> {
    return (await store.digest.subscriptionsOf(workspace, channel)).map(subscriptionOf);
  }

  /** Changes what is stored by now, which may be newer than `subscription`; null when it is gone. */
  function alter({ id }: Subscription, changes: Partial<Subscription>) {
    const change = (stored: Subscription) => ({ ...stored, ...changes });
    return changeSubscription({ store, id, change, now: now() });
  }

  function meaning({ filter: text, timeZone }: Pick<Subscription, "filter" | "timeZone">): string {
    return filterKey(parseFilter({ text, today: localDay(now(), timeZone), vocabulary }));
  }

  /** The digest that another one of its channel would repeat. */
  async function twinOf(wanted: Subscription): Promise<Subscription | null> {
    const twin = (await of(wanted.workspace, wanted.channel)).find(
      (each) =>
        each.id !== wanted.id &&
        each.language === wanted.language &&
        meaning(each) === meaning(wanted),
    );
    return twin ?? null;
  }

  return {
    /** A subscription of a workspace; null when it has none of that name. */
    find: async (workspace: string, id: string): Promise<Subscription | null> => {
      const row = await store.digest.subscription(id);
      return row?.workspace === workspace ? subscriptionOf(row) : null;
    },

    inChannel: (workspace: string, channel: string) => of(workspace, channel),
    inWorkspace: (workspace: string) => of(workspace, null),

    read: (draft: Draft): ReadDraft => readDraft(draft, { vocabulary, now: now() }),

    /** Adds a subscription; the same submission may come twice. */
    add: async (
      subscription: Pick<Subscription, "id" | "workspace" | "channel" | "owner"> & Choices,
    ): Promise<Saved> => {
      const wanted = { ...subscription, pause: null };
      const twin = await twinOf(wanted);
      if (twin) return { kind: "duplicate", of: twin };
      const others = (await of(wanted.workspace, wanted.channel)).filter(
        ({ id }) => id !== wanted.id,
      );
      if (others.length >= MAX_PER_CHANNEL) return { kind: "too-many", limit: MAX_PER_CHANNEL };
      const added = await addSubscription({ store, subscription: wanted, now: now() });
      return { kind: "saved", subscription: added };
    },

    change: async (subscription: Subscription, choices: Choices): Promise<Saved> => {
      const twin = await twinOf({ ...subscription, ...choices });
      if (twin) return { kind: "duplicate", of: twin };
      const changed = await alter(subscription, choices);
      return changed ? { kind: "saved", subscription: changed } : { kind: "gone" };
    },

    /**
     * Pauses until a day begins on the subscription's calendar, or until somebody resumes it; null
     * when it is gone.
     */
    pause: (subscription: Subscription, until: string | null) =>
      alter(subscription, {
        pause: {
          reason: "asked",
          until: until === null ? null : startOf(until, subscription.timeZone),
        },
      }),

    /** Null when it is gone. */
    resume: (subscription: Subscription) => alter(subscription, { pause: null }),

    stop: (subscription: Subscription) => store.digest.removeSubscription(subscription.id),

    /** Whether a day is still ahead on a zone's calendar. */
    isAhead: (day: string, timeZone: string) => day > localDay(now(), timeZone),

    stateOf: async (subscription: Subscription): Promise<DigestState> => {
      const next = nextPost(subscription, now());
      return {
        subscription,
        last: await lastRun(subscription.id, store),
        next,
        daysOff: next ? daysOffBefore(subscription, next, now()) : [],
      };
    },
  };
}

function startOf(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

async function lastRun(id: string, store: Store): Promise<LastRun | null> {
  const row = await store.digest.lastRun(id);
  if (!row) return null;
  return {
    slot: new Date(row.slot),
    state: stateOfRun(row),
    postedAt: row.lead_ts === null ? null : new Date(Number(row.lead_ts) * 1000),
    reason: row.reason ?? row.lead_error,
  };
}

function stateOfRun({ state, reason, lead_state: lead }: LastRunRow): LastRun["state"] {
  // A lead that Slack refused makes its slot a skipped one, as does one that came too late.
  if (lead === "refused" && reason !== "too-late") return "refused";
  if (state === "skipped") return "skipped";
  return lead === null || lead === "sent" ? "posted" : lead;
}

function daysOffBefore(subscription: Subscription, next: Date, now: Date): Date[] {
  const { pause, skippedDays, timeZone } = subscription;
  const found: Date[] = [];
  let run = nextRun(subscription, pause?.until && pause.until > now ? pause.until : now);
  for (; run && run < next && found.length < MAX_DAYS_OFF_TOLD; run = nextRun(subscription, run))
    if (skippedDays.includes(localDay(run, timeZone))) found.push(run);
  return found;
}
