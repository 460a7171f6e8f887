/** What the preview shows: pure functions from the workspace to HTML. */
import { createElement as h, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Prompt } from "./assistant.ts";
import type { Channel } from "./directory.ts";
import { homeView, promptsView, statusView, type Tab, tabsView } from "./home-view.ts";
import type { Home } from "./homes.ts";
import { messageView } from "./message-view.ts";
import { modalView } from "./modal-view.ts";
import { channelTitle, sidebar } from "./sidebar.ts";
import type { OpenView } from "./views.ts";
import type { WorkspaceMessage } from "./workspace.ts";

/** Which channel is shown to whom, which thread is open, and what the clock says. */
export type View = {
  user: string;
  channel: Channel;
  threadTs: string | null;
  /** `YYYY-MM-DD`. */
  day: string;
  timeZone: string;
  messages: readonly WorkspaceMessage[];
  /** Which side of a conversation with the bot is shown. */
  tab: Tab;
  home: Home | null;
  prompts: readonly Prompt[];
  /** What the bot is doing in the channel, and in a thread of it. */
  statusIn: (threadTs: string | null) => string | null;
  modal: OpenView | null;
};

/** The page as it is first loaded. */
export function pageHtml(view: View): string {
  return `<!doctype html>${renderToStaticMarkup(page(view))}`;
}

/** The part of the page that changes. */
export function viewHtml(view: View): string {
  return renderToStaticMarkup(workspaceView(view));
}

/** The modal before the person; empty when there is none. */
export function modalHtml({ modal, user }: View): string {
  return modal ? renderToStaticMarkup(modalView(modal, user)) : "";
}

function page(view: View): ReactElement {
  return h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", null, "kzminerals preview"),
      h("link", { rel: "stylesheet", href: "/blocks.css" }),
      h("link", { rel: "stylesheet", href: "/style.css" }),
      h("link", { rel: "stylesheet", href: "/parts.css" }),
      h("link", { rel: "stylesheet", href: "/modal.css" }),
      h("link", { rel: "icon", href: "/icon.svg" }),
      h("script", { src: "/client.js", type: "module" }),
    ),
    h(
      "body",
      null,
      h("div", { id: "workspace" }, workspaceView(view)),
      h("div", { id: "modal" }, view.modal ? modalView(view.modal, view.user) : null),
    ),
  );
}

function workspaceView(view: View): ReactElement {
  const { user, channel, threadTs } = view;
  return h(
    "div",
    {
      className: threadTs ? "layout with-thread" : "layout",
      "data-user": user,
      "data-channel": channel.id,
      "data-thread": threadTs ?? "",
      "data-tab": view.tab,
    },
    sidebar(view),
    channelPane(view),
    threadTs ? threadPane(view, threadTs) : null,
  );
}

function channelPane(view: View): ReactElement {
  const { channel, messages } = view;
  const isDirect = channel.kind === "direct";
  const shown = messages.filter((each) => each.channel === channel.id && each.threadTs === null);
  return h(
    "main",
    { className: "pane" },
    h(
      "header",
      null,
      h("h2", null, channelTitle(channel)),
      isDirect ? tabsView(view.tab) : null,
      h("button", { type: "button", "data-say": "/kzminerals digest" }, "Digest"),
      h("button", { type: "button", "data-say": "/kzminerals subscribe" }, "Subscribe"),
      h("button", { type: "button", "data-say": "/kzminerals help" }, "Help"),
    ),
    ...(isDirect && view.tab === "home"
      ? [homeView(view.home, view.user)]
      : conversation(view, seen(shown, view))),
  );
}

function conversation(view: View, messages: readonly ReactElement[]): ReactElement[] {
  const { channel, prompts } = view;
  const isDirect = channel.kind === "direct";
  return [
    messageList(
      messages,
      `Ask with ${isDirect ? "a question" : "/kzminerals or @kzminerals and a question"}.`,
    ),
    ...[statusView(view.statusIn(null)), promptsView(prompts)].flatMap((each) => each ?? []),
    composer({
      name: "say",
      label: `Message ${channelTitle(channel)}`,
      placeholder: isDirect
        ? "Ask a question"
        : "/kzminerals who signed the memorandum with the US?   or   @kzminerals …",
    }),
  ];
}

function threadPane(view: View, threadTs: string): ReactElement {
  const shown = view.messages.filter((each) => each.ts === threadTs || each.threadTs === threadTs);
  return h(
    "aside",
    { className: "pane thread", "aria-label": "Thread" },
    h(
      "header",
      null,
      h("h2", null, "Thread"),
      h("button", { type: "button", "data-close-thread": "true" }, "Close"),
    ),
    messageList(seen(shown, view), ""),
    statusView(view.statusIn(threadTs)),
    composer({ name: "reply", label: "Reply in the thread", placeholder: "@kzminerals …" }),
  );
}

/** The messages that are not for somebody else's eyes. */
function seen(shown: readonly WorkspaceMessage[], view: View): ReactElement[] {
  const { user, timeZone, messages, threadTs } = view;
  return shown
    .filter(({ ephemeralTo }) => ephemeralTo === null || ephemeralTo === user)
    .map((message) => {
      const isOpen = message.ts === threadTs;
      const replies = messages.filter((each) => each.threadTs === message.ts).length;
      return messageView(message, { user, timeZone, replies: isOpen ? 0 : replies });
    });
}

/** The list stands on its head, so that a browser keeps its newest message in sight. */
function messageList(messages: readonly ReactElement[], empty: string): ReactElement {
  return h(
    "ol",
    { className: "messages", role: "log", "aria-label": "Messages" },
    messages.length > 0 ? messages.toReversed() : h("li", { className: "empty" }, empty),
  );
}

function composer({
  name,
  label,
  placeholder,
}: {
  name: string;
  label: string;
  placeholder: string;
}) {
  return h(
    "form",
    { className: "composer", "data-form": name },
    h("input", {
      name: "text",
      "aria-label": label,
      placeholder,
      autoComplete: "off",
      required: true,
    }),
    h("button", { type: "submit" }, "Send"),
  );
}
