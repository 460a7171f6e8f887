/** The real app over the stand-in workspace: what people may write to it, wherever they write it. */
import { Writable } from "node:stream";
import { constantFrom, nat, oneof, record, tuple } from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, expect } from "vitest";
import { WORKSPACE } from "../../src/preview/directory.ts";
import type { WorkspaceMessage } from "../../src/preview/workspace.ts";
import { webAddress } from "../../src/slack/mrkdwn.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { buttonsIn, expectHarmless, type Meant } from "./harmless.ts";
import { property } from "./property.ts";
import { asked, commandLine, knowledge, text } from "./texts.ts";

const faults: string[] = [];
const log = pino(
  { level: "error" },
  new Writable({
    write: (line, _, done) => {
      faults.push(String(line));
      done();
    },
  }),
);

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace({
    knowledge,
    log,
    adminUsers: [WORKSPACE.person],
    at: "2026-11-21T09:00:00+05:00",
    questionsPerMinute: 1_000_000,
  });
});
afterAll(() => room.close());

const MEANT: Meant = {
  mentions: new Set([`<@${WORKSPACE.person}>`, `<#${CHANNEL}>`, `<#${DIRECT}>`]),
  links: new Set(
    [
      ...knowledge.articles.map(({ url }) => url),
      ...knowledge.feeds.flatMap(({ url, source }) => [url, source]),
    ].flatMap((url) => webAddress(url) ?? []),
  ),
};
const said = oneof(asked, commandLine, text);
const where = constantFrom("slash", "mention", "direct", "thread", "about");

/** What the bot writes when something is written to it; it never fails, and harms nobody. */
async function answersTo(place: string, words: string) {
  faults.length = 0;
  const answers = await room.answersTo(() => write(place, words));
  expect(faults, words).toEqual([]);
  for (const answer of answers) expectWords(answer);
  return answers;
}

async function write(place: string, words: string): Promise<unknown> {
  const { workspace } = room;
  if (place === "slash")
    return workspace.slash({ channel: CHANNEL, command: "/kzminerals", text: words });
  if (place === "direct") return workspace.say({ channel: DIRECT, text: words });
  if (place === "mention") return workspace.say({ channel: CHANNEL, text: `@kzminerals ${words}` });
  const { ts } = await workspace.say({ channel: CHANNEL, text: words });
  return place === "thread"
    ? workspace.say({ channel: CHANNEL, threadTs: ts, text: `${words} @kzminerals` })
    : workspace.shortcut({ ts, callback: "ask_about_message" });
}

property(
  "whatever is written is answered within Slack's limits, and wakes nobody",
  { of: tuple(where, said), runs: 60, share: 0.1 },
  async ([place, words]) => {
    const answers = await answersTo(place, words);
    if (place === "mention" || place === "thread") expect(answers.length).toBeGreaterThan(0);
  },
);

property(
  "every button below an answer does something that Slack takes",
  { of: record({ words: oneof(asked, commandLine), at: nat(20) }), runs: 40, share: 0.1 },
  async ({ words, at }) => {
    const answers = await answersTo("slash", words);
    const pressed = answers.flatMap(buttonsOf).filter(({ action }) => !DECISIONS.test(action));
    const button = pressed[at % Math.max(pressed.length, 1)];
    if (!button) return;
    const told = await room.answersTo(() => room.workspace.press(button));
    expect(faults, `${words}: ${button.action}`).toEqual([]);
    for (const each of told) expectWords(each);
  },
);

/** A file may come without words. */
function expectWords(message: WorkspaceMessage): void {
  if (message.files.length === 0) expectHarmless(message, MEANT);
}

/** Opens a modal in which somebody decides, or ends what others subscribed to. */
const DECISIONS = /^(digest-|follow)/;

function buttonsOf({ ts, blocks }: WorkspaceMessage) {
  return buttonsIn(blocks).map(({ action_id, value = "" }) => ({
    ts,
    action: action_id ?? "",
    value,
  }));
}
