/** Where the program looks when it is asked how it is. */
import type { Product } from "../product/contract.ts";
import type { Store } from "../store/store.ts";
import type { Jobs } from "./jobs.ts";
import type { MetricSources } from "./metrics.ts";
import type { Check } from "./readiness.ts";

/** The planner looks every minute; two that are missed may be a long pass or a short outage. */
const PLANNER_LIMIT_MS = 3 * 60_000;
const DELIVERIES_MS = 7 * 24 * 60 * 60_000;
/** A thousand channels with a digest a day take some tens of milliseconds to count. */
const DELIVERIES_KEPT_MS = 60_000;

export type Watched = {
  product: Product;
  store: Store;
  jobs: Pick<Jobs, "plannedAt">;
  isConnected: () => boolean;
};

export function whatToWatch({ product, store, jobs, isConnected }: Watched): {
  checks: Record<"database" | "index" | "planner" | "slack", Check>;
  metrics: MetricSources;
} {
  return {
    checks: {
      database: async () => {
        await store.health.look();
        return null;
      },
      index: () => (product.base().articles > 0 ? null : "the base has no articles"),
      planner: () => lateness(jobs.plannedAt(), new Date()),
      slack: () => (isConnected() ? null : "not connected"),
    },
    metrics: {
      outbox: product.outbox.counts,
      counts: store.health.counts,
      deliveries: remembering(DELIVERIES_KEPT_MS, () =>
        store.health.deliveries(new Date(product.now().getTime() - DELIVERIES_MS)),
      ),
      base: () => ({ ...product.base(), builtAt: product.baseBuiltAt() }),
      sources: async () =>
        (await store.feeds.all()).map(({ id, state, failures, succeeded_at }) => ({
          id,
          state,
          failures,
          succeededAt: succeeded_at === null ? null : new Date(succeeded_at),
        })),
      isSlackConnected: isConnected,
      workspaces: () => 1,
      isAway: product.isAway,
      now: product.now,
    },
  };
}

/** Asks at most so often; a failure is not remembered. */
function remembering<Value>(ms: number, ask: () => Promise<Value>): () => Promise<Value> {
  let known: { value: Value; at: number } | null = null;
  return async () => {
    if (known === null || performance.now() - known.at > ms)
      known = { value: await ask(), at: performance.now() };
    return known.value;
  };
}

function lateness(plannedAt: Date | null, now: Date): string | null {
  if (plannedAt === null) return "has not run yet";
  const lateMs = now.getTime() - plannedAt.getTime();
  return lateMs <= PLANNER_LIMIT_MS ? null : `last ran ${Math.round(lateMs / 1_000)} s ago`;
}
