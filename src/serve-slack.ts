/** The product in a real workspace. */

import type { Config, SlackConnection } from "./config.ts";
import type { Knowledge } from "./knowledge/load-knowledge.ts";
import type { Log } from "./log.ts";
import { startJobs } from "./ops/jobs.ts";
import { createObserving, UNOBSERVED } from "./ops/observing.ts";
import { whatToWatch } from "./ops/what-to-watch.ts";
import { createProduct } from "./product.ts";
import { createSlackApp } from "./slack/app.ts";
import { httpReceiver, socketReceiver } from "./slack/receivers.ts";
import { openStore } from "./store/store.ts";
import { VERSION } from "./version.ts";

/** A program that serves, and ends well when asked to. */
export type Running = { stop: () => Promise<void> };

/** The subscription that the environment defines. */
const ENV_SUBSCRIPTION = "env";

export async function serveSlack({
  config,
  slack,
  knowledge,
  log,
}: {
  config: Config;
  slack: SlackConnection;
  knowledge: Knowledge;
  log: Log;
}): Promise<Running> {
  const {
    digest,
    adminUsers,
    ingestAllow,
    curatorsChannel,
    postsPerSecond,
    questionsPerMinute,
    databaseUrl,
    host,
    port,
  } = config;
  const admin = config.admin && (await openWatched({ ...config.admin, mode: slack.mode, log }));
  const observer = admin?.observer ?? UNOBSERVED;
  const { attend, reply } = createObserving({ observer, log });
  const store = await openStore(databaseUrl, log);
  const unobserved = await createProduct({
    knowledge,
    digest,
    adminUsers,
    ingestAllow,
    curatorsChannel,
    postsPerSecond,
    questionsPerMinute,
    store,
    now: store.clock.now,
    log,
  });
  const product = { ...unobserved, reply: reply(unobserved.reply) };
  await product.refreshBase();
  await product.entries.sync();
  const receiver =
    slack.mode === "socket"
      ? socketReceiver({ ...slack, log })
      : httpReceiver({ signingSecret: slack.signingSecret, host, port, log });
  const transport = { apiUrl: slack.apiUrl };
  const app = await createSlackApp(product, {
    receiver,
    token: slack.botToken,
    transport,
    log,
    attend,
  });
  if (digest.channel === null) await product.unsubscribe(ENV_SUBSCRIPTION);
  else
    await product.syncSettings({
      id: ENV_SUBSCRIPTION,
      workspace: app.workspace,
      channel: digest.channel,
      cron: digest.cron,
      timeZone: digest.timeZone,
      language: digest.language,
    });
  if (digest.channel !== null) {
    const reach = await app.join(digest.channel);
    if (reach.kind !== "reached")
      log.warn({ channel: digest.channel, reach }, "the digest's channel may be out of reach");
  }
  await product.resumeAccepted(app.workspace);
  await product.outbox.takeOver();
  await app.start();
  const jobs = startJobs(product, app, log, observer);
  const listening = await store.listen(() => {
    // The next notice, or the job, reads what could not be read now.
    product.refreshBase().catch((err: unknown) => log.debug({ err }, "the base stays as it is"));
  });
  admin?.watch(whatToWatch({ product, store, jobs, isConnected: receiver.isConnected }));
  log.info({ mode: slack.mode, workspace: app.workspace }, "serving Slack");
  return {
    stop: async () => {
      await app.stop();
      await listening.stop();
      await jobs.stop();
      await product.closeIngestion();
      await store.close();
      await admin?.stop();
    },
  };
}

/** Whoever watches nothing loads nothing for it. */
async function openWatched(where: { host: string; port: number; mode: string; log: Log }) {
  const { openAdmin } = await import("./ops/admin.ts");
  return openAdmin({ ...where, version: VERSION });
}
