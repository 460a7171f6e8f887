/** People who ask without end, alone or many at once, and the others. */
import { expect, test } from "vitest";
import { WORKSPACE } from "../../src/preview/directory.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";

const QUESTION = "How many French companies are active in Kazakhstan?";
const TOLD = /lot within a minute. I take up to 3 from one person/;

test("beyond the limit of a minute a person gets a sentence, on every surface, and nobody else does", async () => {
  const room = await openPreviewWorkspace({ questionsPerMinute: 3 });
  for (let asked = 0; asked < 3; asked += 1)
    expect((await room.slash(QUESTION))[0]?.plain).toMatch(/170 French companies/);
  expect((await room.slash(QUESTION))[0]?.plain).toMatch(TOLD);
  const [mentioned] = await room.say(`<@${WORKSPACE.bot}> ${QUESTION}`, { channel: CHANNEL });
  expect(mentioned?.plain).toMatch(TOLD);
  expect((await room.say(QUESTION, { channel: DIRECT }))[0]?.plain).toMatch(TOLD);
  const [others] = await room.slash(QUESTION, { user: "U0OTHER" });
  expect(others?.plain).toMatch(/170 French companies/);
});

test("the sentence is in the language of the question", async () => {
  const room = await openPreviewWorkspace({ questionsPerMinute: 1 });
  await room.slash(QUESTION);
  const [french] = await room.slash("Combien d'entreprises françaises au Kazakhstan ?");
  expect(french?.plain).toMatch(/^Cela fait beaucoup en une minute/);
  const [russian] = await room.slash("Сколько французских компаний в Казахстане?");
  expect(russian?.plain).toMatch(/^Это слишком много за одну минуту/);
});

test("what may be asked grows back, and not beyond the limit", async () => {
  const room = await openPreviewWorkspace({ questionsPerMinute: 2 });
  const answered = async () => {
    const [reply] = await room.slash(QUESTION);
    return /170 French companies/.test(reply?.plain ?? "");
  };
  const later = (seconds: number) =>
    room.clock.set(new Date(room.clock.now().getTime() + seconds * 1_000));
  expect([await answered(), await answered(), await answered()]).toEqual([true, true, false]);
  later(31);
  expect([await answered(), await answered()]).toEqual([true, false]);
  later(3_600);
  expect([await answered(), await answered(), await answered()]).toEqual([true, true, false]);
});

test("what people of a workspace ask together has a limit too, which a single one does not use up", async () => {
  const room = await openPreviewWorkspace({
    questionsPerMinute: 2,
    workspaceQuestionsPerMinute: 4,
  });
  const ask = async (user: string, question = QUESTION) =>
    (await room.slash(question, { user }))[0]?.plain;
  for (const answer of [await ask("U0ONE"), await ask("U0ONE")])
    expect(answer).toMatch(/170 French companies/);
  for (let asked = 0; asked < 5; asked += 1)
    expect(await ask("U0ONE")).toMatch(/up to 2 from one person/);
  for (const answer of [await ask("U0TWO"), await ask("U0THREE")])
    expect(answer).toMatch(/170 French companies/);
  expect(await ask("U0FOUR")).toMatch(/coming from this workspace.* up to 4 a minute/);
  expect(await ask("U0FIVE", "Combien d'entreprises françaises au Kazakhstan ?")).toMatch(
    /^Beaucoup de questions arrivent de cet espace de travail/,
  );
  expect(await ask("U0SIX", "Сколько французских компаний в Казахстане?")).toMatch(
    /^Сейчас из этого рабочего пространства/,
  );
  room.clock.set(new Date(room.clock.now().getTime() + 60_000));
  expect(await ask("U0SEVEN")).toMatch(/170 French companies/);
});
