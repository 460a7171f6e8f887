/** All workspaces that are served by this process: as many as the registry says, each by its last token. */
import type { Log } from "../log.ts";
import type { Installed, Registry } from "./registry.ts";

export type Fleet<Served> = {
  /** Begins to serve what was installed since, and ends what is not installed any more. */
  sync: () => Promise<void>;
  /** The same for one workspace, by what the registry says from now on. */
  look: (team: string) => Promise<Served | null>;
  /** A workspace, looked for in the registry when it is not known here; null when it has no app. */
  find: (team: string) => Promise<Served | null>;
  /** Those that are served just now. */
  served: () => readonly Served[];
  stop: () => Promise<void>;
};

/** `null`: it could not be served, and is tried again with the next look at the registry. */
type Member<Served> = { installedAt: string; starting: Promise<Served | null> };

/** Each asks Slack for its names; all at once would be a crowd. */
const STARTS_AT_ONCE = 4;

export function createFleet<Served extends { stop: () => Promise<void> }>({
  registry,
  serve,
  log,
}: {
  registry: Pick<Registry, "active" | "find">;
  /** Null when it cannot be served now. */
  serve: (installed: Installed) => Promise<Served | null>;
  log: Log;
}): Fleet<Served> {
  const members = new Map<string, Member<Served>>();
  const running = new Map<string, Served>();
  const turns = new Map<string, Promise<unknown>>();
  let isStopping = false;
  let pass: Promise<void> | null = null;

  /** One after the other for a workspace: an end must not overtake a start. */
  function inTurn<Result>(team: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (turns.get(team) ?? Promise.resolve()).then(work, work).finally(() => {
      if (turns.get(team) === turn) turns.delete(team);
    });
    turns.set(team, turn);
    return turn;
  }

  async function end(team: string): Promise<void> {
    const member = members.get(team);
    members.delete(team);
    const served = await member?.starting;
    running.delete(team);
    await served?.stop();
    if (served) log.info({ workspace: team }, "a workspace is not served any more");
  }

  async function begin(installed: Installed): Promise<Served | null> {
    const { team, installedAt } = installed;
    const starting = serve(installed);
    members.set(team, { installedAt, starting });
    const served = await starting.catch((err: unknown) => {
      log.error({ workspace: team, err }, "a workspace cannot be served");
      return null;
    });
    if (served) running.set(team, served);
    else members.delete(team);
    return served;
  }

  /** Serves what is installed; whoever installed it anew gets a new start. */
  function bring(team: string, installed: Installed | null): Promise<Served | null> {
    return inTurn(team, async () => {
      const member = members.get(team);
      if (member && member.installedAt === installed?.installedAt) return running.get(team) ?? null;
      if (member) await end(team);
      return installed && !isStopping ? begin(installed) : null;
    });
  }

  async function look(team: string): Promise<Served | null> {
    return bring(team, await registry.find(team));
  }

  async function syncAll(): Promise<void> {
    const waiting = await registry.active();
    const active = new Set(waiting.map(({ team }) => team));
    const ended = [...members.keys()].filter((team) => !active.has(team));
    await Promise.all(ended.map((team) => bring(team, null)));
    const next = async (): Promise<void> => {
      for (let one = waiting.shift(); one && !isStopping; one = waiting.shift())
        await bring(one.team, one);
    };
    await Promise.all(Array.from({ length: STARTS_AT_ONCE }, next));
  }

  return {
    sync: () => {
      pass ??= syncAll().finally(() => {
        pass = null;
      });
      return pass;
    },
    look,
    find: async (team) => running.get(team) ?? (isStopping ? null : look(team)),
    served: () => [...running.values()],
    stop: async () => {
      isStopping = true;
      await Promise.all([...members.keys()].map((team) => inTurn(team, () => end(team))));
    },
  };
}
