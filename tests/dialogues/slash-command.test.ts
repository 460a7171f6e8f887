import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SharedAnswer, shareValue } from "../../src/messages/share.ts";
import { CHANNEL, openPreviewWorkspace } from "../open-preview-workspace.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace();
});
afterAll(() => room.close());

describe("a question by slash command", () => {
  test.each([
    [
      "How many French companies work in Kazakhstan?",
      /More than 170 French companies[\s\S]*metaux-industriels\.net · 2 Nov 2023/,
    ],
    [
      "Combien d'entreprises françaises travaillent au Kazakhstan ?",
      /170 entreprises françaises[\s\S]*2 nov\. 2023[\s\S]*lire l'article/,
    ],
    [
      "Сколько французских компаний работает в Казахстане?",
      /170 французских компаний[\s\S]*2 нояб\. 2023/,
    ],
    ["who signed the mou with the united states", /Nagaspayev[\s\S]*Lutnick[\s\S]*date unknown/],
  ])("%s", async (question, expected) => {
    const [answer, ...more] = await room.slash(question);
    expect(more).toEqual([]);
    expect(answer?.plain).toMatch(expected);
    expect(answer?.ephemeralTo).not.toBeNull();
  });

  test.each([
    [
      "What is the price of lithium?",
      /Nothing in the base[\s\S]*Searched 5 articles, newest 10 Jun 2024/,
    ],
    ["Quel est le prix du lithium ?", /Rien dans la base[\s\S]*5 articles/],
    ["Сколько стоит литий?", /В базе нет ответа[\s\S]*5 статей/],
  ])("is refused with what was searched: %s", async (question, expected) => {
    const [answer] = await room.slash(question);
    expect(answer?.plain).toMatch(expected);
    expect(JSON.stringify(answer?.blocks)).not.toContain("share");
  });

  test.each(["", "help", "aide", "помощь"])("“%s” shows what can be asked", async (text) => {
    const [answer] = await room.slash(text);
    expect(answer?.plain).toMatch(/\/kzminerals (digest|дайджест)/);
  });

  test("every example of the help has an answer", async () => {
    for (const word of ["help", "aide", "помощь"]) {
      const [help] = await room.slash(word);
      const examples = (help?.plain ?? "").match(/[^\n?]+\?/g) ?? [];
      expect(examples.length).toBeGreaterThan(0);
    }
    for (const language of ["en", "fr", "ru"] as const) {
      const { stringsIn } = await import("../../src/strings/strings.ts");
      for (const example of stringsIn(language).help.examples) {
        const answer = await room.product.ask({ text: example, conversation: null });
        expect([example, answer.kind, answer.language]).toEqual([example, "answer", language]);
      }
    }
  });

  test("a question that is too long is refused with its length", async () => {
    const [answer] = await room.slash(`lithium ${"x".repeat(600)}`);
    expect(answer?.plain).toMatch(/608 characters; at most 500/);
  });

  test.each([
    ["digest", /10\s–\s16 June 2024[\s\S]*Update: France[\s\S]*next Mon 24 Jun, 09:00 Almaty/],
    ["digest 2024-05-20", /20\s–\s26 May 2024[\s\S]*China[\s\S]*20 May/],
    ["дайджест 2024-05-20", /20–26 мая 2024[\s\S]*Китай/],
    ["digest 2024-05-20 fr", /20–26 mai 2024[\s\S]*Chine/],
    ["digest fr 2024-05-20", /20–26 mai 2024[\s\S]*Chine/],
    ["digest 2024-01-10", /No news this time/],
    ["digest 2024-13-45", /“2024-13-45” is not a date/],
  ])("“%s” shows the edition", async (text, expected) => {
    const [answer] = await room.slash(text);
    expect(answer?.plain).toMatch(expected);
    expect(answer?.ephemeralTo).not.toBeNull();
  });
});

describe("sharing an answer", () => {
  test("posts question, asker and sources to the channel, once however often it is pressed", async () => {
    const [answer] = await room.slash("How many French companies work in Kazakhstan?");
    const press = () => room.workspace.press({ ts: answer?.ts ?? "", action: "share" });
    const [shared, notice] = await room.answersTo(press);
    expect(shared).toMatchObject({ channel: CHANNEL, ephemeralTo: null });
    expect(shared?.plain).toMatch(/asked: How many French companies[\s\S]*170[\s\S]*2 Nov 2023/);
    expect(JSON.stringify(shared?.blocks)).toContain('"user_id":"U0READER"');
    expect(shared?.text).toMatch(/^<@U0READER> asked:/);
    expect(notice?.plain).toBe("Shared to the channel.");

    const again = await room.answersTo(press);
    expect(again.map((message) => message.plain)).toEqual(["Shared to the channel."]);
  });

  test("a question of signs that grow on their way is shortened to what a button holds", async () => {
    const question = "How many French companies work in Kazakhstan?";
    const answer = await room.product.ask({ text: question, conversation: null });
    const long = { ...answer, question: `${question} ${"\u0001".repeat(450)}` };
    const value = shareValue(long) ?? "";
    expect(value.length).toBeLessThanOrEqual(2_000);
    expect(SharedAnswer.parse(JSON.parse(value)).question).toMatch(/^How many French companies/);
  });

  test("is refused with a way out where the bot is not a member", async () => {
    const outside = await openPreviewWorkspace({
      fetch: (inner) => async (input, init) =>
        String(input).endsWith("chat.postMessage")
          ? Response.json({ ok: false, error: "not_in_channel" })
          : inner(input, init),
    });
    const [answer] = await outside.slash("How many French companies work in Kazakhstan?");
    const [notice] = await outside.answersTo(() =>
      outside.workspace.press({ ts: answer?.ts ?? "", action: "share" }),
    );
    expect(notice?.plain).toMatch(/Invite me with \/invite @kzminerals/);
    await outside.close();
  });
});
