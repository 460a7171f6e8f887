/** What could not be answered, asked for and told over the real app. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { AIGERIM, CAMILLE, personIn, READER, type Room } from "./digest-scene.ts";

let knowledge: Knowledge | null = null;
let room: Room;
beforeEach(async () => {
  knowledge ??= await loadKnowledge("knowledge");
  room = await openPreviewWorkspace({ knowledge, adminUsers: [AIGERIM] });
});
afterEach(() => room.close());

const DIRECT_OF = { [READER]: DIRECT, [AIGERIM]: "D0AIGERIM", [CAMILLE]: "D0CAMILLE" };

async function gaps(user: string, word = "gaps"): Promise<string> {
  const [message, ...more] = await room.slash(word, { user });
  expect(more).toEqual([]);
  expect(message?.ephemeralTo).toBe(user);
  return message?.plain ?? "";
}

/** Asks for a correction of the answer to a question. */
async function correct(text: string, kind: string, remark: string): Promise<void> {
  const [answer] = await room.slash(text);
  await personIn(room).press(answer?.ts ?? "", "feedback-correct");
  await personIn(room).fillIn({ kind: [kind], text: [remark] });
  room.workspace.views.close(READER);
}

test("questions on every surface about one missing thing are one group, in three languages", async () => {
  await room.slash("Who is the president of Mongolia?");
  await room.say("@kzminerals Combien de personnes habitent en Mongolie ?");
  await room.say("Кто правит Монголией?", { channel: DIRECT });
  await room.slash("What does Mars export?");
  const list = await gaps(CAMILLE);
  expect(list).toMatch(
    /What I could not answer[\s\S]*Mongolia · 3 questions without an answer · last 17 Jun/,
  );
  expect(list).toMatch(/“Кто правит Монголией\?” · “Combien de personnes[\s\S]*” · “Who is/);
  expect(list).toMatch(/Mars · 1 question without an answer[\s\S]*1–2 of 2 things/);
  expect(list).toMatch(/90 days, without who asked/);
  expect(await gaps(CAMILLE, "lacunes")).toMatch(
    /Mongolie · 3 questions sans réponse[\s\S]*90 jours/,
  );
  expect(await gaps(AIGERIM, "пробелы")).toMatch(/Монголия · 3 вопроса без ответа[\s\S]*90 дней/);
});

test("what was corrected stands with what had no answer, and what was right does not", async () => {
  await correct("Who explores lithium in Kazakhstan?", "outdated", "KIGAM left in 2026");
  await correct("who explores LITHIUM?", "wrong-figure", "");
  const [right] = await room.slash("Who buys Kazakh uranium?");
  await personIn(room).press(right?.ts ?? "", "feedback-right");
  const list = await gaps(CAMILLE);
  expect(list).toMatch(
    /who explores LITHIUM\? · 2 to correct \((outdated, wrong figure|wrong figure, outdated)\)/,
  );
  expect(list).toMatch(/Said of it: “KIGAM left in 2026”/);
  expect(list).not.toMatch(/uranium/i);
});

test("an unanswered question that is corrected too is one thing", async () => {
  await correct("What does Mars export?", "missing-source", "nasa.gov");
  const list = await gaps(CAMILLE);
  expect(list).toMatch(/Mars · 1 question without an answer · 1 to correct \(source missing\)/);
  expect(list).toMatch(/1–1 of 1 thing/);
});

describe("who may see it", () => {
  test.each([
    ["gaps", /Only administrators.*for example \/kzminerals/],
    ["lacunes", /Seuls les administrateurs.*par exemple/],
    ["пробелы", /только администраторы.*так: \/kzminerals/],
  ])("“%s” of anybody else gets a sentence", async (word, expected) => {
    await room.slash("What does Mars export?");
    const list = await gaps(READER, word);
    expect(list).toMatch(expected);
    expect(list).not.toMatch(/Mars/);
  });

  test("not where others read along, but in a direct message", async () => {
    await room.slash("What does Mars export?");
    const [inChannel] = await room.say("@kzminerals gaps", { channel: CHANNEL, user: CAMILLE });
    expect(inChannel?.plain).toMatch(/Not here.*\/kzminerals gaps/);
    const [direct] = await room.say("gaps", { channel: DIRECT_OF[CAMILLE] ?? "", user: CAMILLE });
    expect(direct?.plain).toMatch(/Mars/);
  });

  test("another workspace has gaps of its own", async () => {
    await room.slash("What does Mars export?");
    const person = { id: CAMILLE, workspace: "T0OTHER", isWorkspaceAdmin: true } as const;
    const { message } = await room.product.reply({
      id: "elsewhere",
      text: "gaps",
      user: CAMILLE,
      conversation: { workspace: "T0OTHER", id: "D1", isThread: false },
      asker: {
        surface: "direct",
        channel: "D1",
        person: async () => ({ ...person, language: "en", timeZone: null }),
      },
      mayShare: false,
    });
    expect(JSON.stringify(message)).toMatch(/Nothing: every question had an answer/);
  });
});

test("many are read page by page", async () => {
  for (let number = 0; number < 23; number += 1)
    await room.slash(`What does planet Zorg${String.fromCharCode(97 + number)}ax export?`);
  const [first] = await room.slash("gaps", { user: CAMILLE });
  expect(first?.plain).toMatch(/1–10 of 23 things/);
  const [second] = await personIn(room, CAMILLE).press(first?.ts ?? "", "page");
  expect(second).toMatchObject({ ephemeralTo: CAMILLE });
  expect(second?.plain).toMatch(/11–20 of 23 things/);
  const [refused] = await personIn(room, READER).press(second?.ts ?? "", "page:1");
  expect(refused?.plain).toMatch(/Only administrators/);
});

test("greetings and people are not kept", async () => {
  await room.slash("hello");
  await room.slash("Does sam.lee@example.org or @kim know Mars?");
  const list = await gaps(CAMILLE);
  expect(list).toMatch(/1–1 of 1 thing/);
  expect(list).not.toMatch(/sam|lee|kim|example\.org/);
});

test("after ninety days only what it was about is left", async () => {
  await room.slash("What does Mars export?");
  await room.slash("What is the price of lithium?");
  await room.slash("Quel est le prix du lithium demain ?");
  room.clock.set(new Date("2024-09-16T09:00:00+05:00"));
  await room.product.tidyGaps();
  const list = await gaps(CAMILLE);
  expect(list).toMatch(/Lithium · 2 questions[\s\S]*Mars · 1 question[\s\S]*1–2 of 2/);
  expect(list).not.toMatch(/export|“/);
});

describe("each month", () => {
  const report = () => room.product.reportGaps(room.app.workspace, room.app.person);
  const send = () => room.product.outbox.sendDue(room.app.poster);

  test("the administrators are told on its first working morning, once", async () => {
    await room.slash("What does Mars export?");
    room.clock.set(new Date("2024-07-01T08:59:00+05:00"));
    expect(await report()).toBe(0);
    room.clock.set(new Date("2024-07-01T09:00:30+05:00"));
    const [told, ...more] = await room.answersTo(async () => {
      expect(await report()).toBe(1);
      expect(await report()).toBe(0);
      await send();
    });
    expect(more).toEqual([]);
    expect(told?.channel).toBe(DIRECT_OF[AIGERIM]);
    expect(told?.plain).toMatch(
      /На что я не смог ответить · 3.*30 июня 2024[\s\S]*Mars · 1 вопрос/,
    );
    room.clock.set(new Date("2024-08-01T09:00:30+05:00"));
    expect(await report()).toBe(0);
  });

  test("nothing is told of nothing", async () => {
    room.clock.set(new Date("2024-07-01T09:00:30+05:00"));
    expect(await report()).toBe(0);
  });
});
