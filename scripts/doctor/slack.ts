/** Slack: whether it knows the tokens, and lets the bot do what it has to. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Finding, failing, PATIENCE_MS, reasonOf, warning, well } from "./finding.ts";
import type { SlackSettings } from "./settings.ts";

/** `aheadMs`: how far this machine's clock is ahead of Slack's; null where Slack did not tell. */
export type SlackFindings = { findings: Finding[]; aheadMs: number | null };

const API_URL = "https://slack.com/api/";
const MANIFEST = new URL("../../manifest.json", import.meta.url);
const Answer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  team_id: z.string().optional(),
});
type Answer = z.infer<typeof Answer>;
const Manifest = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
});

export async function lookAtSlack({
  botToken,
  appToken,
  signingSecret,
  apiUrl,
}: SlackSettings): Promise<SlackFindings> {
  if ((botToken === null && appToken === null) || apiUrl === null)
    return { findings: signingFindings({ signingSecret, appToken }), aheadMs: null };
  const url = apiUrl ?? API_URL;
  const [bot, app] = await Promise.all([
    botToken === null ? null : lookAtBot(botToken, url),
    appToken === null ? [] : lookAtApp(appToken, url),
  ]);
  return {
    findings: [...(bot?.findings ?? []), ...app, ...signingFindings({ signingSecret, appToken })],
    aheadMs: bot?.aheadMs ?? null,
  };
}

export async function lookAtBot(token: string, apiUrl: string): Promise<SlackFindings> {
  const check = "bot token";
  const called = await call("auth.test", token, apiUrl);
  if ("finding" in called) return { findings: [{ ...called.finding, check }], aheadMs: null };
  const { answer, headers, aheadMs } = called;
  if (!answer.ok) {
    const advice =
      "copy the Bot User OAuth Token again from your app's page at api.slack.com/apps, Install App, into SLACK_BOT_TOKEN";
    return { findings: [failing(check, refusal("SLACK_BOT_TOKEN", answer), advice)], aheadMs };
  }
  const workspace = `Slack accepts it for the workspace ${answer.team ?? ""} (${answer.team_id})`;
  return {
    findings: [well(check, workspace), await scopeFinding(headers.get("x-oauth-scopes"))],
    aheadMs,
  };
}

async function scopeFinding(header: string | null): Promise<Finding> {
  const check = "scopes";
  const { bot, bot_optional } = Manifest.parse(JSON.parse(await readFile(MANIFEST, "utf8")))
    .oauth_config.scopes;
  if (header === null)
    return warning(check, "Slack did not say what the token may do", "run this again");
  const granted = new Set(header.split(",").map((scope) => scope.trim()));
  const lacking = (scopes: readonly string[]) => scopes.filter((scope) => !granted.has(scope));
  const missing = lacking(bot);
  const advice =
    "paste manifest.json into your app's page, App Manifest, and install the app again";
  if (missing.length > 0) return failing(check, `the token lacks ${missing.join(", ")}`, advice);
  const optional = lacking(bot_optional);
  if (optional.length > 0)
    return warning(
      check,
      `without ${optional.join(", ")}, some pictures and files stay out`,
      advice,
    );
  const wanted = new Set([...bot, ...bot_optional]);
  const more = [...granted].filter((scope) => scope !== "" && !wanted.has(scope));
  return more.length > 0
    ? warning(check, `the token may do more than it needs: ${more.join(", ")}`, advice)
    : well(check, "the token may do all that manifest.json asks for");
}

/** Slack gives an address to connect to, which nothing is connected to here. */
async function lookAtApp(token: string, apiUrl: string): Promise<Finding[]> {
  const check = "Socket Mode";
  const called = await call("apps.connections.open", token, apiUrl);
  if ("finding" in called) return [{ ...called.finding, check }];
  if (called.answer.ok) return [well(check, "Slack lets the program connect")];
  const advice =
    "create an app-level token with the scope connections:write on your app's page, Basic Information, into SLACK_APP_TOKEN, and turn Socket Mode on";
  return [failing(check, refusal("SLACK_APP_TOKEN", called.answer), advice)];
}

function signingFindings({
  signingSecret,
  appToken,
}: Pick<SlackSettings, "signingSecret" | "appToken">): Finding[] {
  const check = "signing secret";
  if (signingSecret === null) return [];
  const advice =
    "copy it again from your app's page, Basic Information, App Credentials, into SLACK_SIGNING_SECRET";
  if (!/^[0-9a-f]{32}$/.test(signingSecret))
    return [warning(check, "it is not made of 32 hexadecimal digits as Slack's are", advice)];
  return appToken === null
    ? [well(check, "it has Slack's form; only a request from Slack can show that it is right")]
    : [well(check, "it is not used, since Socket Mode is")];
}

type Called = { finding: Finding } | { answer: Answer; headers: Headers; aheadMs: number | null };

async function call(method: string, token: string, apiUrl: string): Promise<Called> {
  const advice = "check the network and any proxy, and SLACK_API_URL if it is set";
  const failed = (text: string) => ({ finding: failing(method, text, advice) });
  try {
    const url = new URL(method, apiUrl);
    const askedAt = Date.now();
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const halfway = (askedAt + Date.now()) / 2;
    const answer = Answer.safeParse(await response.json().catch(() => null));
    if (!answer.success) return failed(`${url.host} answers with status ${response.status}`);
    const told = Date.parse(response.headers.get("date") ?? "");
    const aheadMs = Number.isNaN(told) ? null : halfway - told;
    return { answer: answer.data, headers: response.headers, aheadMs };
  } catch (cause) {
    return failed(`Slack cannot be reached at ${apiUrl} (${reasonOf(cause)})`);
  }
}

function refusal(variable: string, { error = "no reason" }: Answer): string {
  return `Slack does not accept ${variable} (${error})`;
}
