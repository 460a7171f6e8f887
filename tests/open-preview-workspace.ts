import type { Knowledge } from "../src/knowledge/load-knowledge.ts";
import { createLog } from "../src/log.ts";
import { createClock } from "../src/preview/clock.ts";
import { CHANNELS, WORKSPACE } from "../src/preview/directory.ts";
import { createFetch } from "../src/preview/web-api.ts";
import { createWorkspace, type WorkspaceMessage } from "../src/preview/workspace.ts";
import { createProduct } from "../src/product.ts";
import { createSlackApp } from "../src/slack/app.ts";
import { openStore } from "../src/store/store.ts";
import { plainOf } from "./plain-of.ts";
import { loadSeedKnowledge } from "./seed-knowledge.ts";

export const CHANNEL = "C0MINERALS";
export const DIRECT = "D0KZMINERALS";

/** The real app over the workspace in memory, at nine on a Monday in Almaty. */
export async function openPreviewWorkspace({
  databaseUrl = "sqlite::memory:",
  at = "2024-06-17T09:00:00+05:00",
  fetch: wrapFetch = (inner: typeof globalThis.fetch) => inner,
  adminUsers = [] as readonly string[],
  channels = CHANNELS,
  log = createLog("silent"),
  knowledge = null as Knowledge | null,
  ingestAllow = [] as readonly string[],
  curatorsChannel = null as string | null,
  questionsPerMinute = null as number | null,
  workspaceQuestionsPerMinute = null as number | null,
} = {}) {
  const clock = createClock(new Date(at));
  const store = await openStore(databaseUrl);
  const product = await createProduct({
    knowledge: knowledge ?? (await loadSeedKnowledge()),
    digest: { cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" },
    adminUsers,
    ingestAllow,
    curatorsChannel,
    questionsPerMinute,
    workspaceQuestionsPerMinute,
    store,
    now: clock.now,
    log,
  });
  await product.refreshBase();
  await product.entries.sync();
  const workspace = createWorkspace({ now: clock.now, channels });
  const app = await createSlackApp(product, {
    receiver: workspace.receiver,
    token: "xoxb-test",
    transport: { fetch: wrapFetch(createFetch(workspace)) },
    log,
  });
  await app.start();

  /** What the bot wrote while something was done, and then what it changed, as people read it. */
  async function answersTo(
    act: () => Promise<unknown>,
  ): Promise<(WorkspaceMessage & { plain: string })[]> {
    const before = new Set(workspace.messages);
    const known = new Set(workspace.messages.map(({ ts }) => ts));
    await act();
    return workspace.messages
      .filter((message) => !before.has(message) && message.user === WORKSPACE.bot)
      .toSorted((left, right) => Number(known.has(left.ts)) - Number(known.has(right.ts)))
      .map((message) => ({ ...message, plain: plainOf(message) }));
  }

  return {
    workspace,
    product,
    app,
    clock,
    store,
    answersTo,
    slash: (text: string, where: { channel?: string; user?: string } = {}) =>
      answersTo(() =>
        workspace.slash({ channel: CHANNEL, command: "/kzminerals", text, ...where }),
      ),
    say: (text: string, where: { channel?: string; threadTs?: string; user?: string } = {}) =>
      answersTo(() => workspace.say({ channel: CHANNEL, text, ...where })),
    close: async () => {
      await app.stop();
      await product.closeIngestion();
      await store.close();
    },
  };
}
