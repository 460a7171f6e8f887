/** People who follow something, and are told of it, over the real app. */
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import type { Article } from "../../src/model.ts";
import { article, deal } from "../builders.ts";
import { openPreviewWorkspace } from "../open-preview-workspace.ts";
import { temporaryFolder } from "../temporary.ts";
import { AIGERIM, CAMILLE, personIn, READER, type Room } from "./digest-scene.ts";

let knowledge: Knowledge | null = null;
let room: Room;
beforeEach(async () => {
  knowledge ??= await loadKnowledge("knowledge");
  room = await openPreviewWorkspace({ knowledge });
});
afterEach(() => room.close());

const DIRECT_OF: Record<string, string> = {
  [READER]: "D0KZMINERALS",
  [AIGERIM]: "D0AIGERIM",
  [CAMILLE]: "D0CAMILLE",
};

async function write(text: string, user: string = READER) {
  const [message, ...more] = await room.slash(text, { user });
  expect(more).toEqual([]);
  if (!message) throw new Error("Nobody answered.");
  return message;
}

/** What people are told once the clock stands at an instant. */
function news(at: string) {
  return room.answersTo(async () => {
    room.clock.set(new Date(at));
    await room.product.following.tell(room.app.workspace);
    await room.product.outbox.sendDue(room.app.poster);
  });
}

describe.each([
  ["follow titanium france", READER, /You now follow Titanium · France\./, /articles? today/],
  ["suivre titane france", CAMILLE, /Vous suivez maintenant Titane · France\./, /aujourd'hui/],
  ["следить за титаном и францией", AIGERIM, /следите за темой: Титан · Франция\./, /сегодня/],
])("“%s”", (text, user, begun, today) => {
  const words = {
    [READER]: ["following", /You follow 1 thing/, "unfollow france titane", /no longer follow/],
    [CAMILLE]: ["suivis", /Vous suivez 1 sujet/, "ne plus suivre France, Titane", /ne suivez plus/],
    [AIGERIM]: ["слежу", /следите за 1 темой/, "не следить за Францией и титаном", /больше не/],
  }[user] as [string, RegExp, string, RegExp];

  test("begins, is listed with what there is today, and ends by other words for it", async () => {
    const message = await write(text, user);
    expect(message.plain).toMatch(begun);
    expect(message.plain).toMatch(today);
    const list = await write(words[0], user);
    expect(list.plain).toMatch(words[1]);
    expect(list.plain).toMatch(today);
    expect((await write(words[2], user)).plain).toMatch(words[3]);
    expect((await write(words[0], user)).plain).toMatch(/\/kzminerals (follow|suivre|следить за)/);
  });

  test("is told what enters the base from then on, once, by direct message", async () => {
    room.clock.set(new Date("2024-05-01T09:00:00+05:00"));
    await write(text, user);
    const [told, ...more] = await news("2024-07-15T12:00:00+05:00");
    expect(more).toEqual([]);
    expect(told?.channel).toBe(DIRECT_OF[user]);
    expect(told?.plain).toMatch(
      { [READER]: /New on what/, [CAMILLE]: /Du nouveau/, [AIGERIM]: /Новое/ }[user] ?? /^$/,
    );
    expect(told?.plain).toMatch(/1\. /);
    expect(await news("2024-07-16T12:00:00+05:00")).toEqual([]);
  });
});

test("the first start tells nobody anything, nor does what was there before", async () => {
  room.clock.set(new Date("2026-06-01T12:00:00+05:00"));
  await write("follow titanium");
  expect(await news("2026-07-01T12:00:00+05:00")).toEqual([]);
});

test("the same in another order and language is one", async () => {
  await write("follow titanium france");
  for (const text of ["suivre la France et le titane", "suivre titane France Kazakhstan"])
    expect((await write(text)).plain).toMatch(/Vous suivez déjà cela/);
  expect((await write("following")).plain).toMatch(/You follow 1 thing/);
});

test("what two follows tell is told once", async () => {
  await write("follow titanium");
  await write("follow titanium france");
  const told = await news("2025-01-15T12:00:00+05:00");
  const lines = told.flatMap(({ plain }) =>
    plain.split("\n").filter((line) => /^\d+\. /.test(line)),
  );
  expect(new Set(lines.map((line) => line.replace(/^\d+\. /, ""))).size).toBe(lines.length);
});

test("much at once is one message of ten things, with a way to the rest", async () => {
  await write("follow lithium");
  const [told, ...more] = await news("2026-05-01T12:00:00+05:00");
  expect(more).toEqual([]);
  expect(told?.plain.match(/^\d+\. /gm)?.length).toBeLessThanOrEqual(10);
  expect(told?.plain).toMatch(/New on what you follow · Lithium/);
});

describe("what cannot be followed is refused with an example", () => {
  test.each([
    ["follow", /Say what to follow, for example \/kzminerals follow titanium france/],
    ["suivre", /Dites ce qu'il faut suivre, par exemple \/kzminerals suivre/],
    ["следить", /Напишите, за чем следить, например \/kzminerals следить за/],
    ["follow atlantis", /“atlantis” is no mineral.*for example/],
    ["follow mordor gondor rohan", /“mordor, gondor, rohan” is no mineral.*for example/],
    ["suivre atlantide", /« atlantide » n'est ni.*par exemple/],
    ["следить за атлантидой", /«атлантидой».*например/],
    ["follow everything", /would be everything.*for example/],
    ["suivre tout", /Ce serait tout suivre.*par exemple/],
    ["следить за всем", /всё сразу.*например/],
    ["follow critical minerals", /would be everything/],
    ["follow Kazakhstan", /would be everything/],
    ["follow 2025", /would be everything/],
    ["follow lithium 2020", /That time is over.*for example/],
  ])("%s", async (text, expected) => {
    expect((await write(text)).plain).toMatch(expected);
    expect(await room.store.follows.of({ workspace: room.app.workspace, person: READER })).toEqual(
      [],
    );
  });
});

test("a word that is not understood is named", async () => {
  const { plain } = await write("follow titanium atlantis");
  expect(plain).toMatch(/You now follow Titanium\.[\s\S]*Not understood.*atlantis/);
});

test.each(["follow titanium?", "following the summit, what was signed?", "suivre ou vendre ?"])(
  "%s is a question",
  (text) => {
    expect(room.product.read(text)).toMatchObject({ kind: "question" });
  },
);

describe("buttons", () => {
  test("below what was begun, and below the list, page by page", async () => {
    const begun = await write("follow titanium");
    const [ended] = await personIn(room).press(begun.ts, "unfollow");
    expect(ended?.plain).toMatch(
      /You no longer follow Titanium\.[\s\S]*\/kzminerals follow titanium/,
    );
    const [gone] = await personIn(room).press(begun.ts, "unfollow");
    expect(gone?.plain).toMatch(/do not follow this/);

    const minerals =
      "lithium uranium titanium copper tungsten gallium beryllium tantalum gold zinc lead rhenium";
    for (const mineral of minerals.split(" ")) await write(`follow ${mineral}`);
    const list = await write("following");
    expect(list.plain).toMatch(/You follow 12 things[\s\S]*1–10 of 12/);
    const [second] = await personIn(room).press(list.ts, "page");
    expect(second?.plain).toMatch(/11–12 of 12/);
    const [after] = await personIn(room).press(second?.ts ?? "", "unfollow:1");
    expect(after?.plain).toMatch(/You no longer follow Rhenium[\s\S]*You follow 11 things/);
    expect(after?.ts).toBe(second?.ts);
  });

  test("of somebody else do nothing", async () => {
    const [shown] = await room.say("@kzminerals follow titanium");
    const [told] = await personIn(room, AIGERIM).press(shown?.ts ?? "", "unfollow");
    expect(told).toMatchObject({ ephemeralTo: AIGERIM });
    expect(told?.plain).toMatch(/do not follow this/);
    expect((await write("following")).plain).toMatch(/You follow 1 thing/);
  });

  test("below news end it, and the news stays", async () => {
    await write("follow titanium");
    const [told] = await news("2025-01-15T12:00:00+05:00");
    const [ended] = await personIn(room).press(told?.ts ?? "", "unfollow");
    expect(ended).toMatchObject({ ephemeralTo: READER });
    expect(room.workspace.messages.some(({ ts }) => ts === told?.ts)).toBe(true);
    expect((await write("following")).plain).toMatch(/You follow nothing yet/);
  });
});

test("what is not followed is looked for among what is", async () => {
  await write("follow titanium france");
  const { plain } = await write("unfollow uranium");
  expect(plain).toMatch(/You do not follow Uranium\. These are[\s\S]*Titanium · France/);
  expect((await write("unfollow")).plain).toMatch(/Which one[\s\S]*Titanium · France/);
});

test("fifty things are followed, and no more", async () => {
  const { vocabulary } = knowledge as Knowledge;
  const names = [...vocabulary.concepts.values()]
    .filter(({ kind, umbrella }) => kind === "mineral" && !umbrella)
    .flatMap(({ names: { en } }) => en?.[0] ?? []);
  for (const name of names) {
    const { plain } = await write(`follow ${name} france`);
    if (/more is not possible/.test(plain)) break;
  }
  for (const name of names) {
    const { plain } = await write(`follow ${name} japan`);
    if (/more is not possible/.test(plain)) break;
  }
  const owner = { workspace: room.app.workspace, person: READER };
  expect(await room.store.follows.of(owner)).toHaveLength(50);
  expect((await write("follow korea")).plain).toMatch(
    /You follow 50 things.*\/kzminerals following/,
  );
});

describe("a program that is started again with another base", () => {
  const LITHIUM = { minerals: ["lithium"], countries: ["KR"] };
  const talks = article({ id: "talks", ...LITHIUM, deals: [deal({ status: "negotiating" })] });
  const signed = { ...talks, deals: [deal({ status: "signed" })] };
  const mine = article({ id: "mine", published: "2020-01-01", ...LITHIUM });

  /** Starts on a database with some articles; the clock goes on. */
  async function start(databaseUrl: string, articles: Article[], at: string): Promise<Room> {
    const { vocabulary } = await loadKnowledge("knowledge");
    const base = { articles, vocabulary, feeds: [], leftOut: 0, problems: [] };
    await room.close();
    room = await openPreviewWorkspace({ databaseUrl, knowledge: base, at });
    return room;
  }

  const tell = () =>
    room.answersTo(async () => {
      await room.product.following.tell(room.app.workspace);
      await room.product.outbox.sendDue(room.app.poster);
    });

  test.each(["follow lithium", "follow korea"])("“%s” is told of both", async (text) => {
    const url = `sqlite:${join(await temporaryFolder(), "follows.db")}`;
    await start(url, [talks], "2024-06-17T09:00:00+05:00");
    expect(await tell()).toEqual([]);
    await write(text);
    expect(await tell()).toEqual([]);
    await start(url, [signed, mine], "2024-06-18T09:00:00+05:00");
    const [told, ...more] = await tell();
    expect(more).toEqual([]);
    expect(told?.plain).toMatch(/Pact on lithium: was under negotiation, now signed/);
    expect(told?.plain).toMatch(/1\. Headline of mine/);
    expect(told?.plain).not.toMatch(/Headline of talks/);
    await start(url, [signed, mine], "2024-06-19T09:00:00+05:00");
    expect(await tell()).toEqual([]);
  });

  test("whom Slack refuses is not written to again, and is told when they go on", async () => {
    const url = `sqlite:${join(await temporaryFolder(), "follows.db")}`;
    await start(url, [talks], "2024-06-17T09:00:00+05:00");
    await write("follow lithium", "U0GONE");
    await start(url, [talks, mine], "2024-06-18T09:00:00+05:00");
    expect(await tell()).toEqual([]);
    expect(await tell()).toEqual([]);
    const owner = { workspace: room.app.workspace, person: "U0GONE" };
    expect(await room.store.follows.of(owner)).toMatchObject([
      { state: "paused", pause_reason: "channel_not_found" },
    ]);
    const list = await write("following", "U0GONE");
    expect(list.plain).toMatch(/paused: Slack does not let me write to you/);
    const [resumed] = await personIn(room, "U0GONE").press(list.ts, "follow-resume");
    expect(resumed?.plain).not.toMatch(/paused/);
    expect(await room.product.following.tell(owner.workspace)).toBe(1);
  });
});
