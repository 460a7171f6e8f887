/** The register of deals as people read it in Slack. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { openPreviewWorkspace } from "../open-preview-workspace.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace({ knowledge: await loadKnowledge("knowledge") });
});
afterAll(() => room.close());

test.each([
  ["deals uranium france", /Deals · Uranium · France[\s\S]*Partners[\s\S]*Orano/],
  ["accords uranium france", /Accords · Uranium · France[\s\S]*Partenaires/],
  ["сделки уран франция", /Сделки · Уран · Франция[\s\S]*Партнёры/],
  ["deals depuis 2025", /Accords · Depuis 2025/],
])("“%s” shows a table in the language of its words", async (text, expected) => {
  const [answer, ...more] = await room.slash(text);
  expect(more).toEqual([]);
  expect(answer?.plain).toMatch(expected);
  expect(answer?.blocks.filter(({ type }) => type === "table")).toHaveLength(1);
});

test("pages are turned in place", async () => {
  const [first] = await room.slash("deals");
  expect(first?.plain).toMatch(/1–10 of \d+ deals/);
  const [second, ...more] = await room.answersTo(() =>
    room.workspace.press({ ts: first?.ts ?? "", action: "page" }),
  );
  expect(more).toEqual([]);
  expect(second?.plain).toMatch(/11–20 of \d+ deals/);
  expect(room.workspace.messages.some(({ ts }) => ts === first?.ts)).toBe(false);
});

test("a word that is not understood is named", async () => {
  const [answer] = await room.slash("deals atlantis");
  expect(answer?.plain).toMatch(/Not understood in the filter: atlantis/);
});

test("what nobody agreed on has no table, but an example of what to ask", async () => {
  const [answer] = await room.slash("deals uranium luxembourg 1999");
  expect(answer?.plain).toMatch(/no such deal[\s\S]*\/kzminerals deals uranium france/);
  expect(answer?.blocks.some(({ type }) => type === "table")).toBe(false);
});

test.each([
  "deals worth more than a billion dollars?",
  "which deals exist with France",
  "deals price of lithium next year",
])("%s is a question", (text) => {
  expect(room.product.read(text)).toMatchObject({ kind: "question" });
});
