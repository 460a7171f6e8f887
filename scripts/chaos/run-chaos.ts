/** One run: real programs on a real store, a Slack in trouble, kills and freezes at random. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { OutboxCounts } from "../../src/store/outbox-queries.ts";
import { openStore } from "../../src/store/store.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { environmentOf } from "../stand-in/environment.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { judge, type Verdict } from "./judge.ts";
import { openTroubledSlack } from "./slack.ts";
import { messagesPerEdition, subscribe, writeNews } from "./subscribers.ts";

export type ChaosSettings = {
  store: "sqlite" | "postgres";
  processes: number;
  channels: number;
  kills: number;
  /** About how long the killing takes; a slow machine starts more slowly, and takes longer. */
  seconds: number;
  postsPerSecond: number;
};

export type ChaosReport = Verdict & { store: string; processes: number; kills: number };

/** Longer than any wait for a lease, a limit or a look: when nothing happens for so long, nothing will. */
const STALLED_MS = 180_000;
const LOOK_MS = 500;
const AWAKE_MS = 2_000;

/** Ends all that it started, also when `interrupted` rejects. */
export async function runChaos(
  settings: ChaosSettings,
  {
    tell = () => {},
    interrupted = new Promise(() => {}),
  }: { tell?: (progress: string) => void; interrupted?: Promise<never> } = {},
): Promise<ChaosReport> {
  const closers: (() => unknown)[] = [];
  try {
    const report = run(settings, tell, (closer) => void closers.push(closer));
    return await Promise.race([report, interrupted]);
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function run(
  { store: kind, processes, channels: count, kills, seconds, postsPerSecond }: ChaosSettings,
  tell: (progress: string) => void,
  whenDone: (close: () => unknown) => void,
): Promise<ChaosReport> {
  const folder = await mkdtemp(join(tmpdir(), "kzminerals-chaos-"));
  whenDone(() => rm(folder, { recursive: true, force: true }));
  const databaseUrl = await openDatabase(kind, folder, whenDone);
  const slack = await openTroubledSlack();
  whenDone(slack.close);
  const dueAt = new Date();
  const knowledgeDir = join(folder, "knowledge");
  await writeNews(knowledgeDir, dueAt);
  const messages = await messagesPerEdition(knowledgeDir, dueAt);
  const store = await openStore(databaseUrl);
  whenDone(() => store.close());
  const channels = Array.from({ length: count }, (_, number) => `C${number}`);
  await subscribe({ store, workspace: slack.workspace, channels, now: dueAt });

  const begun = new Date();
  const fleet = startFleet({
    env: {
      ...environmentOf("http"),
      SLACK_API_URL: slack.apiUrl,
      PORT: "0",
      DATABASE_URL: databaseUrl,
      KNOWLEDGE_DIR: knowledgeDir,
      POSTS_PER_SECOND: String(postsPerSecond),
    },
    processes,
    kills,
    lifeMs: kills > 0 ? (1_000 * seconds * processes) / kills : 0,
  });
  whenDone(fleet.end);
  await settled({ store, slack, fleet, kills, tell, expected: count * messages });
  const verdict = judge({ ...slack, channels, messages, dueAt: begun });
  return { store: kind, processes, ...verdict, kills: fleet.kills() };
}

/** Resolves when there were enough kills and nothing waits to be sent, or when nothing happens. */
async function settled({
  store,
  slack,
  fleet,
  kills: wanted,
  tell,
  expected,
}: {
  store: { outbox: { counts: (now: Date) => Promise<OutboxCounts> } };
  slack: { posts: readonly unknown[] };
  fleet: Fleet;
  kills: number;
  tell: (progress: string) => void;
  expected: number;
}): Promise<void> {
  let seen = "";
  for (let since = Date.now(); Date.now() - since < STALLED_MS; ) {
    await sleep(LOOK_MS);
    const { sent, waiting } = await store.outbox.counts(new Date());
    const happened = `${fleet.kills()} kills, ${fleet.freezes()} freezes, ${slack.posts.length} posts`;
    tell(`${happened}, ${waiting} messages wait`);
    if (waiting === 0 && sent >= expected && fleet.kills() >= wanted) {
      // Whoever is frozen wakes up, and must not post what others have posted.
      await fleet.calm();
      return sleep(AWAKE_MS);
    }
    if (happened !== seen) since = Date.now();
    seen = happened;
  }
}

async function openDatabase(
  kind: "sqlite" | "postgres",
  folder: string,
  whenDone: (close: () => unknown) => void,
): Promise<string> {
  if (kind === "sqlite") return `sqlite:${join(folder, "chaos.db")}`;
  const server = await startPostgres({ isDurable: true });
  whenDone(server.close);
  return server.url;
}
