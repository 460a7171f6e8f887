/** What Slack tells when the bot's token is worth nothing any more. */
import type { App } from "@slack/bolt";

/** `at`: when it happened, which may be long before it is told. */
export type OnUninstalled = (at: Date) => Promise<void>;

/** Calls back once the app was uninstalled, or the bot's token revoked. */
export function listenForEnd(app: App, onUninstalled: OnUninstalled): void {
  app.event("app_uninstalled", ({ body }) => onUninstalled(timeOf(body)));
  app.event("tokens_revoked", async ({ event, body }) => {
    // Those of people are none of ours.
    if (event.tokens?.bot?.length) await onUninstalled(timeOf(body));
  });
}

function timeOf({ event_time }: { event_time: number }): Date {
  return new Date(Number.isFinite(event_time) ? event_time * 1_000 : Date.now());
}
