/** The manifest asks Slack for all that the program listens to and calls, and for no more. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runProgram } from "../scripts/stand-in/program.ts";
import { createAnswers } from "../src/answers/create-answers.ts";
import { loadKnowledge } from "../src/knowledge/load-knowledge.ts";
import { SHORTCUTS } from "../src/preview/directory.ts";

const Manifest = z.object({
  features: z.object({
    agent_view: z.object({
      agent_description: z.string().min(1).max(300),
      suggested_prompts: z
        .array(z.object({ title: z.string().min(1), message: z.string().min(1) }))
        .min(1)
        .max(4),
    }),
    app_home: z.object({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    shortcuts: z.array(
      z.object({
        name: z.string().min(1).max(24),
        type: z.enum(["message", "global"]),
        callback_id: z.string().min(1),
        description: z.string().min(1).max(150),
      }),
    ),
    slash_commands: z.array(
      z.object({
        command: z.string(),
        description: z.string().min(1),
        usage_hint: z.string().min(1).max(1000),
      }),
    ),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true) }),
  }),
});

/** What Bolt calls an event, and what a manifest does; with the scopes that it takes. */
const EVENTS: Record<string, { events: string[]; scopes: string[] }> = {
  app_home_opened: { events: ["app_home_opened"], scopes: [] },
  app_mention: { events: ["app_mention"], scopes: ["app_mentions:read"] },
  app_uninstalled: { events: ["app_uninstalled"], scopes: [] },
  tokens_revoked: { events: ["tokens_revoked"], scopes: [] },
  message: { events: ["message.im"], scopes: ["im:history"] },
};

/** From docs.slack.dev/reference/methods, read 2026-11: all of these scopes, for all channels. */
const METHODS: Record<string, string[]> = {
  "assistant.threads.setStatus": ["chat:write"],
  "assistant.threads.setSuggestedPrompts": ["assistant:write"],
  "auth.revoke": [],
  "auth.test": [],
  "chat.postMessage": ["chat:write", "chat:write.public"],
  "chat.update": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history"],
  "conversations.info": ["channels:read", "groups:read", "im:read"],
  "conversations.join": ["channels:join"],
  "conversations.open": ["im:write"],
  "conversations.replies": ["channels:history", "groups:history", "im:history"],
  "files.completeUploadExternal": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "views.update": [],
};
const FAMILIES = /^(assistant|auth|chat|conversations|files|users|views)\./;

let manifest: z.infer<typeof Manifest>;
let code: string;
beforeAll(async () => {
  manifest = Manifest.parse(JSON.parse(await readFile("manifest.json", "utf8")));
  const names = await readdir("src/slack");
  const files = names.filter((name) => name.endsWith(".ts"));
  const texts = await Promise.all(files.map((name) => readFile(join("src/slack", name), "utf8")));
  code = texts.join("\n");
});

function found(pattern: RegExp): string[] {
  return [...new Set([...code.matchAll(pattern)].map(([, name = ""]) => name))].toSorted();
}

const listenedTo = () => found(/\.event\(\s*"([a-z_]+)"/g);

function calledMethods(): string[] {
  const named = found(/"([a-z]+(?:\.[a-zA-Z]+)+)"/g);
  const typed = found(/\b(?:client|quick)\.((?:[a-z]\w+\.)+[a-z]\w+)\(/g);
  const methods = [...named, ...typed].filter((name) => FAMILIES.test(name));
  return [...new Set(methods)].toSorted();
}

test("it subscribes to the events that are listened to, and no others", () => {
  const events = listenedTo().flatMap((name) => EVENTS[name]?.events ?? [`unknown: ${name}`]);
  expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(events.toSorted());
});

test("it has the commands that are listened to, each with a hint", () => {
  const commands = manifest.features.slash_commands.map(({ command }) => command);
  expect(commands.toSorted()).toEqual(found(/\.command\(\s*"([^"]+)"/g));
});

test("it has the shortcuts that are listened to, as the preview shows them", () => {
  const shortcuts = manifest.features.shortcuts.filter(({ type }) => type === "message");
  const listened = found(/const \w*(?:ABOUT|SHORTCUT)\w* = "([a-z_]+)"/g);
  expect(found(/\.shortcut\(\s*\{ type: "message_action", callback_id: (\w+)/g)).toHaveLength(
    listened.length,
  );
  expect(shortcuts.map((each) => each.callback_id).toSorted()).toEqual(listened);
  expect(SHORTCUTS.map(({ callback, name }) => [callback, name])).toEqual(
    shortcuts.map(({ callback_id, name }) => [callback_id, name]),
  );
});

describe("its scopes", () => {
  test("are known for every method that is called", () => {
    expect(calledMethods().filter((name) => !Object.hasOwn(METHODS, name))).toEqual([]);
    expect(calledMethods().length).toBeGreaterThan(10);
  });

  test("are those that the methods, events and commands take", () => {
    const needed = new Set([
      "commands",
      ...calledMethods().flatMap((name) => METHODS[name] ?? []),
      ...listenedTo().flatMap((name) => EVENTS[name]?.scopes ?? []),
    ]);
    const { bot, bot_optional } = manifest.oauth_config.scopes;
    expect([...bot, ...bot_optional].toSorted()).toEqual([...needed].toSorted());
  });
});

test("over HTTP everything leads to the address that is given", async () => {
  const run = (...args: string[]) =>
    runProgram({ PATH: process.env.PATH ?? "" }, [
      process.execPath,
      "scripts/manifest.ts",
      ...args,
    ]);
  const program = run("https://bot.example.org");
  expect((await program.ended).code).toBe(0);
  const events = "https://bot.example.org/slack/events";
  const made = JSON.parse(program.output());
  expect(Manifest.safeParse(made).success).toBe(true);
  expect(made).toMatchObject({
    features: { slash_commands: [{ command: "/kzminerals", url: events }] },
    oauth_config: { redirect_urls: ["https://bot.example.org/slack/oauth_redirect"] },
    settings: {
      event_subscriptions: { request_url: events },
      interactivity: { request_url: events, message_menu_options_url: events },
      socket_mode_enabled: false,
    },
  });
  for (const wrong of [[], ["bot.example.org"], ["http://bot.example.org"]])
    expect((await run(...wrong).ended).code).toBe(2);
});

test("its suggested questions have answers", async () => {
  const { articles, vocabulary } = await loadKnowledge("knowledge");
  const answers = await createAnswers(articles, vocabulary);
  for (const { message } of manifest.features.agent_view.suggested_prompts)
    expect(answers.ask({ text: message, today: "2026-06-17" }).kind).toBe("answer");
});
