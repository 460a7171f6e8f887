/** What the browser of somebody does who installs the app. */
import type { SlackStandIn } from "../../scripts/stand-in/slack-stand-in.ts";

type Begun = { cookie: string; state: string; authorizePage: URL };

/** Opens the page at which an installation begins, which leads to Slack. */
export async function beginInstallation(port: number): Promise<Begun> {
  const response = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: "manual" });
  const authorizePage = new URL(response.headers.get("location") ?? "");
  return {
    cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "",
    state: authorizePage.searchParams.get("state") ?? "",
    authorizePage,
  };
}

/** Comes back from Slack's page; `language` is what the browser prefers. */
export async function comeBack(
  port: number,
  {
    cookie,
    language = "en",
    ...parameters
  }: { cookie?: string; language?: string; state?: string; code?: string; error?: string },
): Promise<{ status: number; page: string; headers: Headers }> {
  const query = new URLSearchParams(parameters);
  const response = await fetch(`http://127.0.0.1:${port}/slack/oauth_redirect?${query}`, {
    headers: { "accept-language": language, ...(cookie && { cookie }) },
  });
  return { status: response.status, page: await response.text(), headers: response.headers };
}

/** Somebody installs the app into a workspace, from the beginning to the end. */
export async function installInto(
  port: number,
  slack: Pick<SlackStandIn, "allowInstallation">,
  allowed: { team: string; token: string; person: string },
) {
  const begun = await beginInstallation(port);
  const workspace = slack.allowInstallation(allowed);
  const { status, page } = await comeBack(port, { ...begun, code: workspace.code });
  if (status !== 200) throw new Error(`It was not installed (${status}): ${page}`);
  return workspace;
}
