/** A channel's digest: when, in which language, about what. */
import { z } from "zod";
import { Day, Language } from "../model.ts";
import type { SubscriptionRow } from "../store/subscription-queries.ts";
import type { Schedule } from "./schedule.ts";

export type Subscription = Schedule & {
  id: string;
  workspace: string;
  channel: string;
  /** Who set it up; null for the one that the environment defines. */
  owner: string | null;
  language: Language;
  /** As written; empty for everything. */
  filter: string;
  /** Days (YYYY-MM-DD) without a digest. */
  skippedDays: readonly string[];
  /** Whether it also posts that there is nothing new. */
  postsEmpty: boolean;
  /** `reason` is `asked`, or Slack's word for why it cannot post; `until` null for ever. */
  pause: { reason: string; until: Date | null } | null;
};

const SkippedDays = z.array(Day);

export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    workspace: row.workspace,
    channel: row.channel,
    owner: row.owner,
    cron: row.cron,
    timeZone: row.time_zone,
    language: Language.parse(row.language),
    filter: row.filter,
    skippedDays: SkippedDays.parse(JSON.parse(row.skipped_days)),
    postsEmpty: row.posts_empty === 1,
    pause:
      row.state === "paused"
        ? {
            reason: row.pause_reason ?? "asked",
            until: row.paused_until === null ? null : new Date(row.paused_until),
          }
        : null,
  };
}

export function rowOf(subscription: Subscription, nextAt: Date): SubscriptionRow {
  const { pause } = subscription;
  return {
    id: subscription.id,
    workspace: subscription.workspace,
    channel: subscription.channel,
    owner: subscription.owner,
    cron: subscription.cron,
    time_zone: subscription.timeZone,
    language: subscription.language,
    filter: subscription.filter,
    skipped_days: JSON.stringify(subscription.skippedDays),
    posts_empty: subscription.postsEmpty ? 1 : 0,
    state: pause ? "paused" : "active",
    pause_reason: pause?.reason ?? null,
    paused_until: pause?.until?.toISOString() ?? null,
    next_at: nextAt.toISOString(),
  };
}

/** A schedule with its language, for a channel that wants everything and sets nothing else. */
export function plainSubscription(
  settings: Schedule & { language: Language },
): Omit<Subscription, "id" | "workspace" | "channel"> {
  const { cron, timeZone, language } = settings;
  return {
    cron,
    timeZone,
    language,
    owner: null,
    filter: "",
    skippedDays: [],
    postsEmpty: true,
    pause: null,
  };
}
