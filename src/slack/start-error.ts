/** Why Slack lets nothing start, in a sentence for whoever runs the program. */
import { webApi } from "@slack/bolt";

/** Slack cannot be reached or does not accept a token; the message says what to do about it. */
export class SlackStartError extends Error {}

/** The variable that holds a token. */
export type TokenVariable = keyof typeof WHERE_TOKENS_ARE;

const WHERE_TOKENS_ARE = {
  SLACK_BOT_TOKEN: "copy it again from your app's page at api.slack.com/apps, OAuth & Permissions",
  SLACK_APP_TOKEN:
    "copy it again from your app's page at api.slack.com/apps, Basic Information, App-Level Tokens; it needs the scope connections:write",
};
/** Slack's errors that say nothing about the token. */
const NOT_THE_TOKEN = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "ratelimited",
  "rate_limited",
]);

/** Explains an error of the first calls to Slack; any other error stays as it is. */
export function explainStart({
  cause,
  token,
  apiUrl = "https://slack.com/api/",
}: {
  cause: unknown;
  token: TokenVariable;
  apiUrl: string | undefined;
}): unknown {
  const sentence = sentenceFor(cause);
  return sentence ? new SlackStartError(sentence, { cause }) : cause;

  function sentenceFor(error: unknown): string | null {
    if (error instanceof webApi.WebAPIPlatformError && !NOT_THE_TOKEN.has(error.data.error))
      return `Slack does not accept ${token} (${error.data.error}): ${WHERE_TOKENS_ARE[token]}.`;
    if (error instanceof webApi.WebAPIRequestError)
      return `Slack cannot be reached at ${apiUrl} (${reasonOf(error)}): check the network, and SLACK_API_URL if it is set.`;
    if (error instanceof webApi.SlackError)
      return `Slack cannot serve us now (${error.message}): start again in a minute.`;
    return null;
  }
}

/** Slack's word for why it does not accept a token; null where something else kept us from starting. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof SlackStartError)) return null;
  const { cause } = error;
  const isRefused =
    cause instanceof webApi.WebAPIPlatformError && !NOT_THE_TOKEN.has(cause.data.error);
  return isRefused ? cause.data.error : null;
}

/** The innermost cause tells what happened; those around it only say that something did. */
function reasonOf(error: Error): string {
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || String(Reflect.get(error, "code"));
}
