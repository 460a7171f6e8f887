/** The bot's Home tab as people see it, and its buttons. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { viewFault } from "../../src/preview/block-limits.ts";
import { WORKSPACE } from "../../src/preview/directory.ts";
import { openPreviewWorkspace } from "../open-preview-workspace.ts";
import { plainOf } from "../plain-of.ts";
import { AIGERIM, CAMILLE, personIn, READER } from "./digest-scene.ts";

const DIRECTS: Record<string, string> = {
  [READER]: "D0KZMINERALS",
  [AIGERIM]: "D0AIGERIM",
  [CAMILLE]: "D0CAMILLE",
};

type Room = Awaited<ReturnType<typeof openPreviewWorkspace>>;
let room: Room;
beforeAll(async () => {
  room = await openPreviewWorkspace({
    knowledge: await loadKnowledge("knowledge"),
    at: "2025-11-10T09:00:00+05:00",
  });
});
afterAll(() => room.close());

/** What somebody's Home says, once they open it. */
async function homeOf(user: string, of: Room = room): Promise<string> {
  await of.workspace.open({ user, tab: "home" });
  return shownTo(user, of);
}

function shownTo(user: string, { workspace }: Room = room): string {
  const home = workspace.homes.of(user);
  return home ? plainOf({ text: "", blocks: home.view.blocks }) : "";
}

function valuesOf(user: string, { workspace }: Room = room): string[] {
  const blocks = workspace.homes.of(user)?.view.blocks ?? [];
  return blocks.flatMap((block) =>
    block.type === "actions"
      ? block.elements.flatMap((element) => ("value" in element ? (element.value ?? "") : ""))
      : [],
  );
}

describe.each([
  [
    READER,
    [
      /Kazakhstan critical minerals[\s\S]*151 articles · [\d,]+ facts · newest 12 Mar 2026/,
      /As of Mon,? 10 Nov, 05:00 Paris/,
      /Newest articles[\s\S]*read|Newest articles[\s\S]*Nov 2025/,
      /Deals this week[\s\S]*4\s–\s10 November 2025[\s\S]*signed/,
      /Digests[\s\S]*No channel of this workspace has a digest yet/,
    ],
  ],
  [
    AIGERIM,
    [
      /Критически важные минералы Казахстана[\s\S]*151 статья/,
      /10 нояб\., 09:00 Almaty/,
      /Последние статьи[\s\S]*нояб\. 2025/,
      /Сделки за неделю[\s\S]*подписан/,
      /Подписки на дайджест/,
    ],
  ],
  [
    CAMILLE,
    [
      /Minéraux critiques du Kazakhstan[\s\S]*151 articles · [\d\s]+ faits/,
      /Derniers articles[\s\S]*nov\. 2025/,
      /Accords de la semaine[\s\S]*signé/,
      /Abonnements/,
    ],
  ],
])("the Home of %s", (user, expected) => {
  test("is in their language, on their clocks", async () => {
    const home = await homeOf(user);
    for (const part of expected) expect(home).toMatch(part);
  });

  test("has questions that are answered in a direct message when they are pressed", async () => {
    await homeOf(user);
    const questions = valuesOf(user).filter((value) => value.endsWith("?"));
    expect(questions.length).toBeGreaterThan(1);
    for (const question of questions) {
      const press = { user, action: actionOf(user, question), value: question };
      const [answer, ...more] = await room.answersTo(() => room.workspace.pressInView(press));
      expect(more).toEqual([]);
      expect(answer).toMatchObject({ channel: DIRECTS[user], ephemeralTo: null, threadTs: null });
      expect(answer?.plain).toContain(question);
      expect(answer?.plain).toMatch(/\|(read the article|lire l'article|читать статью)>/);
      expect(JSON.stringify(answer?.blocks)).not.toContain('"action_id":"share"');
    }
  });

  test("has help, digest and register in their language", async () => {
    await homeOf(user);
    const words = valuesOf(user).filter((value) => value !== "" && !value.endsWith("?"));
    for (const value of words.slice(0, 3)) {
      const press = { user, action: actionOf(user, value), value };
      const [answer] = await room.answersTo(() => room.workspace.pressInView(press));
      expect(answer?.channel).toBe(DIRECTS[user]);
    }
    const table = room.workspace.messages.filter(
      ({ channel, blocks }) =>
        channel === DIRECTS[user] && blocks.some(({ type }) => type === "table"),
    );
    expect(table).toHaveLength(1);
  });
});

/** Buttons of one row have numbers behind their names. */
function actionOf(user: string, value: string): string {
  const blocks = room.workspace.homes.of(user)?.view.blocks ?? [];
  const buttons = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  const found = buttons.find((each) => each.type === "button" && each.value === value);
  return found && "action_id" in found ? (found.action_id ?? "") : "";
}

describe("digests on the Home", () => {
  test("one is set up from it, and it shows what was set up", async () => {
    const fresh = await openPreviewWorkspace();
    const person = personIn(fresh, CAMILLE);
    expect(await homeOf(CAMILLE, fresh)).toMatch(/Aucun canal de cet espace/);
    await fresh.workspace.pressInView({ user: CAMILLE, action: "home-subscribe" });
    expect(person.modal()?.title).toBe("S'abonner");
    await person.fillIn();
    expect(shownTo(CAMILLE, fresh)).toMatch(/message direct · Chaque lundi à 09:00/);
    fresh.workspace.views.close(CAMILLE);
    expect(await homeOf(READER, fresh)).toMatch(/No channel of this workspace has a digest yet/);
    await fresh.close();
  });

  test("what is stopped elsewhere is gone from it", async () => {
    const fresh = await openPreviewWorkspace();
    const person = personIn(fresh);
    await person.subscribe();
    expect(shownTo(READER, fresh)).toMatch(/Every Monday 09:00/);
    const { ts } = await person.digest();
    await person.press(ts, "digest-stop");
    expect(shownTo(READER, fresh)).toMatch(/No channel of this workspace has a digest yet/);
    await fresh.close();
  });

  test("of 200 the first are shown, theirs before others', and the rest is counted", async () => {
    const fresh = await openPreviewWorkspace();
    for (let at = 0; at < 200; at += 1)
      await fresh.product.subscribe({
        id: `s${at}`,
        workspace: WORKSPACE.team,
        channel: `C${at}`,
        owner: at >= 190 ? READER : AIGERIM,
        cron: "0 9 * * 1",
        timeZone: "Asia/Almaty",
        language: "en",
        filter: "uranium lithium titanium france korea japan germany since 2024",
        skippedDays: [],
        postsEmpty: true,
        pause: null,
      });
    const home = await homeOf(READER, fresh);
    expect(home).toMatch(/and 192 more: \/kzminerals subscriptions/);
    const view = fresh.workspace.homes.of(READER)?.view;
    expect(view && viewFault(view)).toBeNull();
    const channels = JSON.stringify(view).match(/"channel_id":"C\d+"/g) ?? [];
    expect(channels).toHaveLength(8);
    expect(channels.every((each) => /C19\d/.test(each))).toBe(true);
    await fresh.close();
  });
});

test("what somebody follows stands on it as soon as they follow it, and until they stop", async () => {
  const fresh = await openPreviewWorkspace();
  await fresh.slash("follow titanium france");
  expect(shownTo(READER, fresh)).toMatch(/Titanium · France · \d+ articles? today/);
  await fresh.say("unfollow titanium france", { channel: "D0KZMINERALS" });
  expect(shownTo(READER, fresh)).not.toMatch(/Titanium · France/);
  expect(shownTo(AIGERIM, fresh)).toBe("");
  await fresh.close();
});

test("a base without articles has a Home too", async () => {
  const whole = await loadKnowledge("knowledge");
  const empty = await openPreviewWorkspace({ knowledge: { ...whole, articles: [] } });
  expect(await homeOf(READER, empty)).toMatch(/0 articles[\s\S]*No article of a known day yet/);
  await empty.close();
});

test("a Home that Slack refuses stops nothing else", async () => {
  const refusing = await openPreviewWorkspace({
    fetch: (inner) => async (input, init) =>
      String(input).endsWith("views.publish")
        ? Response.json({ ok: false, error: "not_enabled" })
        : inner(input, init),
  });
  await refusing.workspace.open({ tab: "home" });
  const person = personIn(refusing);
  expect(await person.subscribe()).toMatch(/Saved/);
  await refusing.close();
});
