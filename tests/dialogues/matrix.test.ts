/** Partners × minerals as people see it in Slack. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  const knowledge = await loadKnowledge("knowledge");
  room = await openPreviewWorkspace({ knowledge, at: "2026-06-15T09:00:00+05:00" });
});
afterAll(() => room.close());

test.each([
  [
    "matrix",
    /Partners × minerals · everything[\s\S]*Partner[\s\S]*China/,
    /I have sent .*matrix.*\.png/,
  ],
  [
    "matrice france",
    /Partenaires × minerais · France[\s\S]*Partenaire/,
    /J’ai envoyé .*matrix.*\.png/,
  ],
  ["матрица уран", /Партнёры × сырьё · Уран[\s\S]*Партнёр/, /Файл .*matrix.*\.png отправлен/],
])(
  "“%s” is a table at once, and a picture in the person's direct messages",
  async (text, expected, said) => {
    const answers = await room.slash(text);
    const [table, picture, sentence] = answers;
    expect(answers).toHaveLength(3);
    expect(table?.plain).toMatch(expected);
    expect(table?.blocks.filter(({ type }) => type === "table")).toHaveLength(1);
    expect(picture?.channel).toBe(DIRECT);
    expect(picture?.files).toMatchObject([{ mimetype: "image/png" }]);
    expect(picture?.files[0]?.alt_txt).toMatch(/\d/);
    expect(sentence?.plain).toMatch(said);
    expect(sentence?.ephemeralTo).toBe("U0READER");
  },
);

test("after a mention the picture stands in the thread, after a direct message behind the answer", async () => {
  const [table, picture, ...more] = await room.say("@kzminerals matrix china");
  expect(more).toEqual([]);
  expect(picture).toMatchObject({ channel: "C0MINERALS", threadTs: table?.threadTs });
  const [, direct] = await room.say("matrix china", { channel: DIRECT });
  expect(direct).toMatchObject({ channel: DIRECT, threadTs: null });
  expect(direct?.files[0]?.title).toMatch(/Partners × minerals · China/);
});

test.each([
  ["timeline lithium korea", /^Timeline · Lithium · South Korea$/, /I have sent/],
  ["chronologie uranium france", /^Chronologie · Uranium · France$/, /J’ai envoyé/],
  ["хронология вольфрам", /^Хронология · Вольфрам$/, /отправлен/],
])("“%s” has a picture too", async (text, title, said) => {
  const [, picture, sentence] = await room.slash(text);
  expect(picture).toMatchObject({ channel: DIRECT, files: [{ mimetype: "image/png" }] });
  expect(picture?.files[0]?.title).toMatch(title);
  expect(picture?.files[0]?.alt_txt).toMatch(/ — /);
  expect(picture?.files[0]?.alt_txt.length).toBeLessThanOrEqual(1_000);
  expect(sentence?.plain).toMatch(said);
});

test("a timeline of two events needs no picture", async () => {
  const answers = await room.slash("timeline rwanda");
  expect(answers.flatMap(({ files }) => files)).toEqual([]);
});

test("the same deals are a table, and a file, by a button", async () => {
  const [matrix] = await room.slash("matrix japan");
  const [table] = await room.answersTo(() =>
    room.workspace.press({ ts: matrix?.ts ?? "", action: "deals-table" }),
  );
  expect(table?.plain).toMatch(/Deals · Japan/);
  expect(JSON.stringify(matrix?.blocks)).toContain("deals-csv");
});

test("what nobody agreed on has a sentence and an example, and no picture", async () => {
  const [answer, ...more] = await room.slash("matrix uranium luxembourg 1999");
  expect(more).toEqual([]);
  expect(answer?.plain).toMatch(/no such deal[\s\S]*\/kzminerals matrix france/);
});

test("a word that is not understood is named", async () => {
  const [answer] = await room.slash("matrix atlantis");
  expect(answer?.plain).toMatch(/Not understood in the filter: atlantis/);
});

describe("where files may not be sent", () => {
  let without: typeof room;
  beforeAll(async () => {
    without = await openPreviewWorkspace({
      fetch: (inner) => async (input, init) =>
        String(input).includes("files.")
          ? Response.json({ ok: false, error: "missing_scope" })
          : inner(input, init),
    });
  });
  afterAll(() => without.close());

  test("a person is told, with what an administrator can do", async () => {
    const [, said, ...more] = await without.slash("matrice");
    expect(more).toEqual([]);
    expect(said?.plain).toMatch(/pas le droit d’envoyer des fichiers[\s\S]*files:write/);
  });

  test("a thread is told there", async () => {
    const [table, said] = await without.say("@kzminerals matrix");
    expect(said?.plain).toMatch(/may not send files/);
    expect(said?.threadTs).toBe(table?.threadTs);
  });
});
