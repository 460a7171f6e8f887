/** "Ask kzminerals" in the menu of a message, as people see it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import type { WorkspaceMessage } from "../../src/preview/workspace.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { AIGERIM, personIn, READER } from "./digest-scene.ts";

/** A public channel that the bot is no member of, and a private one. */
const ELSEWHERE = "C0TRADE";
const PRIVATE = "C0NEGOTIATORS";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace({ knowledge: await loadKnowledge("knowledge") });
});
afterAll(() => room.close());

/** What the modal says once somebody asks about a message of theirs or of a colleague. */
async function askAbout(
  message: Partial<WorkspaceMessage> & { text: string },
  user: string = READER,
): Promise<string> {
  const { ts } = room.workspace.add({ channel: CHANNEL, user: AIGERIM, ...message });
  await room.workspace.shortcut({ ts, user, callback: "ask_about_message" });
  return personIn(room, user).modal()?.plain ?? "";
}

function canShare(user: string = READER): boolean {
  return JSON.stringify(room.workspace.views.top(user)?.view ?? {}).includes("share-from-modal");
}

test.each([
  [
    "What is the capacity of the Boguty plant?",
    /^“What is the capacity[\s\S]*10,000 tonnes of ore a day[\s\S]*read the article/,
  ],
  [
    "<@U0CAMILLE> bonjour ! Quelle est la capacité de l'usine de Boguty ? Merci d'avance.",
    /10\s000 tonnes de minerai par jour[\s\S]*lire l'article/,
  ],
  ["Коллеги, какова мощность комбината Богуты?", /10\s000 тонн[\s\S]*читать статью/],
])("a question in a message is answered in its language: %s", async (text, expected) => {
  expect(await askAbout({ text })).toMatch(expected);
  expect(canShare()).toBe(true);
});

describe("a message that asks nothing", () => {
  test("is answered by what its names lead to, and that is said", async () => {
    const text =
      "Astana moves faster these days. ERG signed with Mitsubishi on gallium last winter, and I wonder what it does to prices.";
    expect(await askAbout({ text })).toMatch(
      /The message asks nothing by itself[\s\S]*gallium[\s\S]*Mitsubishi/,
    );
  });

  test.each([
    ["of nothing in the base", "lunch at noon at the Turkish place, everybody is welcome to come"],
    ["without any word", "👍👍"],
  ])("%s gets an honest answer", async (_, text) => {
    expect(await askAbout({ text })).toMatch(/has no answer to this|Nothing in the base/);
    expect(canShare()).toBe(false);
  });
});

test("a question that the base cannot answer is not answered by its names", async () => {
  const shown = await askAbout({ text: "What is the price of lithium?" });
  expect(shown).toMatch(/has no answer to this/);
  expect(shown).not.toMatch(/asks nothing/);
});

test("of a long message the beginning is read, and that is said", async () => {
  const text = `What is the capacity of the Boguty plant? ${"We talked of it for long. ".repeat(200)}`;
  expect(await askAbout({ text })).toMatch(/its beginning was read[\s\S]*10,000 tonnes/);
});

test("a message without words is answered by a sentence, in the person's language", async () => {
  expect(await askAbout({ text: "" })).toMatch(/no text to ask about/);
  expect(await askAbout({ text: "<@U0READER>" }, AIGERIM)).toMatch(/нет текста/);
});

test("what another bot wrote into blocks is read", async () => {
  const section = { type: "section" as const, text: { type: "mrkdwn" as const, text: "" } };
  section.text.text = "What is the capacity of the *Boguty* plant?";
  expect(await askAbout({ text: "", blocks: [section] })).toMatch(/10,000 tonnes/);
});

test("it works where the bot is no member, and the answer can be shared to a public channel", async () => {
  await askAbout({ channel: ELSEWHERE, text: "What is the capacity of the Boguty plant?" });
  const press = () => room.workspace.pressInView({ action: "share-from-modal" });
  const answers = await room.answersTo(press);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ channel: ELSEWHERE, ephemeralTo: null });
  expect(answers[0]?.plain).toMatch(/asked: What is the capacity[\s\S]*10,000 tonnes/);
  expect(personIn(room).modal()?.plain).toBe("Shared to the channel.");
});

test("where the bot cannot post, the modal says how to invite it", async () => {
  await askAbout({ channel: PRIVATE, text: "What is the capacity of the Boguty plant?" });
  await room.workspace.pressInView({ action: "share-from-modal" });
  expect(personIn(room).modal()?.plain).toMatch(/Invite me with \/invite @kzminerals/);
});

test("in a direct message there is nobody to share with", async () => {
  const text = "What is the capacity of the Boguty plant?";
  expect(await askAbout({ channel: DIRECT, text })).toMatch(/10,000 tonnes/);
  expect(canShare()).toBe(false);
});

test("an answer for a modal that was closed meanwhile comes as a direct message", async () => {
  const closing = await openPreviewWorkspace({
    fetch: (inner) => async (input, init) => {
      if (String(input).endsWith("views.update")) closing.workspace.views.close(READER);
      return inner(input, init);
    },
  });
  const { ts } = closing.workspace.add({
    channel: CHANNEL,
    user: AIGERIM,
    text: "How many French companies work in Kazakhstan?",
  });
  const [answer] = await closing.answersTo(() =>
    closing.workspace.shortcut({ ts, callback: "ask_about_message" }),
  );
  expect(answer?.plain).toMatch(/170/);
  await closing.close();
});

test("a press that comes too late is answered by a sentence", async () => {
  const late = await openPreviewWorkspace({
    fetch: (inner) => async (input, init) => {
      if (String(input).endsWith("views.open")) late.workspace.expireTriggers();
      return inner(input, init);
    },
  });
  const { ts } = late.workspace.add({ channel: CHANNEL, user: AIGERIM, text: "Titanium?" });
  const [answer] = await late.answersTo(() =>
    late.workspace.shortcut({ ts, callback: "ask_about_message" }),
  );
  expect(answer).toMatchObject({ channel: CHANNEL, ephemeralTo: READER });
  expect(answer?.plain).toMatch(/too long for Slack/);
  await late.close();
});
