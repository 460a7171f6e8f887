/** How a workspace installs the app: Slack's OAuth, by Bolt's own installer, with our pages and storage. */
import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type ExpressReceiverOptions, type Installation, webApi } from "@slack/bolt";
import manifest from "../../manifest.json" with { type: "json" };
import type { Log } from "../log.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { createCall } from "./call.ts";
import { clientOptions } from "./client-options.ts";
import { languageOfBrowser, sendPage } from "./install-pages.ts";

/** Where an installation begins, and where Slack sends the browser back to. */
const INSTALL_PATH = "/slack/install";
const REDIRECT_PATH = "/slack/oauth_redirect";

export type Installing = {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  apiUrl: string | undefined;
  /** Keeps what was granted, and begins to serve it. */
  onInstalled: (grant: ReturnType<typeof grantOf>) => Promise<void>;
  /** Whether a state comes back for the first time. */
  useState: (fingerprint: string) => Promise<boolean>;
  log: Log;
};

type InstallerOptions = NonNullable<ExpressReceiverOptions["installerOptions"]>;
type CallbackOptions = NonNullable<InstallerOptions["callbackOptions"]>;

/** Slack's words for a code that came too late or a second time (docs.slack.dev, 2026-05). */
const STALE_CODES = new Set(["invalid_code", "code_expired", "code_already_used"]);
const STALE_STATES = new Set(["slack_oauth_missing_state", "slack_oauth_invalid_state"]);
const WITHOUT_CODE = "slack_oauth_missing_code";
const DENIED = "access_denied";

/** The options of a receiver that also installs. */
export function installerOptions(installing: Installing): Partial<ExpressReceiverOptions> {
  const { clientId, clientSecret, stateSecret, apiUrl, onInstalled } = installing;
  const { bot, bot_optional } = manifest.oauth_config.scopes;
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...bot, ...bot_optional],
    installationStore: {
      storeInstallation: async (installation) => onInstalled(grantOf(installation)),
      // Nobody asks: each workspace's app has its token.
      fetchInstallation: async () => {
        throw new Error("Installations are read from the registry.");
      },
    },
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      directInstall: true,
      clientOptions: clientOptions({ apiUrl }),
      callbackOptions: callbacks(installing),
    },
  };
}

function callbacks({ apiUrl, useState, log }: Installing): CallbackOptions {
  return {
    beforeInstallation: async (_, request, response) => {
      const state = parameter(request, "state") ?? "";
      const fingerprint = createHash("sha256").update(state).digest("base64url");
      if (await useState(fingerprint)) return true;
      tell({ request, response, status: 400, sentence: ({ stale }) => stale });
      return false;
    },
    afterInstallation: async (installation, _, request, response) => {
      if (isForOneWorkspace(installation)) return true;
      // Nobody could be served by it.
      const token = installation.bot?.token ?? installation.user.token;
      if (token) await createCall(token, { apiUrl })("auth.revoke", {});
      tell({ request, response, status: 400, sentence: ({ organisation }) => organisation });
      return false;
    },
    successAsync: async (installation, _, request, response) => {
      const language = languageOf(request);
      const { installed, next, open } = stringsIn(language).installing;
      const { team, name } = grantOf(installation);
      const app = new URLSearchParams({ team, id: installation.appId ?? "" });
      const link = { href: `slack://app?${app}`, label: open };
      sendPage(response, { status: 200, language, sentences: [installed(name), next], link });
    },
    failureAsync: async (error, _, request, response) => {
      const { status, sentence } = failureOf(error, request, log);
      tell({ request, response, status, sentence });
    },
  };
}

type Texts = ReturnType<typeof stringsIn>["installing"];
type Failure = { status: number; sentence: (texts: Texts) => string };

function failureOf(error: Error & { code: string }, request: IncomingMessage, log: Log): Failure {
  if (parameter(request, "error") === DENIED)
    return { status: 403, sentence: ({ denied }) => denied };
  if (STALE_STATES.has(error.code)) return { status: 400, sentence: ({ stale }) => stale };
  if (error.code === WITHOUT_CODE) return { status: 400, sentence: ({ refused }) => refused };
  if (error instanceof webApi.WebAPIPlatformError) {
    const reason = error.data.error;
    if (STALE_CODES.has(reason)) return { status: 400, sentence: ({ stale }) => stale };
    log.error({ reason }, "Slack does not accept the settings of an installation");
    return { status: 502, sentence: ({ misconfigured }) => misconfigured(reason) };
  }
  if (error instanceof webApi.SlackError) {
    log.warn({ err: error }, "Slack could not be asked about an installation");
    return { status: 503, sentence: ({ away }) => away };
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, err: error }, "an installation failed");
  return { status: 500, sentence: ({ failed }) => failed(reference) };
}

function tell({
  request,
  response,
  status,
  sentence,
}: { request: IncomingMessage; response: ServerResponse } & Failure): void {
  const language = languageOf(request);
  const { installing } = stringsIn(language);
  const link = { href: INSTALL_PATH, label: installing.again };
  sendPage(response, { status, language, sentences: [sentence(installing)], link });
}

function isForOneWorkspace({ isEnterpriseInstall, team, bot }: Installation): boolean {
  return !isEnterpriseInstall && team !== undefined && bot !== undefined;
}

/** What Slack grants. */
function grantOf({ team, enterprise, bot, user }: Installation) {
  if (!team || !bot) throw new Error("Slack granted no token for the bot of a workspace.");
  return {
    team: team.id,
    name: team.name ?? team.id,
    enterprise: enterprise?.id ?? null,
    botUser: bot.userId,
    scopes: bot.scopes,
    token: bot.token,
    installedBy: user.id,
  };
}

function languageOf({ headers }: IncomingMessage): Language {
  return languageOfBrowser(headers["accept-language"]);
}

/** Of the address as it was asked for, whose host may be anybody's. */
function parameter({ url = "" }: IncomingMessage, name: string): string | null {
  return new URL(url, "http://localhost").searchParams.get(name);
}
