/** What the owner of a digest is told when it could not be posted as it should. */
import { z } from "zod";
import { type Subscription, subscriptionOf } from "../digest/subscription.ts";
import { Language } from "../model.ts";
import type { NewOutboxRow, OutboxRow } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatMoment } from "./format.ts";
import { reasonText } from "./reason-text.ts";
import { remedyFor } from "./refusals.ts";
import { body, type Message, note, type Paragraph, type Span } from "./text.ts";

/** What the buttons of a parked message do. */
export const VERDICTS = { there: "parked-there", again: "parked-again" } as const;

/** What those buttons carry. */
export const ParkedMessage = z.object({ id: z.string(), language: Language });

/** The direct messages about one that was given up, once for each owner and occasion. */
export async function noticesOf({
  row,
  state,
  reason,
  store,
  adminUsers,
  now,
}: {
  row: OutboxRow;
  state: "refused" | "uncertain";
  reason: string;
  store: Store;
  adminUsers: readonly string[];
  now: Date;
}): Promise<NewOutboxRow[]> {
  if (row.subscription === null) return [];
  const stored = await store.digest.subscription(row.subscription);
  if (!stored) return [];
  const subscription = subscriptionOf(stored);
  const notice = noticeOf({ row, state, reason, subscription });
  if (!notice) return [];
  return ownersOf(subscription, adminUsers).map((user) => ({
    id: `notice:${notice.occasion}:${user}`,
    workspace: row.workspace,
    channel: user,
    threadOf: null,
    position: 0,
    message: JSON.stringify(notice.message),
    subscription: null,
    sendAfter: now,
  }));
}

/** Whoever set a digest up; the administrators for one that nobody did. */
function ownersOf(
  { owner }: Pick<Subscription, "owner">,
  adminUsers: readonly string[],
): readonly string[] {
  return owner === null ? adminUsers : [owner];
}

type About = {
  row: OutboxRow;
  state: "refused" | "uncertain";
  reason: string;
  subscription: Subscription;
};

function noticeOf(about: About): { occasion: string; message: Message } | null {
  const { row, state, reason } = about;
  const lead = row.thread_of ?? row.id;
  if (state === "uncertain")
    return { occasion: `parked:${row.id}:${row.unclear_since}`, message: parked(about) };
  if (remedyFor(reason) !== null) return { occasion: `paused:${lead}`, message: paused(about) };
  // A lost reply is logged; the edition itself is there.
  return row.thread_of === null ? { occasion: `refused:${lead}`, message: refused(about) } : null;
}

function parked({ row, reason, subscription: { channel, language, timeZone } }: About): Message {
  const { notice } = stringsIn(language);
  const since = row.unclear_since ? new Date(row.unclear_since) : null;
  const value = JSON.stringify({ id: row.id, language });
  return {
    language,
    paragraphs: [
      inChannel(notice.parked, channel),
      ...(since ? [body(notice.parkedSince(formatMoment(since, timeZone, language)))] : []),
      body(notice.parkedAsk),
      reasonNote(reason, language),
    ],
    buttons: [
      { action: VERDICTS.there, label: notice.isThere, value, style: "primary" },
      { action: VERDICTS.again, label: notice.sendAgain, value },
    ],
  };
}

function paused({ reason, subscription: { channel, language } }: About): Message {
  const { notice } = stringsIn(language);
  const remedy = remedyFor(reason);
  return {
    language,
    paragraphs: [
      inChannel(notice.paused, channel),
      ...(remedy ? [body(notice.remedies[remedy])] : []),
      body(notice.resume),
      reasonNote(reason, language),
    ],
  };
}

function refused({ reason, subscription: { channel, language } }: About): Message {
  const { notice } = stringsIn(language);
  return {
    language,
    paragraphs: [inChannel(notice.refused, channel), reasonNote(reason, language)],
  };
}

function inChannel(
  { before, after }: { before: string; after: string },
  channel: string,
): Paragraph {
  const place: Span = { text: `#${channel}`, channel };
  return body(before, place, after);
}

function reasonNote(reason: string, language: Language): Paragraph {
  return note(stringsIn(language).notice.because(reasonText(reason, language)));
}
