/** What the preview shows: pure functions from the workspace to HTML. */
import { createElement as h, type ReactElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message as Blocks } from "slack-blocks-to-jsx";
import { CHANNELS, type Channel, WORKSPACE, type WorkspaceMessage } from "./workspace.ts";

/** Which channel is shown, which thread is open, and what the clock says. */
export type View = {
  channel: Channel;
  threadTs: string | null;
  /** `YYYY-MM-DD`. */
  day: string;
  timeZone: string;
  messages: readonly WorkspaceMessage[];
};

const BOT_NAME = "kzminerals";
const PERSON_NAME = "You";

/** The page as it is first loaded. */
export function pageHtml(view: View): string {
  return `<!doctype html>${renderToStaticMarkup(page(view))}`;
}

/** The part of the page that changes. */
export function viewHtml(view: View): string {
  return renderToStaticMarkup(workspaceView(view));
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
      h("link", { rel: "icon", href: "/icon.svg" }),
      h("script", { src: "/client.js", type: "module" }),
    ),
    h("body", null, h("div", { id: "workspace" }, workspaceView(view))),
  );
}

function workspaceView(view: View): ReactElement {
  const { channel, threadTs } = view;
  return h(
    "div",
    {
      className: threadTs ? "layout with-thread" : "layout",
      "data-channel": channel.id,
      "data-thread": threadTs ?? "",
    },
    sidebar(view),
    channelPane(view),
    threadTs ? threadPane(view, threadTs) : null,
  );
}

function sidebar({ channel, day, timeZone }: View): ReactElement {
  const entry = (each: Channel) =>
    h(
      "button",
      {
        key: each.id,
        type: "button",
        className: each.id === channel.id ? "channel current" : "channel",
        "data-open-channel": each.id,
      },
      channelTitle(each),
    );
  return h(
    "nav",
    { className: "sidebar" },
    h("h1", null, "Preview"),
    h("h2", null, "Channels"),
    CHANNELS.filter((each) => !each.isDirect).map(entry),
    h("h2", null, "Direct messages"),
    CHANNELS.filter((each) => each.isDirect).map(entry),
    h(
      "form",
      { className: "clock", "data-form": "clock" },
      h("label", { htmlFor: "day" }, "Today is"),
      h("input", { id: "day", name: "day", type: "date", defaultValue: day, required: true }),
      h("button", { type: "submit" }, "Set"),
      h("p", null, timeZone),
    ),
    h(
      "p",
      { className: "hint" },
      "Nothing leaves this machine. Messages are forgotten when the program stops.",
    ),
  );
}

function channelTitle({ name, isDirect }: Channel): string {
  return isDirect ? name : `# ${name}`;
}

function channelPane(view: View): ReactElement {
  const { channel, messages } = view;
  const shown = messages.filter((each) => each.channel === channel.id && each.threadTs === null);
  return h(
    "main",
    { className: "pane" },
    h(
      "header",
      null,
      h("h2", null, channelTitle(channel)),
      h("button", { type: "button", "data-say": "/kzminerals digest" }, "Digest"),
      h("button", { type: "button", "data-say": "/kzminerals help" }, "Help"),
    ),
    messageList(
      shown.map((message) => messageView(message, view)),
      `Ask with ${channel.isDirect ? "a question" : "/kzminerals or @kzminerals and a question"}.`,
    ),
    composer({
      name: "say",
      label: `Message ${channelTitle(channel)}`,
      placeholder: channel.isDirect
        ? "Ask a question"
        : "/kzminerals who signed the memorandum with the US?   or   @kzminerals …",
    }),
  );
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
    messageList(
      shown.map((message) => messageView(message, view)),
      "",
    ),
    composer({ name: "reply", label: "Reply in the thread", placeholder: "@kzminerals …" }),
  );
}

/** The list stands on its head, so that a browser keeps its newest message in sight. */
function messageList(messages: readonly ReactElement[], empty: string): ReactElement {
  return h(
    "ol",
    { className: "messages" },
    messages.length > 0 ? messages.toReversed() : h("li", { className: "empty" }, empty),
  );
}

function messageView(
  message: WorkspaceMessage,
  { messages, threadTs, timeZone }: View,
): ReactElement {
  const isBot = message.user === WORKSPACE.bot;
  const replies = messages.filter((each) => each.threadTs === message.ts);
  return h(
    "li",
    {
      key: message.ts,
      className: message.ephemeralTo ? "message ephemeral" : "message",
      "data-ts": message.ts,
    },
    h(
      "div",
      { className: isBot ? "avatar bot" : "avatar", "aria-hidden": true },
      isBot ? "Kz" : "Y",
    ),
    h(
      "div",
      { className: "content" },
      h(
        "p",
        { className: "author" },
        h("strong", null, isBot ? BOT_NAME : PERSON_NAME),
        isBot ? h("span", { className: "app" }, "APP") : null,
        h("time", null, timeOf(message.ts, timeZone)),
        message.ephemeralTo ? h("span", { className: "only-you" }, "Only visible to you") : null,
      ),
      message.blocks.length > 0
        ? blocksView(message)
        : h("p", { className: "text" }, plain(message.text)),
      replies.length > 0 && message.ts !== threadTs ? threadLink(message.ts, replies.length) : null,
    ),
  );
}

function blocksView(message: WorkspaceMessage): ReactNode {
  return h(Blocks, {
    blocks: drawable(message.blocks),
    logo: "",
    name: BOT_NAME,
    time: new Date(Number(message.ts) * 1000),
    withoutWrapper: true,
    data: {
      users: [
        { id: WORKSPACE.person, name: PERSON_NAME },
        { id: WORKSPACE.bot, name: BOT_NAME },
      ],
    },
  });
}

/** Slack reads links in verbatim text and leaves bare names alone; the library reads neither. */
function drawable(blocks: WorkspaceMessage["blocks"]) {
  return JSON.parse(JSON.stringify(blocks, (name, value) => (name === "verbatim" ? false : value)));
}

function threadLink(ts: string, count: number): ReactElement {
  const text = count === 1 ? "1 reply" : `${count} replies`;
  return h("button", { type: "button", className: "replies", "data-open-thread": ts }, text);
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

/** A message without blocks, its escapes and mentions as people see them. */
function plain(text: string): string {
  return text
    .replaceAll(`<@${WORKSPACE.bot}>`, `@${BOT_NAME}`)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function timeOf(ts: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date(Number(ts) * 1000));
}
