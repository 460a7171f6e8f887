/** The product in a real workspace. */

import type { SingleConnection } from "./config/slack-connection.ts";
import type { Config } from "./config.ts";
import type { Knowledge } from "./knowledge/load-knowledge.ts";
import type { Log } from "./log.ts";
import { UNOBSERVED } from "./ops/observing.ts";
import { whatToWatch } from "./ops/what-to-watch.ts";
import { serveWorkspace } from "./serve-workspace.ts";
import { httpReceiver, socketReceiver } from "./slack/receivers.ts";
import { openStore } from "./store/store.ts";
import { VERSION } from "./version.ts";

/** A program that serves, and ends well when asked to. */
export type Running = { stop: () => Promise<void> };

export async function serveSlack({
  config,
  slack,
  knowledge,
  log,
}: {
  config: Config;
  slack: SingleConnection;
  knowledge: Knowledge;
  log: Log;
}): Promise<Running> {
  const { host, port } = config;
  const admin = config.admin && (await openWatched({ ...config.admin, mode: slack.mode, log }));
  const store = await openStore(config.databaseUrl, log);
  const receiver =
    slack.mode === "socket"
      ? socketReceiver({ ...slack, log })
      : httpReceiver({ signingSecret: slack.signingSecret, host, port, log });
  const served = await serveWorkspace({
    config,
    knowledge,
    adminUsers: config.adminUsers,
    store,
    receiver,
    token: slack.botToken,
    transport: { apiUrl: slack.apiUrl },
    observer: admin?.observer ?? UNOBSERVED,
    onUninstalled: async () =>
      log.error("the app was uninstalled: install it again, set its new SLACK_BOT_TOKEN, restart"),
    log,
  });
  const listening = await store.listen(served.refresh);
  admin?.watch(whatToWatch({ ...served, isConnected: receiver.isConnected }));
  log.info({ mode: slack.mode, workspace: served.workspace }, "serving Slack");
  return {
    stop: async () => {
      await served.stop();
      await listening.stop();
      await store.close();
      await admin?.stop();
    },
  };
}

/** Whoever watches nothing loads nothing for it. */
export async function openWatched(where: { host: string; port: number; mode: string; log: Log }) {
  const { openAdmin } = await import("./ops/admin.ts");
  return openAdmin({ ...where, version: VERSION });
}
