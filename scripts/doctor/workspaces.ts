/** The workspaces that installed the app: whether their tokens can be read, and are worth something. */
import type { OAuthConnection } from "../../src/config/slack-connection.ts";
import { workspaceUrl } from "../../src/store/database-url.ts";
import { createTokenVault, type TokenVault } from "../../src/workspaces/token-vault.ts";
import { lookAtDatabase } from "./database.ts";
import { type Finding, failing, reasonOf, warning, well } from "./finding.ts";
import type { StoredInstallation } from "./installations.ts";
import { lookAtBot } from "./slack.ts";

const API_URL = "https://slack.com/api/";
/** Slack answers each within a moment; what is beyond is said. */
const MAX_LOOKED_AT = 20;
const CHECK = "workspaces";

export async function lookAtWorkspaces(
  installations: readonly StoredInstallation[],
  { encryptionKeys, apiUrl = API_URL }: OAuthConnection,
  databaseUrl: string,
): Promise<Finding[]> {
  if (installations.length === 0)
    return [well(CHECK, "none has installed the app yet; it begins at /slack/install")];
  const vault = createTokenVault(encryptionKeys);
  const looked = installations.slice(0, MAX_LOOKED_AT);
  const each = await Promise.all(
    looked.map((one) => lookAtOne({ one, vault, apiUrl, databaseUrl })),
  );
  const outdated = installations.filter(({ sealedToken }) => vault.isOutdated(sealedToken));
  return [
    well(
      CHECK,
      `${installations.length} installed the app${looked.length < installations.length ? `; the first ${looked.length} were looked at` : ""}`,
    ),
    ...(outdated.length > 0 ? [rotationFinding(outdated.length)] : []),
    ...each.flat(),
  ];
}

async function lookAtOne({
  one: { team, sealedToken },
  vault,
  apiUrl,
  databaseUrl,
}: {
  one: StoredInstallation;
  vault: TokenVault;
  apiUrl: string;
  databaseUrl: string;
}): Promise<Finding[]> {
  const check = `workspace ${team}`;
  try {
    const [bot, database] = await Promise.all([
      lookAtBot(vault.open(sealedToken, team), apiUrl),
      lookAtDatabase(workspaceUrl(databaseUrl, team)),
    ]);
    const faults = [...bot.findings, ...database.findings].filter(({ state }) => state !== "ok");
    if (faults.length === 0) return [well(check, "Slack accepts its token; its database is well")];
    return faults.map((fault) => ({ ...fault, check }));
  } catch (cause) {
    const advice =
      "put the key that is missing into TOKEN_ENCRYPTION_KEYS behind the first, or let the workspace install the app again";
    return [failing(check, reasonOf(cause), advice)];
  }
}

function rotationFinding(count: number): Finding {
  return warning(
    "encryption keys",
    `${count} tokens are encrypted by another key than the first of TOKEN_ENCRYPTION_KEYS`,
    "restart the program, which encrypts them with the first; then the others can be left out",
  );
}
