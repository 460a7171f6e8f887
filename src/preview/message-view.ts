/** A message as people see it. */

import type { types } from "@slack/bolt";
import { createElement as h, type ReactElement, type ReactNode } from "react";
import { Message as Blocks } from "slack-blocks-to-jsx";
import { actionsView } from "./actions-view.ts";
import { CHANNELS, PEOPLE, WORKSPACE } from "./directory.ts";
import { fileView } from "./file-view.ts";
import { messageMenu } from "./message-menu.ts";
import { tableView } from "./table-view.ts";
import type { WorkspaceMessage } from "./workspace.ts";

/** Who looks, and on whose clocks. */
export type Looking = { user: string; timeZone: string };

const BOT_NAME = "kzminerals";

export function messageView(
  message: WorkspaceMessage,
  { user, timeZone, replies }: Looking & { replies: number },
): ReactElement {
  const isBot = message.user === WORKSPACE.bot;
  const name = nameOf(message.user, user);
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
      isBot ? "Kz" : name.charAt(0),
    ),
    h(
      "div",
      { className: "content" },
      h(
        "p",
        { className: "author" },
        h("strong", null, name),
        isBot ? h("span", { className: "app" }, "APP") : null,
        h("time", null, timeOf(message.ts, timeZone)),
        message.ephemeralTo ? h("span", { className: "only-you" }, "Only visible to you") : null,
      ),
      message.blocks.length > 0 ? blocksView(message.blocks, user) : textView(message.text),
      message.files.map(fileView),
      replies > 0 ? threadLink(message.ts, replies) : null,
    ),
    message.ephemeralTo === null ? messageMenu(message.ts) : null,
  );
}

function textView(text: string): ReactElement | null {
  return text === "" ? null : h("p", { className: "text" }, plain(text));
}

/** Blocks of a message or a view: buttons and tables are ours, the rest is drawn by the library. */
export function blocksView(blocks: readonly types.KnownBlock[], user: string): ReactNode {
  const parts: ReactNode[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    const own = block && ownView(block, { user, key: at });
    if (own) {
      parts.push(own);
      at += 1;
      continue;
    }
    let to = at + 1;
    while (to < blocks.length && !OWN.has(blocks[to]?.type ?? "")) to += 1;
    parts.push(drawn(blocks.slice(at, to), { user, key: at }));
    at = to;
  }
  return parts;
}

const OWN: ReadonlySet<string> = new Set(["actions", "table"]);

/** What the library draws without a part that people need. */
function ownView(
  block: types.KnownBlock,
  { user, key }: { user: string; key: number },
): ReactElement | null {
  if (block.type === "actions") return actionsView(block, key);
  if (block.type !== "table") return null;
  return tableView(block, { key, draw: (cell) => drawn([cell], { user, key: 0 }) });
}

function drawn(
  blocks: readonly types.KnownBlock[],
  { user, key }: { user: string; key: number },
): ReactNode {
  return h(Blocks, {
    key,
    blocks: drawable(blocks),
    logo: "",
    name: BOT_NAME,
    time: new Date(0),
    withoutWrapper: true,
    data: {
      users: [WORKSPACE.bot, ...PEOPLE.map(({ id }) => id)].map((id) => ({
        id,
        name: nameOf(id, user),
      })),
      channels: CHANNELS.map(({ id, name }) => ({ id, name })),
    },
  });
}

/** Slack reads links in verbatim text and leaves bare names alone; the library reads neither. */
function drawable(blocks: readonly types.KnownBlock[]) {
  return JSON.parse(JSON.stringify(blocks, (name, value) => (name === "verbatim" ? false : value)));
}

function nameOf(id: string, user: string): string {
  if (id === WORKSPACE.bot) return BOT_NAME;
  if (id === user) return "You";
  return PEOPLE.find((each) => each.id === id)?.name ?? "Slack";
}

function threadLink(ts: string, count: number): ReactElement {
  const text = count === 1 ? "1 reply" : `${count} replies`;
  return h("button", { type: "button", className: "replies", "data-open-thread": ts }, text);
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
