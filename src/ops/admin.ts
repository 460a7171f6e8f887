/** The admin port: whether the program lives, whether it can work, and its numbers. */
import type { Log } from "../log.ts";
import { type AdminServer, type Page, serveAdmin } from "./admin-server.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createReadiness, type ReadinessBoard } from "./readiness.ts";

export type Admin = AdminServer & {
  observer: Metrics["observer"];
  /** The program has started: these are asked from now on. */
  watch: (what: {
    checks: Parameters<ReadinessBoard["watch"]>[0];
    metrics: Parameters<Metrics["watch"]>[0];
  }) => void;
};

/** Opens before anything else, so that a start that takes its time can be watched. */
export async function openAdmin({
  host,
  port,
  version,
  mode,
  log,
}: {
  host: string;
  port: number;
  version: string;
  mode: string;
  log: Log;
}): Promise<Admin> {
  const readiness = createReadiness();
  const metrics = createMetrics({ version, mode });
  const server = await serveAdmin({
    host,
    port,
    log,
    pages: {
      "/healthz": async () => json(200, { alive: true }),
      "/readyz": async () => {
        const state = await readiness.look();
        return json(state.ready ? 200 : 503, state);
      },
      "/metrics": async () => ({ status: 200, ...(await metrics.text()) }),
    },
  });
  log.info({ address: server.address }, "health and metrics can be asked for");
  return {
    ...server,
    observer: metrics.observer,
    watch: ({ checks, metrics: sources }) => {
      readiness.watch(checks);
      metrics.watch(sources);
    },
  };
}

function json(status: number, value: unknown): Page {
  return { status, type: "application/json", body: `${JSON.stringify(value)}\n` };
}
