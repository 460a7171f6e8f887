/** Articles that people add from an address, in Slack. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { report } from "../answers/small-answers.ts";
import { openSite, text } from "../ingest/local-site.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { loadSeedKnowledge } from "../seed-knowledge.ts";
import { AIGERIM, CAMILLE, personIn, READER } from "./digest-scene.ts";

const PARAGRAPHS = [
  "Kazakhstan's industry ministry and Japan's JOGMEC signed a memorandum on gallium supplies on Friday in Astana.",
  "Eurasian Resources Group plans to start gallium production in Pavlodar in the third quarter of 2026.",
  "Kazakhstan exported 12 tonnes of gallium to Korea in 2025, according to the ministry of industry.",
  "The plant in Pavlodar will employ 300 people, and its gallium is meant for semiconductors and solar cells.",
];
const html = (body: string) => text("text/html; charset=utf-8", body);
const page = (title: string, paragraphs: readonly string[]) =>
  html(
    `<!doctype html><html lang="en"><head><meta property="og:title" content="${title}"></head><body><article>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</article></body></html>`,
  );
const RUSSIAN = [
  "Казахстан и Япония подписали меморандум о поставках галлия объёмом 15 тонн в год.",
  "Компания ERG начнёт производство галлия в Павлодаре в 2026 году, сообщило министерство промышленности Казахстана.",
  "Казахстан экспортировал в Корею 12 тонн галлия в 2025 году, сообщило министерство, и планирует увеличить поставки галлия.",
  "Завод в Павлодаре даст работу тремстам человек и обеспечит Казахстану место среди поставщиков галлия.",
];

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite({
    "/2024/06/14/gallium": page("Gallium goes to Japan", PARAGRAPHS),
    "/2024/06/14/galliy": page("Галлий поедет в Японию", RUSSIAN),
    "/2024/06/15/output": page("Less uranium in 2024", [
      "Kazatomprom said in Astana on Friday that it will mine less uranium than it had planned before.",
      "Kazatomprom's uranium production in 2024 will be 22,500 tonnes.",
      "The company named sulphuric acid as the reason, of which uranium mines in Kazakhstan need a great deal.",
      "Uranium from Kazakhstan is sold to France, China and the United States, among others.",
    ]),
    "/rain": page("Rain", [
      "It rained in Paris all day, and nobody was surprised by it. ".repeat(10),
    ]),
  });
});
afterAll(() => site.close());

async function scene(adminUsers: readonly string[] = []) {
  const room = await openPreviewWorkspace({ ingestAllow: [site.host], adminUsers });
  return { room, ...personIn(room) };
}
const GALLIUM = "How many tonnes of gallium were exported to Korea in 2025?";

describe("an address", () => {
  test("is shown as a draft, published, and answers at once", async () => {
    const { room, modal, fillIn, write } = await scene();
    await write(`add ${site.url("/2024/06/14/gallium")}`);
    expect(modal()).toMatchObject({ title: "Add an article" });
    expect(modal()?.plain).toMatch(/it is about Kazakhstan, Gallium/);
    await fillIn();
    expect(modal()?.plain).toMatch(/Published[\s\S]*“Gallium goes to Japan”/);
    const [answer] = await write(GALLIUM);
    expect(answer?.plain).toContain(`“${PARAGRAPHS[2]?.slice(0, 20)}`);
    expect(answer?.plain).toMatch(/14 Jun 2024/);
    await room.close();
  });

  test.each([
    ["ajouter", "Ajouter un article", "Publié"],
    ["добавить", "Добавить статью", "Опубликована"],
  ])("can be added in another language: %s", async (word, title, done) => {
    const { room, modal, fillIn, write } = await scene();
    await write(`${word} ${site.url("/2024/06/14/galliy")}`);
    expect(modal()?.title).toBe(title);
    await fillIn();
    expect(modal()?.plain).toContain(done);
    await room.close();
  });

  test("is corrected before it is published, and only by what the page says", async () => {
    const { room, modal, fillIn, write, errors } = await scene();
    await write(`add ${site.url("/2024/06/14/gallium")}`);
    await fillIn({
      published: ["31 February"],
      minerals: ["gallium, unobtainium"],
      partners: ["Japan; Atlantis"],
      facts: ["Kazakhstan exported 99 tonnes of gallium."],
    });
    expect(errors()).toEqual({
      published: expect.stringContaining("“31 February” is not a date"),
      minerals: expect.stringContaining("unobtainium"),
      partners: expect.stringContaining("Atlantis"),
      facts: expect.stringContaining("does not say this to the letter"),
    });
    await fillIn({
      title: ["Gallium for Korea"],
      published: ["2024-06"],
      minerals: ["галлий"],
      partners: ["Korea"],
      facts: [`${PARAGRAPHS[2]}\n\n${PARAGRAPHS[1]}`],
    });
    expect(modal()?.plain).toMatch(/Published/);
    const article = (await room.store.ingested.changedAfter(0)).map(({ article }) =>
      JSON.parse(article ?? "{}"),
    )[0];
    expect(article).toMatchObject({
      title: "Gallium for Korea",
      published: "2024-06",
      minerals: ["gallium"],
      countries: ["KR"],
      deals: [],
    });
    expect(article.facts.map((fact: { en: string }) => fact.en)).toEqual([
      PARAGRAPHS[2],
      PARAGRAPHS[1],
    ]);
    await room.close();
  });

  test("that has a newer figure can replace the older one, which is then shown with it only", async () => {
    const seeds = await loadSeedKnowledge();
    const forecast = report(
      "forecast",
      "Kazatomprom's uranium production in 2024 will be 25,500 tonnes.",
      {
        published: "2024-02-01",
        on: "2024",
        minerals: ["uranium"],
      },
    );
    const room = await openPreviewWorkspace({
      ingestAllow: [site.host],
      knowledge: { ...seeds, articles: [...seeds.articles, forecast] },
    });
    const { write, modal, fillIn } = personIn(room);
    await write(`add ${site.url("/2024/06/15/output")}`);
    expect(modal()?.plain).toMatch(/Does it replace an older figure\?[\s\S]*25,500 tonnes/);
    await fillIn({ replaces: ["forecast/first"] });
    const [answer] = await write("How much uranium will Kazatomprom produce in 2024?");
    expect(answer?.plain).toMatch(/22,500 tonnes[\s\S]*since replaced[\s\S]*25,500 tonnes/);
    // A correction that takes out another sentence leaves it so.
    room.workspace.views.close(READER);
    const [row] = await room.store.ingested.changedAfter(0);
    const [shown] = await write(`article ${row?.id}`);
    await room.workspace.press({ ts: shown?.ts ?? "", action: "correct-article" });
    await fillIn({ facts: ["Kazatomprom's uranium production in 2024 will be 22,500 tonnes."] });
    expect(modal()?.plain).toMatch(/Corrected/);
    const [again] = await write("How much uranium will Kazatomprom produce in 2024?");
    expect(again?.plain).toMatch(/22,500 tonnes[\s\S]*since replaced[\s\S]*25,500 tonnes/);
    await room.close();
  });

  test("is rejected with a reason, which the next one who asks is told", async () => {
    const { room, modal, fillIn, write, errors } = await scene();
    await write(`add ${site.url("/2024/06/14/gallium")}`);
    await fillIn({ verdict: ["reject"], reason: [""] });
    expect(errors()).toEqual({ reason: expect.stringContaining("why") });
    await fillIn({ verdict: ["reject"], reason: ["Copied from a press release"] });
    expect(modal()?.plain).toMatch(/Rejected/);
    const [answer] = await write(GALLIUM);
    expect(answer?.plain).toMatch(/Nothing in the base/);
    await write(`add ${site.url("/2024/06/14/gallium")}`);
    expect(modal()?.plain).toMatch(/Rejected on 17 Jun 2024: Copied from a press release/);
    await room.close();
  });

  test("that the base has is told with what it has", async () => {
    const { room, modal, fillIn, write } = await scene();
    await write(`add ${site.url("/2024/06/14/gallium")}`);
    await fillIn();
    await write(`add ${site.url("/2024/06/14/gallium?utm_source=mail")}`);
    expect(modal()?.plain).toMatch(/has this article already[\s\S]*Gallium goes to Japan/);
    await room.close();
  });

  test("is decided on once, whoever presses last", async () => {
    const { room, modal, write } = await scene();
    await write(`add ${site.url("/2024/06/14/gallium")}`);
    const [view] = [room.workspace.views.top(READER)];
    await room.workspace.views.submit(READER, { verdict: ["reject"], reason: ["no"] });
    expect(modal()?.plain).toMatch(/Rejected/);
    const again = {
      ...JSON.parse(view?.view.private_metadata ?? "{}"),
      form: {
        title: "x",
        published: "",
        minerals: "",
        partners: "",
        facts: PARAGRAPHS[0],
        verdict: "publish",
        reason: "",
      },
    };
    const person = {
      id: AIGERIM,
      workspace: room.app.workspace,
      isWorkspaceAdmin: false,
      language: null,
      timeZone: null,
    };
    expect(JSON.stringify(await room.product.adding.submit(again, person))).toMatch(
      /decided on this draft before/,
    );
    await room.close();
  });

  test.each([
    ["add", /not the address of a page/],
    ["add nonsense", /“nonsense” is not the address/],
    ["add ftp://example.org/1", /not the address/],
    ["add http://169.254.169.254/latest", /not on the public internet/],
    ["add http://127.0.0.1:1/", /not on the public internet/],
    ["ajouter rien", /n’est pas l’adresse/],
    ["добавить ничего", /не адрес страницы/],
  ])("“%s” is told what is wrong", async (text, expected) => {
    const { room, modal, write } = await scene();
    await write(text);
    expect(modal()?.plain).toMatch(expected);
    await room.close();
  });

  test("of something else is told why it is not added", async () => {
    const { room, modal, write } = await scene();
    await write(`add ${site.url("/rain")}`);
    expect(modal()?.plain).toMatch(/not about Kazakhstan’s minerals/);
    await write(`add ${site.url("/nowhere")}`);
    expect(modal()?.plain).toMatch(/no page at this address/);
    await room.close();
  });
});

describe("a published article", () => {
  async function published() {
    const opened = await scene();
    await opened.write(`add ${site.url("/2024/06/14/gallium")}`);
    await opened.fillIn();
    opened.room.workspace.views.close(READER);
    const [row] = await opened.room.store.ingested.changedAfter(0);
    const show = async () => {
      const [shown] = await opened.write(`article ${row?.id}`);
      return shown;
    };
    return { ...opened, id: row?.id ?? "", show };
  }

  test("is corrected, and answers as it stands then; each version is kept", async () => {
    const { room, modal, fillIn, write, press, show, id } = await published();
    const shown = await show();
    await press(shown?.ts ?? "", "correct-article");
    expect(modal()).toMatchObject({ title: "Correct an article" });
    expect(modal()?.plain).toMatch(/Version 1/);
    await fillIn({
      title: ["Gallium for Japan and Korea"],
      facts: [`${PARAGRAPHS[2]}\n${PARAGRAPHS[3]}`],
    });
    expect(modal()?.plain).toMatch(/Corrected[\s\S]*Gallium for Japan and Korea/);
    expect((await show())?.plain).toMatch(/Gallium for Japan and Korea[\s\S]*300 people/);
    const [gone] = await write(
      "When does Eurasian Resources Group start gallium production in Pavlodar?",
    );
    expect(gone?.plain).not.toContain(PARAGRAPHS[1]);
    expect(await room.store.ingested.versions(id)).toMatchObject([
      { version: 1, changedBy: READER },
      { version: 2, changedBy: READER },
    ]);
    await room.close();
  });

  test("is removed with a reason", async () => {
    const { room, modal, fillIn, write, press, show } = await published();
    await press((await show())?.ts ?? "", "correct-article");
    await fillIn({ verdict: ["reject"], reason: ["Withdrawn by the outlet"] });
    expect(modal()?.plain).toMatch(/Removed from the base/);
    const [answer] = await write(GALLIUM);
    expect(answer?.plain).toMatch(/Nothing in the base/);
    await room.close();
  });

  test("that somebody changed meanwhile stays as they left it", async () => {
    const { room, modal, fillIn, press, show } = await published();
    const shown = await show();
    await press(shown?.ts ?? "", "correct-article");
    await personIn(room, AIGERIM).press(shown?.ts ?? "", "correct-article");
    await personIn(room, AIGERIM).fillIn({ title: ["Hers"] });
    await fillIn({ title: ["Mine"] });
    expect(modal()?.plain).toMatch(/changed this article meanwhile/);
    expect((await show())?.plain).toMatch(/Hers/);
    await room.close();
  });
});

describe("elsewhere", () => {
  test("a mention or a direct message gets a button that opens the draft", async () => {
    const { room, modal, press } = await scene();
    const url = site.url("/2024/06/14/gallium");
    for (const [said, where] of [
      [`@kzminerals add <${url}>`, CHANNEL],
      [`add <${url}|${url}>`, DIRECT],
    ] as const) {
      const [answer] = await room.say(said, { channel: where });
      expect(answer?.plain).toMatch(/Open the draft/);
      await press(answer?.ts ?? "", "add-article");
      expect(modal()?.title).toBe("Add an article");
      room.workspace.views.close(READER);
    }
    await room.close();
  });

  test("the menu of a message adds the first address in it", async () => {
    const { room, modal } = await scene();
    const { ts } = await room.workspace.say({
      channel: CHANNEL,
      text: `look: <${site.url("/2024/06/14/gallium")}>, interesting`,
    });
    await room.workspace.shortcut({ ts, callback: "add_article" });
    expect(modal()?.plain).toMatch(/it is about Kazakhstan/);
    room.workspace.views.close(READER);
    const none = await room.workspace.say({ channel: CHANNEL, text: "no address here" });
    await room.workspace.shortcut({ ts: none.ts, callback: "add_article" });
    expect(modal()?.plain).toMatch(/not the address of a page/);
    await room.close();
  });

  test("where administrators are named, only they and the workspace's add", async () => {
    const { room } = await scene([AIGERIM]);
    const url = site.url("/2024/06/14/gallium");
    const [refused] = await personIn(room).write(`add ${url}`);
    expect(refused?.plain).toMatch(/Only administrators/);
    for (const user of [AIGERIM, CAMILLE]) {
      await personIn(room, user).write(`add ${url}`);
      expect(personIn(room, user).modal()).not.toBeNull();
    }
    await room.close();
  });
});
