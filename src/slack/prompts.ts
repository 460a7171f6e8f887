/** Questions that the conversation with the bot begins with, for whoever opens it. */
import type { App } from "@slack/bolt";
import type { Surface } from "./surface.ts";

export function listenForPrompts(app: App, { product, client, peopleAtOnce, log }: Surface): void {
  app.event("app_home_opened", async ({ event, context }) => {
    if (event.tab !== "messages") return;
    const person = await peopleAtOnce({ workspace: context.teamId ?? "unknown", id: event.user });
    const prompts = product.prompts(person).map((text) => ({ title: text, message: text }));
    if (prompts.length === 0) return;
    await client
      .apiCall("assistant.threads.setSuggestedPrompts", { channel_id: event.channel, prompts })
      // Workspaces without agents have no place for them.
      .catch((err: unknown) => log.debug({ err }, "questions could not be suggested"));
  });
}
