/** The product in one workspace: its app, its jobs, and how to end them. */
import type { Receiver } from "@slack/bolt";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { type Jobs, startJobs } from "./ops/jobs.ts";
import { createObserving, type Observer } from "./ops/observing.ts";
import type { Product, ProductParts } from "./product/contract.ts";
import { createProduct } from "./product.ts";
import { createSlackApp } from "./slack/app.ts";
import type { SlackTransport } from "./slack/call.ts";
import type { OnUninstalled } from "./slack/uninstalled.ts";
import type { Store } from "./store/store.ts";

/** Needs everything that it serves to be open, and leaves it to others to close it. */
export type ServedWorkspace = {
  /** Slack's id. */
  workspace: string;
  product: Product;
  store: Store;
  jobs: Pick<Jobs, "plannedAt">;
  /** Reads what others published; the next notice, or the job, reads what cannot be read now. */
  refresh: () => void;
  /** Stops receiving, and waits for what is under way. */
  stop: () => Promise<void>;
};

/** The subscription that the environment defines. */
const ENV_SUBSCRIPTION = "env";

export async function serveWorkspace({
  config,
  store,
  receiver,
  token,
  transport,
  observer,
  onUninstalled,
  log,
  ...options
}: {
  config: Config;
  store: Store;
  receiver: Receiver;
  token: string;
  transport: SlackTransport;
  observer: Observer;
  /** Slack says that the token is worth nothing any more. */
  onUninstalled: OnUninstalled;
  log: Log;
} & Pick<
  ProductParts,
  "knowledge" | "adminUsers" | "adders" | "base" | "openFetching"
>): Promise<ServedWorkspace> {
  const { digest, ingestAllow, curatorsChannel, postsPerSecond } = config;
  const { questionsPerMinute, workspaceQuestionsPerMinute } = config;
  const { attend, reply } = createObserving({ observer, log });
  const unobserved = await createProduct({
    ...options,
    digest,
    ingestAllow,
    curatorsChannel,
    postsPerSecond,
    questionsPerMinute,
    workspaceQuestionsPerMinute,
    store,
    now: store.clock.now,
    log,
  });
  const product = { ...unobserved, reply: reply(unobserved.reply) };
  await product.refreshBase();
  await product.entries.sync();
  const app = await createSlackApp(product, {
    receiver,
    token,
    transport,
    log,
    attend,
    onUninstalled,
  });
  const { workspace } = app;
  if (digest.channel === null) await product.unsubscribe(ENV_SUBSCRIPTION);
  else {
    const { channel, cron, timeZone, language } = digest;
    const settings = { id: ENV_SUBSCRIPTION, workspace, channel, cron, timeZone, language };
    await product.syncSettings(settings);
    const reach = await app.join(channel);
    if (reach.kind !== "reached")
      log.warn({ channel, reach }, "the digest's channel may be out of reach");
  }
  await product.resumeAccepted(workspace);
  await product.outbox.takeOver();
  await app.start();
  const jobs = startJobs(product, app, log, observer);
  return {
    workspace,
    product,
    store,
    jobs,
    refresh: () => {
      product.refreshBase().catch((err: unknown) => log.debug({ err }, "the base stays as it is"));
    },
    stop: async () => {
      // Together: where the app was uninstalled, nothing more may be posted by the clock either.
      await Promise.all([app.stop(), jobs.stop()]);
      await product.closeIngestion();
    },
  };
}
