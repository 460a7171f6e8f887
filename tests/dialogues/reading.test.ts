/** What is newest, what is new to a person, and one article whole, as people read them in Slack. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { createVocabulary } from "../../src/knowledge/vocabulary.ts";
import type { Article } from "../../src/model.ts";
import { article, fact, translated } from "../builders.ts";
import { openPreviewWorkspace } from "../open-preview-workspace.ts";

const AT = "2026-03-02T09:00:00+05:00";
type Room = Awaited<ReturnType<typeof openPreviewWorkspace>>;

let room: Room;
beforeAll(async () => {
  room = await openPreviewWorkspace({ knowledge: await loadKnowledge("knowledge"), at: AT });
});
afterAll(() => room.close());

describe("the latest", () => {
  test.each([
    ["latest", /^Latest · everything\n1–10 of \d+ news items, newest first\n[\s\S]*26 Feb 2026/],
    ["nouvelles uranium", /^Dernières nouvelles · Uranium\n1–10 sur \d+ nouvelles/],
    ["новости уран", /^Последние новости · Уран\n1–10 из \d+ новостей/],
    ["news from Japan in 2025", /^Latest · Japan · 2025\n[\s\S]*Dec(ember)? 2025/],
    [
      "dernières nouvelles mémorandums france",
      /^Dernières nouvelles · France · protocoles d'accord/,
    ],
    ["latest Tokayev", /^Latest · Kassym-Jomart Tokayev/],
    ["последние новости Казатомпром", /^Последние новости · Казатомпром/],
    ["latest signed lithium", /^Latest · Lithium · signed/],
  ])("of “%s”, in the language of its words", async (text, expected) => {
    const [answer, ...more] = await room.slash(text);
    expect(more).toEqual([]);
    expect(answer?.plain).toMatch(expected);
  });

  test("goes on page by page, and every item of it can be opened", async () => {
    const [first] = await room.slash("latest");
    expect(first?.plain).toMatch(/\n1\. [\s\S]*\n10\. /);
    const [second] = await press(room, first?.ts, "page");
    expect(second?.plain).toMatch(/11–20 of \d+ news items/);
    const [opened, ...more] = await press(room, second?.ts, "show:2");
    expect(more).toEqual([]);
    const third = /\n3\. (.*?) · /.exec(second?.plain ?? "")?.[1] ?? "none";
    expect(opened?.plain).toContain(`${third}\n`);
    expect(opened?.plain).toMatch(/What it says\n/);
    // The list stays, and its numbers may be written too.
    const [written] = await room.slash("article 3");
    expect(written?.plain).toBe(opened?.plain);
  });

  test("is one item however many tell of it", async () => {
    const [answer] = await room.slash("latest United Kingdom 2026");
    expect(answer?.plain).toMatch(/1–1 of 1 news item,[\s\S]*2 sources: /);
    expect(answer?.plain).not.toMatch(/\n2\. /);
  });

  test("names a word that is not understood, and shows what to write where there is nothing", async () => {
    const [answer] = await room.slash("latest atlantis uranium");
    expect(answer?.plain).toMatch(/Latest · Uranium\nNot understood in the filter: atlantis/);
    const [nothing] = await room.slash("последние новости литий 1999");
    expect(nothing?.plain).toMatch(/Такой статьи в базе нет.*\/kzminerals новости уран с 2025/);
  });

  test("leaves out what is of a day that has not come, and says so", async () => {
    const [answer] = await room.slash("latest tungsten");
    expect(answer?.plain).toMatch(/1 article dated after 2 Mar 2026 not shown/);
    expect(answer?.plain).not.toMatch(/12 Mar 2026/);
  });

  test.each([
    "latest price of lithium next year",
    "news that would surprise everybody greatly",
    "article 25 of the subsoil code",
    "What's new on tungsten?",
  ])("“%s” is a question", (text) => {
    expect(room.product.read(text)).toMatchObject({ kind: "question" });
  });
});

describe("what is new", () => {
  const [old, recent] = [
    article({ id: "old", published: "2024-01-10" }),
    article({ id: "recent", published: "2024-06-10", minerals: ["uranium"] }),
  ];

  test("begins with the last days, and then counts from the last time", async () => {
    const small = await roomWith([old, recent]);
    const [first] = await small.slash("new");
    expect(first?.plain).toMatch(/You have not asked for this before[\s\S]*30 days:/);
    expect(first?.plain).toMatch(/1\. Headline of recent/);
    expect(first?.plain).not.toMatch(/Headline of old/);
    const [again] = await small.slash("new");
    expect(again?.plain).toMatch(
      /Nothing new .* since 17 Jun, 06:00 Paris\.\nThe newest there is:/,
    );
    const [shown] = await press(small, again?.ts, "page");
    expect(shown?.plain).toMatch(/Entered the base between 18 May.* and 17 Jun/);
    expect(shown?.plain).toMatch(/1\. Headline of recent/);
  });

  test.each([
    ["quoi de neuf", /Vous ne l’aviez pas encore demandé/, /Rien de nouveau .* depuis : 17 juin/],
    ["Что нового?", /Вы ещё не спрашивали/, /Ничего нового .* с прошлого раза, 17 июн/],
  ])("is told in the language of “%s”", async (text, first, then) => {
    const small = await roomWith([old, recent]);
    expect((await small.slash(text))[0]?.plain).toMatch(first);
    expect((await small.slash(text))[0]?.plain).toMatch(then);
  });

  test("is what came since then, also with an old date, for each person", async () => {
    const small = await roomWith([old, recent]);
    await small.slash("new");
    small.clock.set(new Date("2024-06-18T09:00:00+05:00"));
    await small.store.entries.add([
      { article: "late", enteredAt: new Date("2024-06-17T12:00:00+05:00") },
      { article: "next-week", enteredAt: new Date("2024-06-24T12:00:00+05:00") },
    ]);
    const [answer] = await small.slash("new");
    expect(answer?.plain).toMatch(/since you last asked, 17 Jun, 06:00 Paris:\n1–1 of 1/);
    expect(answer?.plain).toMatch(/1\. Headline of late · The Example, 2 Feb 2023/);
    const [other] = await small.slash("new", { user: "U0OTHER" });
    expect(other?.plain).toMatch(/not asked for this before/);
    expect(other?.plain).toMatch(
      /Headline of late[\s\S]*Headline of recent|Headline of recent[\s\S]*Headline of late/,
    );
  });

  test("of one filter leaves that of everything as it was", async () => {
    const small = await roomWith([old, recent]);
    await small.slash("new uranium");
    const [same] = await small.slash("новое уран");
    expect(same?.plain).toMatch(/Ничего нового/);
    const [all] = await small.slash("new");
    expect(all?.plain).toMatch(/1\. Headline of recent/);
  });

  test("of a time is what entered then, and moves nothing", async () => {
    const small = await roomWith([old, recent]);
    const [answer] = await small.slash("new since 2024");
    expect(answer?.plain).toMatch(/1–2 of 2[\s\S]*Headline of recent[\s\S]*Headline of old/);
    const [first] = await small.slash("new");
    expect(first?.plain).toMatch(/not asked for this before/);
  });

  test("is turned page by page without anything lost between", async () => {
    const many = Array.from({ length: 25 }, (_, at) =>
      article({ id: `n${at}`, published: "2024-06-10" }),
    );
    const small = await roomWith(many);
    const [first] = await small.slash("new");
    expect(first?.plain).toMatch(/1–10 of 25/);
    const [second] = await press(small, first?.ts, "page");
    const [third] = await press(small, second?.ts, "page:1");
    expect(third?.plain).toMatch(/21–25 of 25/);
    const seen = [first, second, third].flatMap(
      (each) => each?.plain.match(/Headline of n\d+/g) ?? [],
    );
    expect(new Set(seen).size).toBe(25);
    const [nothing] = await small.slash("new");
    expect(nothing?.plain).toMatch(/Nothing new/);
  });

  /** A room that has these articles from the start, and some that enter later. */
  async function roomWith(articles: readonly Article[]): Promise<Room> {
    const later = ["late", "next-week"].map((id) => article({ id, published: "2023-02-02" }));
    const knowledge = await loadKnowledge("knowledge");
    const small = await openPreviewWorkspace({
      knowledge: { ...knowledge, articles: [...articles, ...later], leftOut: 1 },
    });
    await small.store.entries.forget(later.map(({ id }) => id));
    onCleanUp(small);
    return small;
  }
});

describe("the timeline", () => {
  test.each([
    [
      "timeline lithium korea",
      /^Timeline · Lithium · South Korea\n1–\d+ of \d+ events, oldest first/,
    ],
    [
      "chronologie uranium depuis 2024",
      /^Chronologie · Uranium · depuis 2024\n1–10 sur \d+ événements/,
    ],
    [
      "хронология вольфрам",
      /^Хронология · Вольфрам\n1–10 из \d+ событий, сначала старые\n1\. 2018 — /,
    ],
    ["timeline memorandums Japan", /^Timeline · Japan · memoranda\n/],
    ["timeline Kazatomprom", /^Timeline · Kazatomprom\n/],
    ["chronology atlantis tungsten", /Not understood in the filter: atlantis/],
    ["timeline lithium 1950", /no such event.*\/kzminerals timeline lithium korea/],
  ])("of “%s”", async (text, expected) => {
    expect((await room.slash(text))[0]?.plain).toMatch(expected);
  });

  test("is read to its end page by page, and its articles are opened", async () => {
    let [shown] = await room.slash("timeline tungsten");
    const days: string[] = [];
    for (let page = 0; shown && page < 10; page += 1) {
      days.push(...(shown.plain.match(/^\d+\. .*? — /gm) ?? []));
      if (!shown.plain.includes("Next")) break;
      [shown] = await press(room, shown.ts, page === 0 ? "page" : "page:1");
    }
    expect(days.length).toBe(Number(/of (\d+) events/.exec(shown?.plain ?? "")?.[1]));
    expect(shown?.plain).toMatch(/article.* without a date/);
    const [opened] = await press(room, shown?.ts, "show");
    expect(opened?.plain).toMatch(/What it says/);
  });

  test("shows a figure that was replaced only with what holds now", async () => {
    const small = await roomOf(replaced("The pit gives 5 tonnes.", "The pit gives 7 tonnes."), AT);
    const [answer] = await small.slash("timeline");
    expect(answer?.plain).toMatch(
      /1\. .*since replaced:.*5 tonnes.*\n_Now:_ The pit gives 7 tonnes/,
    );
  });
});

describe("an article", () => {
  test.each([
    ["article korea-lithium-2024", /What it says\n[\s\S]*Not stated: reserve figures/],
    ["article https://theenergydata.com/?p=13864&utm_source=x", /Original title: Cove Kaz/],
    ["статья cove-tungsten-definitive", /О чём в ней сказано[\s\S]*Сделки[\s\S]*Продолжает/],
  ])("%s is shown whole", async (text, expected) => {
    expect((await room.slash(text))[0]?.plain).toMatch(expected);
  });

  test.each([
    ["U0READER", /What it says/],
    ["U0CAMILLE", /Ce qu’il dit/],
    ["U0AIGERIM", /О чём в ней сказано/],
  ])("is told in the language of %s, whatever its id is made of", async (user, expected) => {
    const [answer] = await room.slash("article france-titanium-2024", { user });
    expect(answer?.plain).toMatch(expected);
  });

  test("is found by an address that Slack made a link of", async () => {
    const text = "article <https://theenergydata.com/?p=13864>";
    const [answer] = await room.say(text, { channel: "D0KZMINERALS" });
    expect(answer?.plain).toMatch(/^Under definitive agreements/);
    // Questions rest on it.
    const [more] = await room.say("How much investment does it need?", { channel: "D0KZMINERALS" });
    expect(more?.plain).toMatch(/1.1 billion/);
  });

  test("that is unknown has the nearest ids", async () => {
    const [answer] = await room.slash("article cove-tungsten-definitve");
    expect(answer?.plain).toMatch(
      /no article “cove-tungsten-definitve”\. The nearest ids:\n1\. cove-/,
    );
    const [opened] = await press(room, answer?.ts, "show");
    expect(opened?.plain).toMatch(/Article cove-tungsten-definitive/);
  });

  test.each([
    ["article", /Write the article's id[\s\S]*\/kzminerals article korea-lithium-2024/],
    ["article 99", /no number 99/],
    ["article zzzzz", /no article “zzzzz”\. Write/],
    ["статья", /Напишите идентификатор/],
  ])("“%s” is answered by a sentence with an example", async (text, expected) => {
    expect((await room.slash(text))[0]?.plain).toMatch(expected);
  });

  test("that was replaced shows the newer statement first", async () => {
    const small = await roomOf(replaced("The plant makes 5 tonnes.", "The plant makes 7 tonnes."));
    const [answer] = await small.slash("article old");
    expect(answer?.plain).toMatch(/Now:.*7 tonnes[\s\S]*since replaced:.*5 tonnes/);
  });

  test("that is long is read page by page, whole", async () => {
    const facts = Array.from({ length: 120 }, (_, at) =>
      fact({
        id: `f${at}`,
        ...translated(`Statement number ${at}. ${"Words that go on. ".repeat(20)}`),
      }),
    );
    const small = await roomOf([article({ id: "long", facts })]);
    let [shown] = await small.slash("article long");
    const told: string[] = [];
    for (let page = 0; shown && page < 30; page += 1) {
      told.push(...(shown.plain.match(/Statement number \d+/g) ?? []));
      if (!shown.plain.includes("Next")) break;
      [shown] = await press(small, shown.ts, page === 0 ? "page" : "page:1");
    }
    expect(new Set(told).size).toBe(120);
  });
});

const opened: Room[] = [];
afterAll(async () => {
  for (const each of opened) await each.close();
});

/** A room whose base is these articles and nothing else. */
async function roomOf(articles: readonly Article[], at?: string): Promise<Room> {
  const vocabulary = createVocabulary([]);
  const small = await openPreviewWorkspace({
    ...(at && { at }),
    knowledge: { articles, vocabulary, problems: [], leftOut: 0, feeds: [] },
  });
  onCleanUp(small);
  return small;
}

/** A statement that a newer article replaced, and that article. */
function replaced(before: string, now: string): Article[] {
  return [
    article({ id: "old", facts: [fact({ id: "one", ...translated(before) })] }),
    article({
      id: "newer",
      published: "2024-06-20",
      facts: [fact({ id: "one", ...translated(now) })],
      relations: [{ type: "supersedes", fact: "one", to: "old/one" }],
    }),
  ];
}

function onCleanUp(each: Room): void {
  opened.push(each);
}

function press(where: Room, ts: string | undefined, action: string) {
  return where.answersTo(() => where.workspace.press({ ts: ts ?? "", action }));
}
