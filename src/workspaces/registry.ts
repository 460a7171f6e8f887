/** The workspaces that installed the app, with the tokens by which they are served. */
import type { Log } from "../log.ts";
import type { InstallationRow } from "../store/installation-queries.ts";
import type { Store } from "../store/store.ts";
import { SealBrokenError, type TokenVault, UnknownKeyError } from "./token-vault.ts";

/** What Slack grants when somebody installs the app. */
export type Grant = {
  team: string;
  name: string;
  enterprise: string | null;
  botUser: string;
  scopes: readonly string[];
  token: string;
  installedBy: string;
};

/** A workspace to be served; `installedAt` differs after every installation. */
export type Installed = Pick<Grant, "team" | "name" | "installedBy"> & {
  installedAt: string;
  token: string;
};

/** Tokens cannot be read; the message says what to do. */
export class RegistryError extends Error {}

export type Registry = ReturnType<typeof createRegistry>;

/** A state that is older has expired. */
const STATE_KEPT_MS = 60 * 60_000;

export function createRegistry({
  rows,
  vault,
  now,
  log,
}: {
  rows: Store["installations"];
  vault: TokenVault;
  now: () => Date;
  log: Log;
}) {
  function installed(row: InstallationRow): Installed | null {
    if (row.sealed_token === null) return null;
    const { team, name, installed_by: installedBy, installed_at: installedAt } = row;
    return { team, name, installedBy, installedAt, token: vault.open(row.sealed_token, team) };
  }

  /** A workspace whose token cannot be read must not keep the others from being served. */
  function readable(row: InstallationRow): Installed | null {
    try {
      return installed(row);
    } catch (err) {
      log.error({ workspace: row.team, err }, "the token of a workspace cannot be read");
      return null;
    }
  }

  return {
    /**
     * At the start: encrypts with the first key what an older one encrypted; tells how many tokens.
     * Throws RegistryError when a key is missing.
     */
    async rekey(): Promise<number> {
      const active = await rows.active();
      const opened = active.map((row) => ({ row, token: openedOrReason(row) }));
      const faults = opened.flatMap(({ token }) => (token instanceof Error ? [token] : []));
      if (faults.length > 0) throw new RegistryError(whatToDo(faults, active.length));
      const outdated = opened.filter(({ row }) => vault.isOutdated(row.sealed_token ?? ""));
      for (const { row, token } of outdated)
        if (typeof token === "string") await rows.reseal(row, vault.seal(token, row.team));
      return outdated.length;
    },

    /** All that are to be served. */
    active: async (): Promise<Installed[]> =>
      (await rows.active()).flatMap((row) => readable(row) ?? []),

    find: async (team: string): Promise<Installed | null> => {
      const row = await rows.find(team);
      return row ? readable(row) : null;
    },

    add: async ({ token, scopes, ...grant }: Grant): Promise<void> =>
      rows.put({
        team: grant.team,
        name: grant.name,
        enterprise: grant.enterprise,
        bot_user: grant.botUser,
        scopes: scopes.join(","),
        sealed_token: vault.seal(token, grant.team),
        installed_by: grant.installedBy,
        installed_at: now().toISOString(),
      }),

    /** Forgets the token at once; false when the workspace was installed anew meanwhile. */
    remove: async ({ team, installedAt }: Pick<Installed, "team" | "installedAt">) => {
      const row = await rows.find(team);
      return row?.installed_at === installedAt && (await rows.remove(row, now()));
    },

    /** Whether a state comes back from Slack for the first time. */
    useState: (fingerprint: string): Promise<boolean> => {
      const since = new Date(now().getTime() - STATE_KEPT_MS);
      return rows.useState(fingerprint, { now: now(), since });
    },

    /** Those that were removed so long ago, to be forgotten one by one. */
    removedFor: (ms: number) => rows.removedBefore(new Date(now().getTime() - ms)),
    forget: rows.forget,
  };

  function openedOrReason(row: InstallationRow): string | Error | null {
    try {
      return installed(row)?.token ?? null;
    } catch (cause) {
      if (cause instanceof UnknownKeyError || cause instanceof SealBrokenError) return cause;
      throw cause;
    }
  }
}

function whatToDo(faults: readonly Error[], count: number): string {
  const broken = faults.find((fault) => fault instanceof SealBrokenError);
  if (broken)
    return `${broken.message} Restore the database, or delete that row of the table installation and let the workspace install the app again.`;
  return `${faults.length} of ${count} tokens of workspaces were encrypted by a key that TOKEN_ENCRYPTION_KEYS does not hold: put the earlier key behind the new one, separated by a comma.`;
}
