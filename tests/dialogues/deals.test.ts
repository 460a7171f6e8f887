/** The register of deals as people read it in Slack. */
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";

const READER = "U0READER";

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
  expect(second?.ts).toBe(first?.ts);
});

test("a row's number opens the article that told it last", async () => {
  const [table] = await room.slash("deals uranium france");
  const [opened] = await room.answersTo(() =>
    room.workspace.press({ ts: table?.ts ?? "", action: "show" }),
  );
  expect(opened?.plain).toMatch(/What it says[\s\S]*Deals/);
  expect((await room.slash("article 1"))[0]?.plain).toBe(opened?.plain);
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

describe("below a table", () => {
  test.each([
    ["deals france", /By status: signed \d+[\s\S]*Amounts told, by currency: .* EUR in 1 deal/],
    ["accords chine", /Par état : annoncé \d+[\s\S]*Montants cités, par monnaie : /],
    ["сделки китай", /По состоянию: [\s\S]*Названные суммы по валютам: /],
  ])("“%s” tells what all of its rows come to", async (text, expected) => {
    const [answer] = await room.slash(text);
    expect(answer?.plain).toMatch(expected);
  });

  test("the totals of every page are those of the whole filter", async () => {
    const totals = (plain = "") => /By status[\s\S]*counted\./.exec(plain)?.[0];
    const [first] = await room.slash("deals");
    const [second] = await room.answersTo(() =>
      room.workspace.press({ ts: first?.ts ?? "", action: "page" }),
    );
    expect(totals(second?.plain)).toBe(totals(first?.plain));
  });

  test.each([
    [
      "deals france",
      "Download CSV",
      /^I have sent kzminerals-deals-.*\.csv to your direct messages/,
    ],
    [
      "accords france",
      "Télécharger en CSV",
      /^J’ai envoyé kzminerals-deals-.*\.csv dans vos messages/,
    ],
    ["сделки франция", "Скачать CSV", /^Файл kzminerals-deals-.*\.csv отправлен вам в личные/],
  ])("“%s” has a button “%s”, which sends those deals to the person", async (text, label, said) => {
    const [table] = await room.slash(text, { user: READER });
    expect(JSON.stringify(table?.blocks)).toContain(label);
    const answers = await press(table?.ts, "deals-csv", READER);
    const [file, sentence] = answers;
    expect(file?.channel).toBe(DIRECT);
    expect(sentence).toMatchObject({ channel: CHANNEL, ephemeralTo: READER });
    expect(sentence?.plain).toMatch(said);
    const bytes = room.workspace.files.at(file?.files[0]?.url_private ?? "")?.bytes;
    const rows: string[][] = parse(Buffer.from(bytes ?? []), { bom: true });
    expect(rows.length - 1).toBe(
      Number(
        /of (\d+)|sur (\d+)|из (\d+)/
          .exec(table?.plain ?? "")
          ?.slice(1)
          .join(""),
      ),
    );
  });

  test("who presses in a thread reads there where the file went", async () => {
    const [table] = await room.say("@kzminerals deals japan");
    const [file, sentence] = await press(table?.ts, "deals-csv");
    expect(file?.channel).toBe(DIRECT);
    expect(sentence).toMatchObject({ threadTs: table?.threadTs, ephemeralTo: READER });
  });

  test("a table of nothing has no file", async () => {
    const [nothing] = await room.slash("deals uranium luxembourg 1999");
    expect(JSON.stringify(nothing?.blocks)).not.toContain("deals-csv");
  });
});

test.each([
  ["missing_scope", /may not send files[\s\S]*files:write/],
  ["file_uploads_disabled", /rules of this workspace[\s\S]*file_uploads_disabled/],
  ["unknown_method", /was not sent: Slack says “unknown_method”/],
])("where Slack answers a file with %s, the person is told", async (error, expected) => {
  const other = await openPreviewWorkspace({
    fetch: (inner) => async (input, init) =>
      String(input).includes("files.") ? Response.json({ ok: false, error }) : inner(input, init),
  });
  const [table] = await other.slash("deals");
  const [sentence, ...more] = await other.answersTo(() =>
    other.workspace.press({ ts: table?.ts ?? "", action: "deals-csv" }),
  );
  expect(more).toEqual([]);
  expect(sentence?.plain).toMatch(expected);
  await other.close();
});

describe("a question that asks for deals", () => {
  test.each([
    ["Which deals exist with Japan?", "Table of deals", /Deals · Japan/],
    ["Quels accords existent avec la France ?", "Tableau des accords", /Accords · France/],
    ["какие сделки есть с Китаем?", "Таблица сделок", /Сделки · Китай/],
    ["list all deals on uranium with China", "Table of deals", /Deals · Uranium · China/],
    ["сколько сделок с Кореей", "Таблица сделок", /Сделки · Южная Корея/],
  ])("“%s” has a button to the table", async (question, label, expected) => {
    const [answer] = await room.slash(question);
    expect(JSON.stringify(answer?.blocks)).toContain(label);
    const [table] = await press(answer?.ts, "deals-table");
    expect(table?.plain).toMatch(expected);
    expect(table?.ephemeralTo).toBe(READER);
    expect(room.workspace.messages.some(({ ts }) => ts === answer?.ts)).toBe(true);
  });

  test("asked in a thread is answered there, and its pages stay there", async () => {
    const [answer] = await room.say("@kzminerals which deals exist with China?");
    const [table] = await press(answer?.ts, "deals-table");
    expect(table?.threadTs).toBe(answer?.threadTs);
    const [second] = await press(table?.ts, "page");
    expect(second).toMatchObject({ threadTs: answer?.threadTs, ephemeralTo: READER });
  });

  test("asked in a direct message has a table that stays", async () => {
    const [answer] = await room.say("which deals exist with China?", { channel: DIRECT });
    const [table] = await press(answer?.ts, "deals-table");
    expect(table).toMatchObject({ channel: DIRECT, ephemeralTo: null });
  });

  test.each([
    "Which deals exist with Atlantis?",
    "deals worth more than a billion dollars?",
    "What is the price of lithium?",
    "Who signed the critical minerals memorandum with the United States?",
  ])("“%s” has none", async (question) => {
    const [answer] = await room.slash(question);
    expect(JSON.stringify(answer?.blocks)).not.toContain("deals-table");
  });
});

test("every deal is one of Kazakhstan's", async () => {
  const [all] = await room.slash("deals");
  const [hers] = await room.slash("deals kazakhstan");
  const count = (plain = "") => /of \d+ deals/.exec(plain)?.[0];
  expect(count(hers?.plain)).toBe(count(all?.plain));
});

function press(ts = "", action: string, user = READER) {
  return room.answersTo(() => room.workspace.press({ ts, action, user }));
}
