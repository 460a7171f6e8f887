import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WORKSPACE } from "../../src/preview/directory.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace();
});
afterAll(() => room.close());

const MENTION = `<@${WORKSPACE.bot}>`;

/** A mention as Slack sends it, with what a test wants to be different. */
function mention(different: Record<string, unknown> = {}) {
  return {
    type: "app_mention",
    user: WORKSPACE.person,
    channel: CHANNEL,
    text: `${MENTION} who proposed electric vehicles?`,
    ts: "1718600000.000100",
    ...different,
  };
}

describe("a mention", () => {
  test("is answered once, in its thread, although Slack tells of it twice", async () => {
    const answers = await room.say(
      "@kzminerals qui a signé le protocole d'accord avec les États-Unis ?",
    );
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ channel: CHANNEL, ephemeralTo: null });
    expect(answers[0]?.threadTs).not.toBeNull();
    expect(answers[0]?.plain).toMatch(/Nagaspaïev[\s\S]*Lutnick/);
  });

  test("in a thread is answered in that thread", async () => {
    const question = await room.workspace.say({ channel: CHANNEL, text: "Good morning" });
    const [answer] = await room.say("@kzminerals what does China propose?", {
      threadTs: question.ts,
    });
    expect(answer?.threadTs).toBe(question.ts);
  });

  test("that Slack delivers again is not answered again, also after a restart", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kzminerals-"));
    const databaseUrl = `sqlite:${join(folder, "inbox.db")}`;
    const first = await openPreviewWorkspace({ databaseUrl });
    const body = first.workspace.eventBody(mention());
    expect(await first.answersTo(() => first.workspace.send(body))).toHaveLength(1);
    expect(await first.answersTo(() => first.workspace.send(body))).toHaveLength(0);
    await first.close();

    const second = await openPreviewWorkspace({ databaseUrl });
    expect(await second.answersTo(() => second.workspace.send(body))).toHaveLength(0);
    await second.close();
    await rm(folder, { recursive: true });
  });

  test("that was acknowledged before a crash is answered after the next start", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kzminerals-"));
    const databaseUrl = `sqlite:${join(folder, "inbox.db")}`;
    const dying = await openPreviewWorkspace({ databaseUrl });
    const body = dying.workspace.eventBody(mention());
    await dying.product.inbox.admit({ id: "T0PREVIEW:crashed", workspace: WORKSPACE.team, body });
    await dying.close();

    const next = await openPreviewWorkspace({ databaseUrl });
    await next.close();
    const answers = next.workspace.messages.filter((message) => message.user === WORKSPACE.bot);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.threadTs).toBe("1718600000.000100");
    await rm(folder, { recursive: true });
  });

  test.each([
    ["from a bot", mention({ bot_id: "B0OTHER", ts: "1718600001.0001" })],
    ["in an edited message", mention({ edited: { user: "U1", ts: "1" }, ts: "1718600002.0001" })],
    ["in a message of a subtype", mention({ subtype: "bot_message", ts: "1718600003.0001" })],
  ])("%s is not answered", async (_, event) => {
    const body = room.workspace.eventBody(event);
    expect(await room.answersTo(() => room.workspace.send(body))).toEqual([]);
  });

  test("that names people, channels and links wakes nobody in the answer", async () => {
    const [answer] = await room.say(
      "@kzminerals <!channel> <@U0BOSS> <https://evil.example|https://good.example> *titanium* in _Japan_?",
    );
    const shown = JSON.stringify([answer?.text, answer?.blocks]);
    expect(shown).not.toMatch(/<!channel>|<@U0BOSS>|<https:\/\/evil/);
  });
});

describe("a direct message", () => {
  test("is answered without a mention", async () => {
    const answers = await room.say("Кто предложил выпускать электромобили?", { channel: DIRECT });
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ channel: DIRECT, threadTs: null });
    expect(answers[0]?.plain).toMatch(/Кита/);
  });

  test.each([
    ["changed", { subtype: "message_changed", message: { text: "x" } }],
    ["deleted", { subtype: "message_deleted" }],
    ["of a bot", { bot_id: "B0OTHER", text: "lithium?" }],
    ["edited", { edited: { ts: "1" }, text: "lithium?" }],
  ])("%s is not answered", async (_, different) => {
    const event = {
      type: "message",
      channel: DIRECT,
      channel_type: "im",
      user: "U1",
      ts: "1718600009.1",
      ...different,
    };
    const body = room.workspace.eventBody(event);
    expect(await room.answersTo(() => room.workspace.send(body))).toEqual([]);
  });

  test.each([
    ["with a question", "Combien d'entreprises françaises travaillent au Kazakhstan ?", /170/],
    ["alone", "", /Ways to ask/],
  ])("with a file attached is answered: %s", async (_, text, expected) => {
    const event = {
      type: "message",
      subtype: "file_share",
      channel: DIRECT,
      channel_type: "im",
      user: WORKSPACE.person,
      text,
      files: [{ id: "F1" }],
      ts: `1718600010.0000${text.length + 10}`,
    };
    const body = room.workspace.eventBody(event);
    const [answer, ...more] = await room.answersTo(() => room.workspace.send(body));
    expect(answer?.plain).toMatch(expected);
    expect(more).toEqual([]);
  });

  test("help and digest are understood as in a command", async () => {
    const [help] = await room.say("помощь", { channel: DIRECT });
    expect(help?.plain).toContain("Как спросить");
    const [digest] = await room.say("digest", { channel: DIRECT });
    expect(digest?.plain).toMatch(/10\s–\s16 June 2024/);
  });
});

test("a message in a channel that does not mention the bot is not answered", async () => {
  expect(await room.say("who signed the memorandum with the US?")).toEqual([]);
});

test("a failure ends in a sentence with a reference, never in silence", async () => {
  let isBroken = false;
  const flaky = await openPreviewWorkspace({
    fetch: (inner) => async (input, init) => {
      if (isBroken && String(input).endsWith("chat.postMessage")) {
        isBroken = false;
        return Response.json({ ok: false, error: "msg_too_long" });
      }
      return inner(input, init);
    },
  });
  isBroken = true;
  const [notice] = await flaky.say("@kzminerals combien d'entreprises françaises au Kazakhstan ?");
  expect(notice?.plain).toMatch(/Un problème est survenu[\s\S]*référence [0-9a-f]{8}/);
  await flaky.close();
});
