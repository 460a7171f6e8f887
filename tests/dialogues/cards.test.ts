/** Who and what something is, and how things stand, as people read it in Slack. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { CHANNEL, openPreviewWorkspace } from "../open-preview-workspace.ts";

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
beforeAll(async () => {
  room = await openPreviewWorkspace({
    knowledge: await loadKnowledge("knowledge"),
    at: "2026-03-02T09:00:00+05:00",
  });
});
afterAll(() => room.close());

describe("a card", () => {
  test.each([
    [
      "who is tokayev",
      /^Kassym-Jomart Tokayev · person · President of Kazakhstan\n[\s\S]*In the base: \d+ articles/,
    ],
    ["Who's Kassym-Jomart Tokaev?", /^Kassym-Jomart Tokayev · person/],
    [
      "what is beryllium?",
      /^Beryllium · mineral\n[\s\S]*beryllium[\s\S]*read the article[\s\S]*In the base: \d+ articles, \d+ deals/,
    ],
    ["C'est quoi le béryllium ?", /^Béryllium · minerai\n[\s\S]*Dans la base : \d+ articles/],
    ["qu'est-ce que Kazatomprom", /^Kazatomprom · organisation\n/],
    ["le lithium, c'est quoi ?", /^Lithium · minerai\n/],
    ["qui est Tokaïev ?", /personne · président du Kazakhstan\n/i],
    ["кто такой Токаев?", /^Токаев · человек · президент Казахстана\n[\s\S]*В базе: \d+ стат/],
    ["что такое бериллий", /^Бериллий · минерал\n/],
    ["Can you tell me who Tokayev is?", /^Kassym-Jomart Tokayev · person/],
    ["Dites-moi qui est Orano", /^Orano · organisation/],
    ["Подскажите, что такое литий?", /^Литий · минерал/],
    ["КАТКО это что?", /^КАТКО · организация\n/],
    [
      "what is the Sarytogan deposit",
      /^Sarytogan deposit · place\n[\s\S]*In the base: \d+ articles/,
    ],
    ["what is berylium", /^Beryllium · mineral\n/],
    ["who is France?", /^France · partner\n[\s\S]*Most often with these minerals: uranium/],
  ])("answers “%s”", async (text, expected) => {
    const [answer, ...more] = await room.slash(text);
    expect(more).toEqual([]);
    expect(answer?.plain).toMatch(expected);
  });

  test.each([
    [
      "who is Sarytogan",
      /several things: Sarytogan Graphite \(organisation\), Sarytogan deposit \(place\)/,
    ],
    ["что такое Сарытоган?", /Это имя носят несколько: /],
    ["qu'est-ce que Sarytogan", /Ce nom désigne plusieurs choses : /],
  ])("names both things of one name: “%s”", async (text, expected) => {
    expect((await room.slash(text))[0]?.plain).toMatch(expected);
  });

  test.each([
    "what is the price of lithium",
    "who is the president of Kazakhstan's railways",
    "who is Zaphod Beeblebrox",
    "what is Kazakhstan",
    "кто подписал меморандум с США",
    "what is the share of France in uranium",
  ])("is none for “%s”, which stays a question", async (text) => {
    expect((await room.slash(text))[0]?.plain).not.toMatch(/In the base:|Dans la base :|В базе:/);
  });

  test("opens the deals and the news of its thing", async () => {
    const [card] = await room.slash("what is beryllium");
    const count = /(\d+) deals/.exec(card?.plain ?? "")?.[1];
    const [deals] = await press(card?.ts, "show");
    expect(deals?.plain).toMatch(new RegExp(`^Deals · Beryllium\n[\\s\\S]*of ${count} deals`));
    const articles = /(\d+) articles, \d+ deals/.exec(card?.plain ?? "")?.[1];
    const [latest] = await press(card?.ts, "show:1");
    expect(latest?.plain).toMatch(/^Latest · Beryllium\n/);
    expect(Number(articles)).toBeGreaterThan(0);
    const [timeline] = await press(card?.ts, "show:2");
    expect(timeline?.plain).toMatch(/^Timeline · Beryllium\n/);
  });

  test("is the question that it answers: a follow-up rests on it", async () => {
    const [card] = await room.say("<@U0KZMINERALS> qu'est-ce que Katco ?");
    expect(card?.plain).toMatch(/^Katco · organisation/);
    const threadTs = card?.threadTs ?? "";
    const [more] = await room.say(
      "<@U0KZMINERALS> et quelle part de l'uranium mondial produit-elle ?",
      { threadTs },
    );
    expect(more?.plain).toMatch(/Katco produit 7\s%/);
  });
});

describe("the status", () => {
  test.each([
    [
      "status",
      /^Status\n\d+ articles · \d+ facts · \d+ deals\nNewest article: [\s\S]*English \d+, French \d+[\s\S]*version \d+\.\d+\.\d+\nNo source is watched\nThis channel has no digest \(in the workspace: 0\).*\/kzminerals subscribe\nYou: English, Europe\/Paris, now 2 Mar, 05:00 Paris/,
    ],
    [
      "état",
      /^État\n\d+ articles · \d+ faits · \d+ accords\n[\s\S]*Vous : français, Europe\/Paris/,
    ],
    ["статус", /^Статус\n\d+ стат[\s\S]*Вы: русский, Europe\/Paris/],
  ])("in the language of “%s”", async (text, expected) => {
    expect((await room.slash(text))[0]?.plain).toMatch(expected);
  });

  test("tells the digests of the channel, with the last and the next edition", async () => {
    await room.product.subscribe({
      id: "weekly",
      workspace: room.app.workspace,
      channel: CHANNEL,
      owner: "U0VISITOR",
      cron: "0 9 * * 1",
      timeZone: "Asia/Almaty",
      language: "en",
      filter: "uranium",
      skippedDays: [],
      postsEmpty: true,
      pause: null,
    });
    const [answer] = await room.slash("status");
    expect(answer?.plain).toMatch(
      /1 digest in this channel \(in the workspace: 1\):\nEvery Monday 09:00[\s\S]*Next: 9 Mar[\s\S]*Uranium[\s\S]*(Nothing|Last)/,
    );
  });

  test.each(["status of the Balkhash smelter", "état des négociations", "статус проекта"])(
    "“%s” is a question",
    (text) => expect(room.product.read(text)).toMatchObject({ kind: "question" }),
  );
});

function press(ts: string | undefined, action: string) {
  return room.answersTo(() => room.workspace.press({ ts: ts ?? "", action }));
}
