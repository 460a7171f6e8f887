/** Messages of which nobody could tell whether they were posted: their owner says. */
import { subscriptionOf } from "../digest/subscription.ts";
import type { OutboxRow } from "../store/outbox-rows.ts";
import type { Store } from "../store/store.ts";
import { accessTo } from "./access.ts";
import type { Person } from "./person.ts";
import { type Poster, postingOf } from "./posting.ts";

export type Verdict = "there" | "again";

/** What became of the message; `thread-ended`: it is there, but its replies found no way to it. */
type Settlement = "not-allowed" | "settled-before" | "recorded" | "thread-ended" | "sent-again";

export type SettleParked = (decision: {
  id: string;
  verdict: Verdict;
  person: Person;
  poster: Poster;
}) => Promise<Settlement>;

export function createParked({
  store,
  now,
  adminUsers,
}: {
  store: Store;
  now: () => Date;
  adminUsers: readonly string[];
}): SettleParked {
  return async ({ id, verdict, person, poster }) => {
    const row = await store.outbox.find(id);
    const digest = row?.subscription
      ? await store.digest.subscription(row.subscription)
      : undefined;
    if (!row || !digest) return "settled-before";
    const access = accessTo("settle", subscriptionOf(digest), { person, adminUsers });
    if (access.kind !== "allowed") return "not-allowed";
    if (row.state !== "uncertain") return "settled-before";
    if (verdict === "again") {
      const isFirst = await store.outbox.settle(id, { kind: "again" }, now());
      return isFirst ? "sent-again" : "settled-before";
    }
    const ts = await nameInSlack(row, poster);
    const isFirst = await store.outbox.settle(id, { kind: "sent", ts }, now());
    if (!isFirst) return "settled-before";
    return ts === null && row.thread_of === null ? "thread-ended" : "recorded";
  };

  /** The channel's history may be readable by now; null when it still is not. */
  async function nameInSlack(row: OutboxRow, poster: Poster): Promise<string | null> {
    const posting = await postingOf(row, { store, now: now() });
    if (!posting || row.unclear_since === null) return null;
    const found = await poster.lookUp(posting, new Date(row.unclear_since));
    return found.kind === "found" ? found.ts : null;
  }
}
