/** Where the program looks when it is asked how it is, and it serves several workspaces. */
import type { HealthCounts, StateCount } from "../store/health-queries.ts";
import type { OutboxCounts } from "../store/outbox-queries.ts";
import type { Store } from "../store/store.ts";
import type { MetricSources } from "./metrics.ts";
import { type Watched, whatToWatch } from "./what-to-watch.ts";

/** All of them as if they were one: sums, and of what is late the latest. */
export function watchWorkspaces({
  served,
  store,
  base,
  isConnected,
}: {
  served: () => readonly Pick<Watched, "product" | "store" | "jobs">[];
  /** The main database. */
  store: Pick<Store, "health" | "isAway" | "clock">;
  /** What all of them begin with. */
  base: MetricSources["base"];
  isConnected: () => boolean;
}): ReturnType<typeof whatToWatch> {
  const known = new WeakMap<object, ReturnType<typeof whatToWatch>>();
  const watched = (one: Pick<Watched, "product" | "store" | "jobs">) => {
    const looks = known.get(one) ?? whatToWatch({ ...one, isConnected });
    known.set(one, looks);
    return looks;
  };
  const each = () => served().map(watched);
  const all = <Value>(ask: (sources: MetricSources) => Promise<Value>): Promise<Value[]> =>
    Promise.all(each().map(({ metrics }) => ask(metrics)));
  const firstFault = async (name: "database" | "planner"): Promise<string | null> => {
    const faults = await Promise.all(each().map(async ({ checks }) => checks[name]()));
    return faults.find((fault) => fault !== null) ?? null;
  };
  return {
    checks: {
      database: async () => {
        await store.health.look();
        return firstFault("database");
      },
      index: () => (base().articles > 0 ? null : "the base has no articles"),
      planner: () => firstFault("planner"),
      slack: () => (isConnected() ? null : "not connected"),
    },
    metrics: {
      outbox: async () => sumOfOutboxes(await all(({ outbox }) => outbox())),
      counts: async () => sumOfCounts(await all(({ counts }) => counts())),
      deliveries: async () => sumOfStates((await all(({ deliveries }) => deliveries())).flat()),
      base,
      // Of a source that several watch, whoever fares worst.
      sources: async () =>
        (await all(({ sources }) => sources()))
          .flat()
          .toSorted((left, right) => left.failures - right.failures),
      isSlackConnected: isConnected,
      workspaces: () => served().length,
      isAway: store.isAway,
      now: store.clock.now,
    },
  };
}

function sumOfOutboxes(all: readonly OutboxCounts[]): OutboxCounts {
  const sum = (state: "waiting" | "sent" | "refused" | "uncertain") =>
    all.reduce((total, counts) => total + counts[state], 0);
  return {
    waiting: sum("waiting"),
    sent: sum("sent"),
    refused: sum("refused"),
    uncertain: sum("uncertain"),
    oldestDue: oldest(all.map(({ oldestDue }) => oldestDue)),
  };
}

function sumOfCounts(all: readonly HealthCounts[]): HealthCounts {
  return {
    unanswered: all.reduce((total, { unanswered }) => total + unanswered, 0),
    oldestUnanswered: oldest(all.map(({ oldestUnanswered }) => oldestUnanswered)),
    subscriptions: sumOfStates(all.flatMap(({ subscriptions }) => subscriptions)),
  };
}

function sumOfStates(counts: readonly StateCount[]): StateCount[] {
  const sums = new Map<string, number>();
  for (const { state, count } of counts) sums.set(state, (sums.get(state) ?? 0) + count);
  return [...sums].map(([state, count]) => ({ state, count }));
}

/** Times are text, whose order is that of time. */
function oldest(times: readonly (string | null)[]): string | null {
  return times.filter((time) => time !== null).toSorted()[0] ?? null;
}
