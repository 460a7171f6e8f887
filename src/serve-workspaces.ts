/** The product in every workspace that installs the app, each with a database of its own. */
import type { OAuthConnection } from "./config/slack-connection.ts";
import type { Config } from "./config.ts";
import type { Knowledge } from "./knowledge/load-knowledge.ts";
import { createSharedBase } from "./live-base.ts";
import type { Log } from "./log.ts";
import { baseSize } from "./messages/answer-message.ts";
import { TOKEN_REFUSALS } from "./messages/refusals.ts";
import { UNOBSERVED } from "./ops/observing.ts";
import { runJobs } from "./ops/run-jobs.ts";
import { watchWorkspaces } from "./ops/watch-workspaces.ts";
import { openWatched, type Running } from "./serve-slack.ts";
import { type ServedWorkspace, serveWorkspace } from "./serve-workspace.ts";
import { createSharedFetching } from "./shared-fetching.ts";
import { createCall } from "./slack/call.ts";
import { createDispatch, type WorkspaceReceiver, workspaceReceiver } from "./slack/dispatch.ts";
import { httpReceiver } from "./slack/receivers.ts";
import { refusalOf } from "./slack/start-error.ts";
import { openStore } from "./store/store.ts";
import { openWorkspaceStores } from "./store/workspace-stores.ts";
import { createFleet } from "./workspaces/fleet.ts";
import { createRegistry, type Installed } from "./workspaces/registry.ts";
import { createTokenVault } from "./workspaces/token-vault.ts";

type Member = ServedWorkspace & Pick<WorkspaceReceiver, "hear">;

/** Whoever uninstalled by mistake finds everything as it was. */
const KEPT_AFTER_REMOVAL_MS = 30 * 24 * 60 * 60_000;

export async function serveWorkspaces({
  config,
  slack,
  knowledge,
  log,
}: {
  config: Config;
  slack: OAuthConnection;
  knowledge: Knowledge;
  log: Log;
}): Promise<Running> {
  const { databaseUrl, host, port, ingestAllow } = config;
  const transport = { apiUrl: slack.apiUrl };
  const admin = config.admin && (await openWatched({ ...config.admin, mode: slack.mode, log }));
  const observer = admin?.observer ?? UNOBSERVED;
  const main = await openStore(databaseUrl, log);
  const { now } = main.clock;
  const vault = createTokenVault(slack.encryptionKeys);
  const registry = createRegistry({ rows: main.installations, vault, now, log });
  const rekeyed = await registry.rekey();
  if (rekeyed > 0) log.info({ tokens: rekeyed }, "tokens were encrypted with the first key");
  const stores = await openWorkspaceStores(databaseUrl, log);
  const newBase = await createSharedBase(knowledge.articles, knowledge.vocabulary);
  const base = newBase();
  const fetching = createSharedFetching({ ingestAllow, now });
  const fleet = createFleet({ registry, serve, log });

  async function serve(installed: Installed): Promise<Member | null> {
    const { team, token, installedBy } = installed;
    const ownLog = log.child({ workspace: team });
    const receiver = workspaceReceiver();
    const store = await stores.open(team);
    try {
      const served = await serveWorkspace({
        config,
        knowledge,
        base: newBase(),
        openFetching: fetching.open,
        adminUsers: [installedBy],
        adders: [],
        store,
        receiver,
        token,
        transport,
        observer,
        onUninstalled: (at) => endInstallation(installed, at),
        log: ownLog,
      });
      ownLog.info("a workspace is served");
      const stop = () => served.stop().finally(store.close);
      return { ...served, hear: receiver.hear, stop };
    } catch (cause) {
      await store.close();
      const reason = refusalOf(cause);
      if (reason === null || !TOKEN_REFUSALS.includes(reason)) throw cause;
      ownLog.warn({ reason }, "Slack does not accept a workspace's token any more");
      await registry.remove(installed);
      return null;
    }
  }

  /** Slack delivers again for a while, perhaps until after the app was installed again. */
  async function endInstallation(installed: Installed, at: Date): Promise<void> {
    const isOld = at < new Date(installed.installedAt);
    const isAccepted = async () =>
      (await createCall(installed.token, transport)("auth.test", {})).kind === "done";
    if (isOld && (await isAccepted())) return;
    if (await registry.remove(installed))
      log.info({ workspace: installed.team }, "the app was uninstalled, and its token removed");
    // Not waited for: it ends when what is being heard now has been.
    tell(fleet.look(installed.team));
  }

  async function forgetRemoved(): Promise<void> {
    for (const row of await registry.removedFor(KEPT_AFTER_REMOVAL_MS)) {
      await stores.remove(row.team);
      await registry.forget(row);
      log.info({ workspace: row.team }, "what a workspace left behind was deleted");
    }
  }

  function tell(work: Promise<unknown>): void {
    work.catch((err: unknown) => log.error({ err }, "the workspaces served stay as they are"));
  }

  const receiver = httpReceiver({
    signingSecret: slack.signingSecret,
    host,
    port,
    installing: {
      ...slack,
      useState: registry.useState,
      onInstalled: async (grant) => {
        await registry.add(grant);
        log.info({ workspace: grant.team }, "the app was installed");
        await fleet.look(grant.team);
      },
      log,
    },
    log,
  });
  const dispatch = await createDispatch({ receiver, find: fleet.find, log });
  await dispatch.start();
  const jobs = runJobs(
    [
      { name: "tell the time", cron: "* * * * *", run: main.clock.sync },
      { name: "serve workspaces", cron: "*/10 * * * * *", run: fleet.sync },
      { name: "forget workspaces", cron: "37 3 * * *", run: forgetRemoved },
    ],
    { isAway: main.isAway, jobEnded: observer.jobEnded, log },
  );
  const listening = await Promise.all([
    main.listen(() => tell(fleet.sync()), "installations"),
    main.listen(() => {
      for (const { refresh } of fleet.served()) refresh();
    }),
  ]);
  admin?.watch(
    watchWorkspaces({
      served: fleet.served,
      store: main,
      base: () => ({ ...baseSize(base.articles()), builtAt: base.builtAt() }),
      isConnected: receiver.isConnected,
    }),
  );
  // Not waited for: many take their time, and a signal must end the program well meanwhile.
  tell(
    fleet
      .sync()
      .then(() =>
        log.info({ mode: slack.mode, workspaces: fleet.served().length }, "serving Slack"),
      ),
  );
  return {
    stop: async () => {
      await dispatch.stop();
      await Promise.all(listening.map(({ stop }) => stop()));
      await jobs.stop();
      await fleet.stop();
      await fetching.close();
      await stores.close();
      await main.close();
      await admin?.stop();
    },
  };
}
