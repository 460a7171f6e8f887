/** Further reading behind an answer, on every surface. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { NEW_THREAD } from "../../src/answers/follow-ups/follow-up.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { moreValue } from "../../src/messages/further-message.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace({ knowledge: await loadKnowledge("knowledge") });
});
afterAll(() => room.close());

type Shown = Awaited<ReturnType<typeof room.slash>>[number];

const press = async (message: Shown | undefined, action: string): Promise<Shown | undefined> =>
  (await room.answersTo(() => room.workspace.press({ ts: message?.ts ?? "", action })))[0];

/** The quoted sentences; each stands above its source. */
function quotesIn(message: Shown | undefined): string[] {
  const lines = (message?.plain ?? "").split("\n");
  return lines.filter((_, at) => /·.*\|/.test(lines[at + 1] ?? ""));
}

/** The report of its opening, which replaces the plan, names the region and not the deposit. */
const ABOUT_PLANT =
  /Bogut|Богут|Jiaxin|Цзясинь|opened in the Almaty|ouvert dans la région d'Almaty|открылся в Алматинской/i;

describe.each([
  [
    "What is the capacity of the Boguty plant?",
    /Further reading · What is[\s\S]*1–5 of \d+ · on the same/,
  ],
  [
    "Quelle est la capacité de l'usine de Boguty ?",
    /À lire aussi · Quelle[\s\S]*1–5 sur \d+ · sur les mêmes/,
  ],
  ["Какова мощность комбината Богуты?", /Ещё по теме · Какова[\s\S]*1–5 из \d+ · о том же/],
])("More behind “%s”", (question, expected) => {
  test("shows further facts, none of them cited, page by page to the end", async () => {
    const [answer] = await room.slash(question);
    const cited = quotesIn(answer);
    expect(cited.length).toBeGreaterThan(0);
    let page = await press(answer, "more");
    expect(page?.plain).toMatch(expected);
    expect(page?.ephemeralTo).toBe(answer?.ephemeralTo);
    const seen: string[] = [];
    for (let pages = 0; page && pages < 12; pages += 1) {
      seen.push(...quotesIn(page));
      const next = pages === 0 ? "further" : "further:1";
      page = hasButton(page, next) ? await press(page, next) : undefined;
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(cited.filter((quote) => seen.includes(quote))).toEqual([]);
    expect(seen.filter((quote) => !ABOUT_PLANT.test(quote))).toEqual([]);
  });
});

function hasButton(message: Shown, action: string): boolean {
  return JSON.stringify(message.blocks).includes(`"action_id":"${action}"`);
}

test("the last page says that there is no more, and has a way back", async () => {
  const [answer] = await room.slash("What is the capacity of the Boguty plant?");
  const last = await press(await press(answer, "more"), "further");
  expect(last?.plain).toMatch(/6–\d+ of \d+[\s\S]*nothing more on this/);
  expect((await press(last, "further"))?.plain).toMatch(/1–5 of/);
});

test("a list's More begins with what the list left out", async () => {
  const [list] = await room.slash("What happened in 2024?", { channel: "C0DESK" });
  const [, leftOut] = /…and (\d+) more/.exec(list?.plain ?? "") ?? [];
  expect(Number(leftOut)).toBeGreaterThan(0);
  const answer = await room.product.ask({ text: "What happened in 2024?", conversation: null });
  expect(answer.more).toBe(Number(leftOut));
  const page = await press(list, "more");
  expect(quotesIn(page).filter((quote) => quotesIn(list).includes(quote))).toEqual([]);
});

test("in a thread the reading is shown there, to whoever pressed alone", async () => {
  const [answer] = await room.say("@kzminerals What is the capacity of the Boguty plant?");
  const page = await press(answer, "more");
  expect(page).toMatchObject({
    channel: CHANNEL,
    threadTs: answer?.threadTs,
    ephemeralTo: "U0READER",
  });
  expect(JSON.stringify(answer?.blocks)).not.toContain('"action_id":"share"');
});

test("in a direct message it stays, and its pages are turned in their place", async () => {
  const [answer] = await room.say("What is the capacity of the Boguty plant?", { channel: DIRECT });
  const page = await press(answer, "more");
  expect(page).toMatchObject({ channel: DIRECT, ephemeralTo: null });
  const next = await press(page, "further");
  expect(next).toMatchObject({ channel: DIRECT, ephemeralTo: null, ts: page?.ts });
  expect(next?.plain).not.toBe(page?.plain);
});

test("a question that leans on the one before has further reading on what that was about", async () => {
  await room.say("What is the capacity of the Boguty plant?", { channel: DIRECT });
  const [answer] = await room.say("And who built it?", { channel: DIRECT });
  const page = await press(answer, "more");
  expect(quotesIn(page).length).toBeGreaterThan(0);
  expect(quotesIn(page).filter((quote) => !/Bogut|Jiaxin/i.test(quote))).toEqual([]);
});

test("where there is no more to read, a sentence says so", async () => {
  const small = await openPreviewWorkspace();
  const [answer] = await small.slash("How many French companies work in Kazakhstan?");
  const ts = answer?.ts ?? "";
  const [page] = await small.answersTo(() => small.workspace.press({ ts, action: "more" }));
  expect(page?.plain).toMatch(/nothing more on this/);
  await small.close();
});

test("an answer that the base does not have has no More", async () => {
  const [answer] = await room.slash("What is the price of lithium?");
  expect(answer?.plain).toMatch(/no answer to this/);
  expect(JSON.stringify(answer?.blocks)).not.toContain('"action_id":"more"');
});

test("a long conversation is shortened to what a button holds; what cannot be held has no button", async () => {
  const short = await room.product.ask({
    text: "Who signed the US memorandum?",
    conversation: null,
  });
  const long = (text: string): Answer => ({
    ...short,
    asked: {
      text,
      today: "2026-01-01",
      previous: {
        ...NEW_THREAD,
        questions: Array.from({ length: 5 }, () => "x".repeat(500)),
        items: Array.from({ length: 10 }, () => "k".repeat(60)),
      },
    },
  });
  const value = moreValue(long("short?")) ?? "";
  expect(value.length).toBeLessThanOrEqual(2_000);
  expect(room.product.further(value).paragraphs.length).toBeGreaterThan(0);
  expect(moreValue(long("\u0001".repeat(500)))).toBeNull();
});

test.each([
  ["what is no value of ours", "{}"],
  ["another day than there is", JSON.stringify({ text: "x", today: "2024-13-45", page: 0 })],
  ["a page before the first", JSON.stringify({ text: "x", today: "2024-01-01", page: -1 })],
])("%s is refused", (_, value) => {
  expect(() => room.product.further(value)).toThrow();
});
