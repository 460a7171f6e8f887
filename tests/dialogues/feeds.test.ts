/** Sources are listed, added and turned on and off over the real app. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { item, pageOf, rss, versioned } from "../ingest/feed-scene.ts";
import { type Handler, openSite, text } from "../ingest/local-site.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { loadSeedKnowledge } from "../seed-knowledge.ts";
import { AIGERIM, CAMILLE, personIn, READER, type Room } from "./digest-scene.ts";

const html = (body: string) => text("text/html; charset=utf-8", body);

let room: Room;
let site: Awaited<ReturnType<typeof openSite>>;
let paths: Record<string, Handler>;
let items = [item(1)];
beforeEach(async () => {
  items = [item(1)];
  paths = {
    "/feed": versioned(() => rss(items, site.host)),
    "/page": html("<html><body>Hello</body></html>"),
    "/n2": html(pageOf(item(2), 2)),
  };
  site = await openSite(paths);
  const knowledge = await loadSeedKnowledge();
  const source = { source: "https://lists.example/" };
  room = await openPreviewWorkspace({
    knowledge: {
      ...knowledge,
      feeds: [
        { id: "local", title: "Local News", url: site.url("/feed"), language: "en", ...source },
        {
          id: "far",
          title: "Far News",
          url: "https://far.example/rss",
          filter: "uranium",
          ...source,
        },
      ],
    },
    adminUsers: [AIGERIM],
    ingestAllow: [site.host],
  });
});
afterEach(async () => {
  await room.close();
  await site.close();
});

const pressing = (id: string, language = "en") => JSON.stringify({ id, language });

async function listed(user: string, word = "feeds") {
  const [message] = await room.slash(word, { user });
  if (!message) throw new Error("Nobody answered.");
  return message;
}
const actionsOf = (message: { blocks?: unknown }) =>
  [...JSON.stringify(message.blocks ?? []).matchAll(/"action_id":"(feed-[^":]+)/g)].map(
    ([, action]) => action,
  );

describe("the list of sources", () => {
  test("is read by everybody in three languages, and asks nobody for anything", async () => {
    const english = await listed(READER);
    expect(english.plain).toMatch(
      /No source is watched yet[\s\S]*1\. Local News · English[\s\S]*2\. Far News · only uranium/,
    );
    expect(english.plain).toMatch(/Only administrators/);
    expect(actionsOf(english)).toEqual([]);
    expect((await listed(READER, "flux")).plain).toMatch(/Aucune source n’est suivie/);
    expect((await listed(READER, "ленты")).plain).toMatch(/Ни один источник не отслеживается/);
    expect((await listed(CAMILLE, "sources")).plain).toMatch(/Médias connus/);
    expect((await listed(AIGERIM, "источники")).plain).toMatch(/Известные издания/);
    await room.product.pollFeeds();
    expect(site.requests).toEqual([]);
  });

  test("has buttons for administrators, and none where all can read it", async () => {
    expect(actionsOf(await listed(CAMILLE))).toEqual(["feed-turn-on", "feed-turn-on", "feed-add"]);
    const [mention] = await room.say("@kzminerals feeds", { user: CAMILLE });
    expect(actionsOf(mention ?? {})).toEqual([]);
    expect(mention?.plain).toMatch(/Administrators change sources/);
  });
});

describe("a source", () => {
  test("is turned on, read, paused, resumed and removed", async () => {
    const camille = personIn(room, CAMILLE);
    const list = await listed(CAMILLE, "feeds");
    const press = async (action: string) =>
      (await camille.press(list.ts, action, pressing("local")))[0]?.plain ?? "";
    expect(await press("feed-turn-on")).toMatch(
      /Local News is watched from now on[\s\S]*not read yet · next try/,
    );
    await room.product.pollFeeds();
    expect(site.requests.map(({ path }) => path)).toEqual(["/feed"]);
    expect((await listed(READER)).plain).toMatch(/last read 17 Jun, \d\d:\d\d Paris · next try/);
    expect(await press("feed-pause")).toMatch(/Local News is paused[\s\S]*paused · last read/);
    room.clock.set(new Date("2024-06-20T04:00:00Z"));
    await room.product.pollFeeds();
    expect(site.requests).toHaveLength(1);
    expect(await press("feed-resume")).toMatch(/watched again/);
    items = [item(1), item(2)];
    await room.product.pollFeeds();
    expect((await listed(READER)).plain).toMatch(/1 article waits for a curator/);
    const [status] = await room.slash("status");
    expect(status?.plain).toMatch(/Watches 1 source/);
    const old = await listed(CAMILLE);
    expect(await press("feed-remove")).toMatch(/watched no longer[\s\S]*Known outlets/);
    const [late] = await camille.press(old.ts, "feed-pause", pressing("local"));
    expect(late?.plain).toMatch(/not there any more/);
  });

  test("that cannot be read says why, since when, and when it is tried again", async () => {
    const camille = personIn(room, CAMILLE);
    const { ts } = await listed(CAMILLE);
    await camille.press(ts, "feed-turn-on", pressing("local"));
    paths["/feed"] = html("<html><body>Hello</body></html>");
    await room.product.pollFeeds();
    expect((await listed(READER)).plain).toMatch(
      /Cannot be read since 17 Jun, .* Paris\. There is no feed at this address .* · not read yet · next try/,
    );
    expect((await listed(READER, "flux")).plain).toMatch(
      /Illisible depuis le 17 juin.*Il n’y a pas de flux/,
    );
    expect((await listed(READER, "ленты")).plain).toMatch(/Не читается с 17 июн.*нет ленты/);
  });

  test("is changed by administrators only", async () => {
    const { ts } = await listed(AIGERIM, "ленты");
    const [said] = await personIn(room).press(ts, "feed-turn-on", pressing("local", "ru"));
    expect(said?.plain).toMatch(/могут только администраторы/);
    expect(await room.store.feeds.all()).toEqual([]);
    const aigerim = personIn(room, AIGERIM);
    const [done] = await aigerim.press(ts, "feed-turn-on", pressing("local", "ru"));
    expect(done?.plain).toMatch(/Local News: отслеживается/);
  });
});

describe("the form of a new source", () => {
  async function form(word = "feeds") {
    const camille = personIn(room, CAMILLE);
    const { ts } = await listed(CAMILLE, word);
    await camille.press(ts, "feed-add");
    return camille;
  }

  test("shows what was found before it is watched", async () => {
    const { modal, fillIn } = await form();
    expect(modal()?.title).toBe("Add a source");
    await fillIn({ url: [` ${site.url("/feed")} `], policy: ["publish"] });
    expect(modal()?.plain).toMatch(/Gallium News · published at once/);
    expect(modal()?.plain).toContain(item(1).title);
    expect(await room.store.feeds.all()).toEqual([]);
    await fillIn();
    expect(modal()?.plain).toMatch(/Gallium News is watched from now on/);
    expect(await room.store.feeds.all()).toMatchObject([
      { url: site.url("/feed"), policy: "publish", added_by: CAMILLE, state: "active" },
    ]);
  });

  test.each([
    ["feeds", /There is no feed at this address/],
    ["flux", /Il n’y a pas de flux à cette adresse/],
    ["ленты", /По этому адресу нет ленты/],
  ])("says in its place what is no feed: %s", async (word, says) => {
    const { modal, fillIn } = await form(word);
    await fillIn({ url: [site.url("/page")] });
    expect(modal()?.plain).toMatch(says);
    await fillIn({ url: [site.url("/missing")] });
    expect(modal()?.plain).toMatch(/404/);
    await fillIn({ url: ["http://127.0.0.1:9/"] });
    expect(modal()?.plain).toMatch(/INGEST_ALLOW/);
    await fillIn({ url: [site.url("/feed")] });
    expect(modal()?.plain).toContain(item(1).title);
  });

  test("says what is wrong with a field, and what is watched already", async () => {
    const { modal, fillIn, errors } = await form();
    await fillIn({ url: [`https://a.example/${"a".repeat(1_200)}`] });
    expect(errors()).toEqual({ url: expect.stringContaining("1000") });
    await fillIn({ url: [site.url("/feed")], filter: ["uranium blorbfish"] });
    expect(errors()).toEqual({ filter: expect.stringContaining("blorbfish") });
    await fillIn({ url: [site.url("/feed")], filter: ["uranium"] });
    await fillIn();
    room.workspace.views.close(CAMILLE);
    const again = await form();
    await again.fillIn({ url: [site.url("/feed")] });
    expect(modal()?.plain).toMatch(/watched already: Gallium News/);
  });

  test("takes a source that gives itself an endless name", async () => {
    const { modal, fillIn } = await form();
    const endless = rss([item(1)], site.host).replace("Gallium News", "Gallium ".repeat(60));
    paths["/endless"] = text("application/rss+xml", endless);
    await fillIn({ url: [site.url("/endless")] });
    await fillIn();
    expect(modal()?.plain).toMatch(/Gallium… is watched from now on/);
    expect(actionsOf(await listed(CAMILLE))).toContain("feed-remove");
  });

  test("opens for administrators only", async () => {
    const { ts } = await listed(CAMILLE);
    const reader = personIn(room);
    const [said] = await reader.press(ts, "feed-add");
    expect(said?.plain).toMatch(/Only administrators/);
    expect(reader.modal()).toBeNull();
  });
});

test("a long list has pages, and no message has more buttons than Slack takes", async () => {
  for (let at = 0; at < 20; at += 1)
    await room.product.feeds.watch(
      {
        url: `https://site${at}.example/rss`,
        title: `Site ${String(at).padStart(2, "0")} ${"x".repeat(60)}`,
        language: "ru",
        filter: "",
        policy: "review",
      },
      { id: CAMILLE, workspace: "T1", isWorkspaceAdmin: true, language: "en", timeZone: null },
      "en",
    );
  const list = await listed(CAMILLE);
  expect(list.plain).toMatch(/1–6 of 22 sources/);
  const [next] = await personIn(room, CAMILLE).press(list.ts, "page");
  expect(next?.plain).toMatch(/7–12 of 22 sources/);
  const [direct] = await room.say("ленты", { channel: DIRECT, user: READER });
  expect(direct?.plain).toMatch(/1–6 из 22 источников/);
  expect(CHANNEL).not.toBe(DIRECT);
});
