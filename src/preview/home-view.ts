/** The conversation with the bot: its Home tab beside its messages, and what it suggests to ask. */
import { createElement as h, type ReactElement } from "react";
import type { Prompt } from "./assistant.ts";
import type { Home } from "./homes.ts";
import { blocksView } from "./message-view.ts";

export type Tab = "home" | "messages";

const TABS: readonly [Tab, string][] = [
  ["home", "Home"],
  ["messages", "Messages"],
];

export function tabsView(current: Tab): ReactElement {
  return h(
    "nav",
    { className: "tabs", "aria-label": "kzminerals" },
    TABS.map(([tab, name]) =>
      h(
        "button",
        {
          key: tab,
          type: "button",
          "data-open-tab": tab,
          ...(tab === current && { "aria-current": "page" }),
        },
        name,
      ),
    ),
  );
}

export function homeView(home: Home | null, user: string): ReactElement {
  return h(
    "section",
    { className: "home", "aria-label": "Home", "data-home": "true" },
    home ? blocksView(home.view.blocks, user) : h("p", { className: "empty" }, "Nothing here yet."),
  );
}

/** Questions that are asked by a press. */
export function promptsView(prompts: readonly Prompt[]): ReactElement | null {
  if (prompts.length === 0) return null;
  return h(
    "section",
    { className: "prompts", "aria-label": "Suggested prompts" },
    prompts.map(({ title, message }) =>
      h("button", { key: message, type: "button", "data-prompt": message, title: message }, title),
    ),
  );
}

/** What the bot is doing, which screen readers are told of. */
export function statusView(status: string | null): ReactElement {
  return h("p", { className: "status", role: "status" }, status ? `kzminerals ${status}` : "");
}
