/** What feeds bring is shown to curators, who decide once, over the real app. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { feedRow, item, pageOf, rss, START, versioned } from "../ingest/feed-scene.ts";
import { type Handler, openSite, text } from "../ingest/local-site.ts";
import { CHANNEL, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { AIGERIM, CAMILLE, personIn, READER, type Room } from "./digest-scene.ts";

const QUESTION = "How many tonnes of titanium did Kazakhstan export to buyer number 2 in 2025?";

let site: Awaited<ReturnType<typeof openSite>>;
let room: Room;
let paths: Record<string, Handler>;
beforeEach(async () => {
  const items = [item(2), item(3)];
  paths = { "/feed": versioned(() => rss(items, site.host)) };
  for (const number of [2, 3])
    paths[`/n${number}`] = text("text/html; charset=utf-8", pageOf(item(number), number));
  site = await openSite(paths);
});
afterEach(async () => {
  await room.close();
  await site.close();
});

/** The messages that the bot posts of what a feed brings. */
async function told({
  curatorsChannel = CHANNEL as string | null,
  adminUsers = [] as readonly string[],
} = {}) {
  room = await openPreviewWorkspace({
    ingestAllow: [site.host],
    curatorsChannel,
    adminUsers,
    at: "2026-11-20T09:00:00+05:00",
  });
  await room.store.feeds.add(feedRow(site.url("/feed"), { baseline_at: START }));
  await room.product.pollFeeds();
  const { workspace, person, poster } = room.app;
  return room.answersTo(async () => {
    await room.product.curation.tell(workspace, person);
    await room.product.curation.tell(workspace, person);
    await room.product.outbox.sendDue(poster);
  });
}

async function titanium() {
  const messages = await told();
  expect(messages).toHaveLength(2);
  const message = messages.find(({ plain }) => plain.includes("titanium"));
  if (!message) throw new Error("Nothing of titanium.");
  return message;
}

describe("an article that waits", () => {
  test("is shown with what a curator needs, and answers nothing yet", async () => {
    const message = await titanium();
    expect(message.channel).toBe(CHANNEL);
    expect(message.plain).toMatch(
      /New from Gallium News[\s\S]*“Kazakhstan exports titanium to buyer 2”[\s\S]*“Kazakhstan exported 12 tonnes of titanium[\s\S]*Minerals: titanium[\s\S]*It is about Kazakhstan, Titanium/,
    );
    const [answer] = await room.slash(QUESTION);
    expect(answer?.plain).not.toMatch(/12 tonnes/);
  });

  test("is published by a member of the channel, and answers at once", async () => {
    const { ts } = await titanium();
    const [changed] = await personIn(room).press(ts, "candidate-publish");
    const drawn = JSON.stringify(changed?.blocks);
    expect(drawn).toMatch(/Published by [\s\S]*"user_id":"U0READER"/);
    expect(drawn).not.toContain("candidate-publish");
    const [answer] = await room.slash(QUESTION);
    expect(answer?.plain).toMatch(/12 tonnes/);
    const [row] = await room.store.ingested.changedAfter(0);
    expect(await room.store.ingested.versions(row?.id ?? "")).toMatchObject([
      { changedBy: READER },
    ]);
  });

  test("is decided once when two press at the same time, and the second is told", async () => {
    const { ts } = await titanium();
    const said = await room.answersTo(() =>
      Promise.all([
        room.workspace.press({ ts, action: "candidate-publish", user: READER }),
        room.workspace.press({ ts, action: "candidate-reject", user: AIGERIM }),
      ]),
    );
    const [published] = await room.store.candidates.inState("published", 9);
    const rejected = await room.store.candidates.inState("rejected", 9);
    expect([published, ...rejected].filter(Boolean)).toHaveLength(1);
    const late = said.filter(({ ephemeralTo }) => ephemeralTo);
    expect(late).toHaveLength(1);
    expect(late[0]?.plain).toMatch(/Somebody was faster|Кто-то успел раньше/);
  });

  test("is corrected before it is published, and only by what its page says", async () => {
    const { ts } = await titanium();
    const { press, modal, fillIn, errors } = personIn(room);
    await press(ts, "candidate-edit");
    expect(modal()?.title).toBe("Add an article");
    await fillIn({ facts: ["Kazakhstan exported 99 tonnes of titanium."] });
    expect(errors()).toEqual({ facts: expect.stringContaining("to the letter") });
    await fillIn({ title: ["Titanium for buyer two"], published: ["2026-11-19"] });
    expect(modal()?.plain).toMatch(/Published[\s\S]*“Titanium for buyer two”/);
    const message = room.workspace.messages.find((each) => each.ts === ts);
    expect(JSON.stringify(message?.blocks)).toMatch(
      /Titanium for buyer two[\s\S]*Published by [\s\S]*U0READER/,
    );
    const [answer] = await room.slash(QUESTION);
    expect(answer?.plain).toMatch(/12 tonnes[\s\S]*19 Nov 2026/);
    expect(await room.store.candidates.inState("published", 9)).toHaveLength(1);
  });

  test("is rejected in its form with a reason, once", async () => {
    const { ts } = await titanium();
    const { press, modal, fillIn } = personIn(room);
    await press(ts, "candidate-edit");
    await room.workspace.press({ ts, action: "candidate-publish", user: CAMILLE });
    await fillIn({ verdict: ["reject"], reason: ["An advertisement"] });
    expect(modal()?.plain).toMatch(/decided/i);
    expect(await room.store.candidates.inState("published", 9)).toHaveLength(1);
    expect(await room.store.candidates.inState("rejected", 9)).toEqual([]);
  });

  test("that was rejected does not return", async () => {
    const { ts } = await titanium();
    const [changed] = await personIn(room, CAMILLE).press(ts, "candidate-reject");
    expect(changed?.plain).toMatch(/Rejected by/);
    room.clock.set(new Date("2026-11-20T06:00:00Z"));
    const { workspace, person } = room.app;
    await room.product.pollFeeds();
    expect(await room.product.curation.tell(workspace, person)).toBe(0);
    expect(await room.store.candidates.inState("rejected", 9)).toMatchObject([
      { decided_by: CAMILLE },
    ]);
    expect(await room.store.ingested.changedAfter(0)).toEqual([]);
  });

  test("can be what its source is muted by, and is decided still", async () => {
    const { ts } = await titanium();
    const curator = personIn(room);
    const [muted] = await curator.press(ts, "candidate-mute");
    expect(muted?.plain).toMatch(/Source muted by/);
    expect(await room.store.feeds.find("gallium")).toMatchObject({ state: "paused" });
    const [changed] = await curator.press(ts, "candidate-publish");
    expect(changed?.plain).toMatch(/Published by/);
  });
});

describe("without a channel of curators", () => {
  test("each administrator is asked directly, in their language", async () => {
    const messages = await told({ curatorsChannel: null, adminUsers: [AIGERIM, CAMILLE, AIGERIM] });
    expect(messages).toHaveLength(4);
    const asked = messages.map(({ plain }) => plain).join("\n");
    expect(asked).toMatch(/Новое: Gallium News[\s\S]*Сырьё: /);
    expect(asked).toMatch(/Nouveau : Gallium News[\s\S]*Minerais : /);
    const french = messages.find(({ plain }) => /Nouveau[\s\S]*titanium/.test(plain));
    const curator = personIn(room, CAMILLE);
    const changed = await curator.press(french?.ts ?? "", "candidate-publish");
    const texts = changed.map(({ plain }) => plain).join("\n");
    expect(texts).toMatch(/Publié par/);
    expect(texts).toMatch(/Опубликовано: /);
  });

  test("and without administrators it waits, and is in the list of sources", async () => {
    expect(await told({ curatorsChannel: null })).toEqual([]);
    const [list] = await room.slash("feeds");
    expect(list?.plain).toMatch(/2 articles wait for a curator/);
  });

  test("nobody else decides", async () => {
    const messages = await told({ curatorsChannel: null, adminUsers: [AIGERIM] });
    const [said] = await personIn(room).press(messages[0]?.ts ?? "", "candidate-publish");
    expect(said?.plain).toMatch(/Only members of the curators/);
    expect(await room.store.candidates.inState("waiting", 9)).toHaveLength(2);
  });
});

describe("a source that fails", () => {
  const DAY_MS = 24 * 60 * 60_000;

  async function failing() {
    room = await openPreviewWorkspace({ adminUsers: [AIGERIM], ingestAllow: [site.host] });
    const at = room.clock.now().toISOString();
    const row = feedRow(site.url("/gone"), { fetch_at: at, next_at: at, added_at: at });
    await room.store.feeds.add(row);
    await room.product.pollFeeds();
    const { workspace, person, poster } = room.app;
    return async () =>
      room.answersTo(async () => {
        await room.product.tellFeedFailures(workspace, person);
        await room.product.outbox.sendDue(poster);
      });
  }

  test("is told to administrators once, after a day, with its reason", async () => {
    const tell = await failing();
    expect(await tell()).toEqual([]);
    room.clock.set(new Date(room.clock.now().getTime() + DAY_MS));
    const [notice, ...more] = await tell();
    expect(more).toEqual([]);
    expect(notice?.plain).toMatch(
      /Источник «Gallium News» не читается уже сутки[\s\S]*Не читается с 17 июн[\s\S]*404/,
    );
    room.clock.set(new Date(room.clock.now().getTime() + 40 * DAY_MS));
    expect(await tell()).toEqual([]);
  });

  test.each([
    ["digest", /Nothing new in what could be read\. These sources could not: Gallium News\./],
    ["digest fr", /Rien de neuf dans ce qui a pu être lu\. Sources illisibles : Gallium News\./],
    ["digest ru", /нового нет\. Не читались источники: Gallium News\./],
  ])("is named by an edition that would have no news: %s", async (text, says) => {
    await failing();
    room.clock.set(new Date("2024-07-15T09:00:00+05:00"));
    const [edition] = await room.slash(text);
    expect(edition?.plain).toMatch(says);
    expect(edition?.plain).not.toMatch(/No news|Pas de nouvelles/);
    await room.store.feeds.remove("gallium");
    const [quiet] = await room.slash("digest");
    expect(quiet?.plain).toMatch(/No news this time/);
  });
});
