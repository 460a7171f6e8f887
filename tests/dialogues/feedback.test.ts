/** What people say of answers, pressed and filled in over the real app. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { plainOf } from "../plain-of.ts";
import { AIGERIM, CAMILLE, personIn, READER, type Room } from "./digest-scene.ts";

let room: Room;
beforeAll(async () => {
  room = await openPreviewWorkspace({ knowledge: await loadKnowledge("knowledge") });
});
afterAll(() => room.close());

type Shown = Awaited<ReturnType<Room["slash"]>>[number];
const LITHIUM = "Who explores lithium in Kazakhstan?";

const stored = () =>
  room.store.feedback.within(room.app.workspace, {
    from: new Date(0),
    until: new Date("2100-01-01"),
  });

async function answerTo(text: string, user: string = READER): Promise<Shown> {
  const [answer] = await room.slash(text, { user });
  if (!answer) throw new Error("Nobody answered.");
  return answer;
}

/** Opens the form below an answer; what stands in it. */
async function openForm(answer: Shown, user: string = READER) {
  const person = personIn(room, user);
  await person.press(answer.ts, "feedback-correct");
  return person.modal();
}

describe.each([
  [READER, LITHIUM, /noted as right/, "To correct", /A figure is wrong[\s\S]*90 days/, /Thank you/],
  [
    CAMILLE,
    "Qui explore le lithium au Kazakhstan ?",
    /c'est noté/,
    "À corriger",
    /Un chiffre est faux[\s\S]*90 jours/,
    /Merci/,
  ],
  [
    AIGERIM,
    "Кто ищет литий в Казахстане?",
    /отмечено как верное/,
    "Что исправить",
    /Неверная цифра[\s\S]*90 дней/,
    /Спасибо/,
  ],
])("%s", (user, question, noted, title, form, thanks) => {
  test("presses that it is right, then says what is wrong: one feedback", async () => {
    const before = await stored();
    const answer = await answerTo(question, user);
    const [told, ...more] = await personIn(room, user).press(answer.ts, "feedback-right");
    expect(more).toEqual([]);
    expect(told).toMatchObject({ ephemeralTo: user, plain: expect.stringMatching(noted) });
    await personIn(room, user).press(answer.ts, "feedback-right");
    const [row, ...others] = (await stored()).slice(0, -before.length || undefined);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ person: user, kind: "right", surface: "slash", question });
    expect(row?.answer).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+( |$)/);
    expect(row?.index_version).toMatch(/^[\da-f]{16}$/);

    const modal = await openForm(answer, user);
    expect(modal?.title).toBe(title);
    expect(modal?.plain).toMatch(form);
    await personIn(room, user).fillIn({ kind: ["outdated"], text: ["kazatomprom.kz"] });
    expect(personIn(room, user).modal()?.plain).toMatch(thanks);
    room.workspace.views.close(user);
    const after = await stored();
    expect(after).toHaveLength(before.length + 1);
    expect(after).toContainEqual({
      ...row,
      kind: "outdated",
      text: "kazatomprom.kz",
      given_at: expect.any(String),
    });
  });
});

test("an answer in a thread is judged by anybody who reads it, each in their language", async () => {
  const [answer] = await room.say(`@kzminerals ${LITHIUM}`);
  const [told] = await personIn(room, AIGERIM).press(answer?.ts ?? "", "feedback-right");
  expect(told).toMatchObject({
    ephemeralTo: AIGERIM,
    threadTs: answer?.threadTs,
    plain: "Спасибо, отмечено как верное.",
  });
  await personIn(room, CAMILLE).press(answer?.ts ?? "", "feedback-right");
  const people = (await stored()).filter(({ surface }) => surface === "mention");
  expect(people.map(({ person }) => person).toSorted()).toEqual([AIGERIM, CAMILLE].toSorted());
});

test("that nothing is known can be corrected too", async () => {
  const [answer] = await room.say("What does Mars export?", { channel: DIRECT });
  await openForm(answer as Shown);
  await personIn(room).fillIn({ kind: ["missing-source"] });
  room.workspace.views.close(READER);
  const [row] = await stored();
  expect(row).toMatchObject({ answer: "unknown", surface: "direct", kind: "missing-source" });
});

describe("a form that is filled in badly says so in its place", () => {
  test.each<[string, Record<string, string[]>, Record<string, RegExp>]>([
    ["other, and nothing said", { kind: ["other"], text: ["  … "] }, { text: /for example/ }],
    ["too long", { kind: ["outdated"], text: ["a".repeat(1_234)] }, { text: /1,234.*1,000/ }],
  ])("%s", async (_, entered, expected) => {
    const count = (await stored()).length;
    await openForm(await answerTo(LITHIUM));
    await personIn(room).fillIn(entered);
    const errors = personIn(room).errors();
    expect(Object.keys(errors)).toEqual(Object.keys(expected));
    for (const [field, text] of Object.entries(expected)) expect(errors[field]).toMatch(text);
    expect(await stored()).toHaveLength(count);
    room.workspace.views.close(READER);
  });

  test("nothing chosen", () => {
    const { feedback } = room.product;
    expect(feedback.faultsOf({ kind: "", text: "" }, "fr")?.kind).toMatch(/par exemple/);
    expect(feedback.faultsOf({ kind: "wrong-figure", text: "" }, "ru")).toBeNull();
  });
});

test("people who are mentioned are not kept", async () => {
  await openForm(await answerTo(`${LITHIUM} asks @sam.lee, sam.lee@example.org`));
  await personIn(room).fillIn({ kind: ["other"], text: ["Ask <@U123> or @kim about 2024"] });
  room.workspace.views.close(READER);
  const [row] = await stored();
  expect(row).toMatchObject({ text: "Ask or about 2024" });
  expect(row?.question).not.toMatch(/sam|lee/);
});

test("the longest question fits the buttons", async () => {
  const question = `${'"lithium" '.repeat(49)}?`;
  const answer = await answerTo(question);
  const values = JSON.stringify(answer.blocks).match(/feedback-(right|correct)/g);
  expect(values).toHaveLength(2);
  expect(plainOf(answer)).toMatch(/To correct…/);
});

test("what is said of an answer never changes an answer", async () => {
  const desk = "C0DESK";
  const [before] = await room.slash(LITHIUM, { channel: desk, user: CAMILLE });
  await personIn(room, CAMILLE).press(before?.ts ?? "", "feedback-correct");
  await personIn(room, CAMILLE).fillIn({ kind: ["wrong-figure"] });
  room.workspace.views.close(CAMILLE);
  // Somebody else, to whom no conversation gives anything to lean on.
  const [after] = await room.slash(LITHIUM, { channel: desk, user: AIGERIM });
  expect(after?.plain).toBe(before?.plain);
});
