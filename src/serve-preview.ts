/** The product over the workspace in memory, for whoever has no Slack at hand. */
import type { Config } from "./config.ts";
import { localDay, nextRun } from "./digest/schedule.ts";
import { plainSubscription } from "./digest/subscription.ts";
import type { Knowledge } from "./knowledge/load-knowledge.ts";
import type { Log } from "./log.ts";
import { addedDay, Day } from "./model.ts";
import { startJobs } from "./ops/jobs.ts";
import { createClock } from "./preview/clock.ts";
import { CHANNELS, WORKSPACE } from "./preview/directory.ts";
import { servePreview as serve } from "./preview/server.ts";
import { createFetch } from "./preview/web-api.ts";
import { createWorkspace } from "./preview/workspace.ts";
import { createProduct } from "./product.ts";
import type { Running } from "./serve-slack.ts";
import { createSlackApp } from "./slack/app.ts";
import { openStore } from "./store/store.ts";

/** Serves the page; nothing is written to disk and nothing is sent anywhere. */
export async function servePreview({
  config,
  knowledge,
  log,
}: {
  config: Config;
  knowledge: Knowledge;
  log: Log;
}): Promise<Running & { url: string }> {
  const { digest, adminUsers, ingestAllow, curatorsChannel, host, port } = config;
  const clock = createClock(new Date());
  const store = await openStore("sqlite::memory:");
  const product = await createProduct({
    knowledge,
    digest,
    adminUsers,
    ingestAllow,
    // Somebody must see what a feed brings, for whoever tries one.
    curatorsChannel: curatorsChannel ?? CHANNELS[0]?.id ?? null,
    store,
    now: clock.now,
    log,
  });
  await product.refreshBase();
  await product.entries.sync();
  const workspace = createWorkspace({ now: clock.now });
  const app = await createSlackApp(product, {
    receiver: workspace.receiver,
    token: "xoxb-preview",
    transport: { fetch: createFetch(workspace) },
    log,
  });
  await app.start();

  await product.subscribe({
    ...plainSubscription(digest),
    id: "preview",
    workspace: app.workspace,
    channel: CHANNELS[0]?.id ?? "",
    owner: WORKSPACE.person,
  });

  /** Lets the day begin; where a digest is due on it, the clock stands at that minute. */
  async function beginDay(day: string): Promise<void> {
    const morning = Temporal.PlainDate.from(day).toZonedDateTime(digest.timeZone);
    const beforeDay = new Date(morning.epochMilliseconds - 1);
    clock.set(beforeDay);
    await product.replan(app.workspace);
    const due = nextRun(digest, beforeDay);
    const isDueToday = due !== null && localDay(due, digest.timeZone) === day;
    clock.set(isDueToday ? due : new Date(morning.add({ hours: 12 }).epochMilliseconds));
    await product.planDigests(app.permalink);
    await product.following.tell(app.workspace);
    await product.reportGaps(app.workspace, app.person);
    await product.outbox.sendDue(app.poster);
  }

  await beginDay(newestDigestDay(knowledge, config) ?? localDay(new Date(), digest.timeZone));
  const jobs = startJobs(product, app, log);
  const server = await serve({
    workspace,
    host,
    port,
    log,
    controls: {
      timeZone: digest.timeZone,
      today: () => localDay(clock.now(), digest.timeZone),
      setDay: async (day) => {
        if (!Day.safeParse(day).success) return false;
        await beginDay(day);
        return true;
      },
    },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await app.stop();
      await jobs.stop();
      await product.closeIngestion();
      await store.close();
    },
  };
}

/** The day of the digest that tells of the newest week with news. */
function newestDigestDay({ articles }: Knowledge, { digest }: Config): string | null {
  const newest = articles
    .flatMap((article) => addedDay(article) ?? [])
    .toSorted()
    .at(-1);
  if (newest === undefined) return null;
  const evening = Temporal.PlainDate.from(newest).add({ days: 1 }).toZonedDateTime(digest.timeZone);
  const due = nextRun(digest, new Date(evening.epochMilliseconds - 1));
  return due ? localDay(due, digest.timeZone) : null;
}
