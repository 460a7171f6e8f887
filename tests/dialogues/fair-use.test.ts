/** One person who asks without end, and the others. */
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
