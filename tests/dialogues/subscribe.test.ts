import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHANNELS } from "../../src/preview/directory.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { AIGERIM, CAMILLE, personIn, READER, type Room } from "./digest-scene.ts";

const PUBLIC = "C0TRADE";
const PRIVATE = "C0NEGOTIATORS";
const ARCHIVED = "C0SUMMIT";

let room: Room;
beforeAll(async () => {
  const archived = { id: ARCHIVED, name: "summit-2023", kind: "public", hasBot: true } as const;
  room = await openPreviewWorkspace({ channels: [...CHANNELS, { ...archived, isArchived: true }] });
});
afterAll(() => room.close());

const rows = (channel = CHANNEL) => room.store.digest.subscriptionsOf("T0PREVIEW", channel);
async function forget(channel = CHANNEL): Promise<void> {
  for (const { id } of await rows(channel)) await room.store.digest.removeSubscription(id);
}

describe("the form", () => {
  test.each([
    ["subscribe", READER, "Subscribe", /Days[\s\S]*Monday[\s\S]*Time zone[\s\S]*Europe\/Paris/],
    ["s'abonner", READER, "S'abonner", /Jours[\s\S]*lundi[\s\S]*Fuseau horaire/],
    ["S’abonner", READER, "S'abonner", /Jours/],
    ["abonner", READER, "S'abonner", /Jours/],
    ["подписаться", READER, "Подписка", /Дни[\s\S]*понедельник[\s\S]*Часовой пояс/],
    ["подписка", READER, "Подписка", /Дни/],
    ["subscribe", AIGERIM, "Подписка", /Asia\/Almaty/],
    ["subscribe", CAMILLE, "S'abonner", /Europe\/Paris/],
  ])(
    "“%s” opens it in the language of the word or of the person: %s",
    async (word, user, title, has) => {
      const person = personIn(room, user);
      expect(await person.write(word)).toEqual([]);
      expect(person.modal()?.title).toBe(title);
      expect(person.modal()?.plain).toMatch(has);
    },
  );

  test("more words are a question", async () => {
    const [answer] = await room.slash("subscribe to lithium news");
    expect(answer?.plain).toMatch(/5 articles, newest 10 Jun 2024/);
  });

  test.each(["@kzminerals subscribe", "@kzminerals s'abonner"])(
    "a mention, which opens no form by itself, gets a button that does: %s",
    async (text) => {
      const [answer] = await room.say(text);
      expect(answer?.threadTs).not.toBeNull();
      const person = personIn(room);
      await person.press(answer?.ts ?? "", "digest-subscribe");
      expect(person.modal()?.plain).toMatch(/Monday/);
    },
  );

  test("a command that Slack no longer opens a form for gets the button too", async () => {
    const late = await openPreviewWorkspace({
      fetch: (inner) => async (input, init) => {
        if (String(input).endsWith("views.open")) late.workspace.expireTriggers();
        return inner(input, init);
      },
    });
    const [answer] = await late.slash("подписаться");
    expect(answer?.plain).toMatch(/Выберите дни[\s\S]*Подписаться…/);
    await late.close();
  });

  test("a Slack that does not say who asks opens it all the same", async () => {
    const silent = await openPreviewWorkspace({
      fetch: (inner) => async (input, init) => {
        if (/users\.info|conversations\.info/.test(String(input))) throw new TypeError("reset");
        return inner(input, init);
      },
    });
    const person = personIn(silent);
    for (const channel of [CHANNEL, DIRECT]) {
      await person.write("subscribe", channel);
      expect(person.modal()?.plain).toMatch(/Asia\/Almaty/);
      await person.fillIn();
      expect(person.modal()?.plain).toMatch(/^Saved/);
    }
    await silent.close();
  });

  test.each([
    ["", "Europe/Paris"],
    ["almaty", "Asia/Almaty"],
    ["алматы", "Asia/Almaty"],
    ["new york", "America/New_York"],
    ["нью-йорк", "America/New_York"],
    ["corée", "Asia/Seoul"],
    ["kyiv", "Europe/Kyiv"],
    ["kolkata", "Asia/Kolkata"],
    ["+5:30", "Asia/Calcutta"],
    ["UTC+9", "Asia/Seoul"],
    ["utc", "UTC"],
  ])("a time zone is found by “%s”", async (text, zone) => {
    const person = personIn(room);
    await person.write("subscribe");
    expect(await person.zones(text)).toContain(zone);
  });

  test("no more zones are offered than Slack takes, and none for nonsense", async () => {
    const person = personIn(room);
    await person.write("subscribe");
    expect((await person.zones("america")).length).toBe(100);
    expect(await person.zones("atlantis")).toEqual([]);
  });
});

describe("what is filled in", () => {
  test("is read back in words, on the digest's clocks and the reader's", async () => {
    const person = personIn(room);
    await person.write("subscribe");
    await person.zones("almaty");
    await person.fillIn({
      timeZone: ["Asia/Almaty"],
      filter: ["uranium lithium France since June 2023"],
    });
    expect(person.modal()?.plain).toMatch(
      /^Saved\.\nEvery Monday 09:00 Asia\/Almaty \(06:00 in Paris\)\. Next: 24 Jun\.\nEnglish · Uranium, lithium · France · since June 2023/,
    );
    expect(await rows()).toMatchObject([
      {
        channel: CHANNEL,
        owner: READER,
        cron: "0 9 * * 1",
        time_zone: "Asia/Almaty",
        language: "en",
        filter: "uranium lithium France since June 2023",
        posts_empty: 1,
        state: "active",
        next_at: "2024-06-24T04:00:00.000Z",
      },
    ]);
    await forget();
  });

  test.each([
    [
      { weekdays: ["1", "4"], time: ["18:30"] },
      /Every Monday and Thursday 18:30 Europe\/Paris\. Next: 17 Jun\./,
    ],
    [{ weekdays: ["1", "2", "3", "4", "5"] }, /Monday to Friday 09:00[\s\S]*Next: 17 Jun\./],
    [{ weekdays: ["1", "2", "3", "4", "5", "6", "7"] }, /Every day 09:00/],
    [{ cron: ["0  8 1 * *"] }, /At “0 8 1 \* \*” Europe\/Paris\. Next: 1 Jul, 08:00\./],
    [{ cron: ["0 9 29 2 *"] }, /Next: 29 Feb 2028, 09:00\./],
    [
      { skippedDays: ["2024-06-24, 2024-06-17"], postsEmpty: [] },
      /Days? off: 17 Jun, 24 Jun\. Next: 1 Jul\.\n.*only when something is new · 2 days off/,
    ],
    [{ language: ["ru"] }, /Russian · everything/],
    [{ filter: ["uranium signed visits"] }, /English · Uranium · signed · visits/],
  ])("%o", async (entered, expected) => {
    expect(await personIn(room).subscribe(entered)).toMatch(expected);
    await forget();
  });

  test.each([
    [
      "abonner",
      /Chaque lundi à 09:00, Europe\/Paris[\s\S]*Prochaine édition : 17 juin\.[\s\S]*Titane/,
    ],
    [
      "подписаться",
      /По понедельникам в 09:00, Europe\/Paris[\s\S]*Следующий выпуск: 17 июн\.\n[\s\S]*Титан/,
    ],
  ])("is read back in the language of the form: %s", async (word, expected) => {
    const person = personIn(room);
    await person.write(word);
    await person.fillIn({ filter: ["titanium"] });
    expect(person.modal()?.plain).toMatch(expected);
    await forget();
  });

  test.each([
    ["weekdays", { weekdays: [] }, /at least one day/],
    ["filter", { filter: ["lithium unobtainium Narnia"] }, /Not understood: unobtainium, Narnia/],
    ["filter", { filter: ["lithium in 2023"] }, /over/],
    ["filter", { filter: ["lithium ".repeat(40)] }, /320 characters|319 characters/],
    [
      "skippedDays",
      { skippedDays: ["2024-02-30 2024-12-25 soon"] },
      /No such day: 2024-02-30, soon/,
    ],
    ["skippedDays", { skippedDays: [manyDays()] }, /101 days are too many; at most 100/],
    ["cron", { cron: ["every monday"] }, /“every monday” is not understood/],
    ["cron", { cron: ["0 9 * * 1 2026"] }, /not understood/],
    ["cron", { cron: ["2027-01-01T09:00:00"] }, /not understood/],
    ["cron", { cron: ["0 9 * * 8"] }, /not understood/],
    ["cron", { cron: ["0 9 31 2 *"] }, /“0 9 31 2 \*” never fires/],
    ["cron", { cron: ["* * * * *"] }, /more than once a day; .* once a day is the limit/],
    ["cron", { cron: ["0 9,17 1 1 *"] }, /more than once a day/],
  ])(
    "is refused at its field, with the reason and the value: %s %o",
    async (field, entered, reason) => {
      const person = personIn(room);
      await person.write("subscribe");
      await person.fillIn(entered);
      expect(Object.keys(person.errors())).toEqual([field]);
      expect(person.errors()[field]).toMatch(reason);
      expect(await rows()).toEqual([]);
    },
  );

  test("faults of several fields are told together, in the language of the form", async () => {
    const person = personIn(room, CAMILLE);
    await person.write("subscribe");
    await person.fillIn({ weekdays: [], filter: ["licorne"], skippedDays: ["demain"] });
    expect(person.errors()).toEqual({
      weekdays: expect.stringContaining("au moins un jour"),
      filter: expect.stringContaining("Incompris : licorne"),
      skippedDays: expect.stringContaining("Jour inexistant : demain"),
    });
  });

  test("that Slack would never send is refused like any other", async () => {
    const person = personIn(room);
    await person.write("subscribe");
    const open = room.workspace.views.top(READER);
    const view = { ...open?.view, id: open?.id, private_metadata: open?.view.private_metadata };
    const element = { type: "static_select", selected_option: { value: "<!channel>" } };
    const values = { timeZone: { "time-zone": element }, language: { value: element } };
    await room.workspace.send({
      type: "view_submission",
      team: { id: "T0PREVIEW" },
      user: { id: READER },
      view: { ...view, state: { values } },
      trigger_id: "1",
    });
    expect(await rows()).toEqual([]);
  });
});

describe("one channel, several digests", () => {
  test("two that tell the same are refused, and the form stays as it was filled in", async () => {
    const person = personIn(room);
    await person.subscribe({ filter: ["titanium France"] });
    await person.write("subscribe");
    await person.fillIn({ filter: ["France, titane"], weekdays: ["5"] });
    expect(person.modal()?.plain).toMatch(/already has a digest[\s\S]*Every Monday[\s\S]*Days/);
    expect(JSON.stringify(room.workspace.views.top(READER)?.view.blocks)).toContain(
      "France, titane",
    );
    await person.fillIn({ filter: ["France, titane"], language: ["fr"] });
    expect(person.modal()?.plain).toMatch(/^Saved/);
    expect((await rows()).map(({ language }) => language).toSorted()).toEqual(["en", "fr"]);
    await forget();
  });

  test("no more than ten", async () => {
    const person = personIn(room);
    const minerals = ["lithium", "uranium", "titanium", "copper", "gold", "zinc", "tungsten"];
    const filters = [...minerals, "France", "Germany", "Japan", "China"];
    for (const filter of filters.slice(0, 10))
      expect(await person.subscribe({ filter: [filter] })).toMatch(/^Saved/);
    expect(await person.subscribe({ filter: [filters.at(-1) ?? ""] })).toMatch(/has 10 digests/);
    expect(await rows()).toHaveLength(10);
    const digest = await person.digest();
    expect(digest.plain).toMatch(/More digests here:/);
    await forget();
  });

  test("a form that is submitted twice makes one", async () => {
    const person = personIn(room);
    await person.write("subscribe");
    const open = room.workspace.views.top(READER);
    await person.fillIn({ filter: ["lithium"] });
    const submission = (trigger: string) => ({
      type: "view_submission",
      team: { id: "T0PREVIEW" },
      user: { id: READER },
      view: {
        ...open?.view,
        id: open?.id,
        state: { values: { filter: { value: { type: "plain_text_input", value: "lithium" } } } },
      },
      trigger_id: trigger,
    });
    await room.workspace.send(submission("twice"));
    await room.workspace.send(submission("twice"));
    await room.workspace.send(submission("thrice"));
    expect(await rows()).toHaveLength(1);
    await forget();
  });
});

describe("where it can be posted", () => {
  test("a public channel is joined when it is subscribed, and not before", async () => {
    const person = personIn(room);
    await person.write("subscribe", PUBLIC);
    expect(room.workspace.hasBot(PUBLIC)).toBe(false);
    await person.fillIn();
    expect(person.modal()?.plain).toMatch(/^Saved/);
    expect(room.workspace.hasBot(PUBLIC)).toBe(true);
  });

  test("a private one needs an invitation, which is explained", async () => {
    const person = personIn(room);
    const [answer] = await person.write("subscribe", PRIVATE);
    expect(answer?.plain).toMatch(/\/invite @kzminerals/);
    room.workspace.invite({ user: READER, channel: PRIVATE });
    expect(await person.subscribe({}, PRIVATE)).toMatch(/^Saved/);
  });

  test("an archived one is refused", async () => {
    const [answer] = await personIn(room, AIGERIM).write("subscribe", ARCHIVED);
    expect(answer?.plain).toMatch(/в архиве/);
  });

  test("one that was archived meanwhile is refused, and nothing is saved", async () => {
    let isArchived = false;
    const closing = await openPreviewWorkspace({
      fetch: (inner) => async (input, init) =>
        isArchived && String(input).endsWith("conversations.info")
          ? Response.json({ ok: true, channel: { id: CHANNEL, is_archived: true } })
          : inner(input, init),
    });
    const person = personIn(closing);
    await person.write("subscribe");
    isArchived = true;
    await person.fillIn();
    expect(person.modal()?.plain).toMatch(/archived[\s\S]*Days/);
    expect(await closing.store.digest.subscriptionsOf("T0PREVIEW", null)).toEqual([]);
    await closing.close();
  });

  test("one that cannot be joined is refused with Slack's reason", async () => {
    const strict = await openPreviewWorkspace({
      fetch: (inner) => async (input, init) =>
        String(input).endsWith("conversations.join")
          ? Response.json({ ok: false, error: "restricted_action" })
          : inner(input, init),
    });
    const person = personIn(strict);
    await person.write("subscribe", PUBLIC);
    await person.fillIn();
    expect(person.modal()?.plain).toMatch(/“restricted_action”[\s\S]*\/invite @kzminerals/);
    await strict.close();
  });

  test("a direct message with the bot is one's own digest; somebody else's is none", async () => {
    const person = personIn(room);
    expect(await person.subscribe({}, DIRECT)).toMatch(/^Saved/);
    const [answer] = await person.write("subscribe", "D0SOMEBODY");
    expect(answer?.plain).toMatch(/write to me directly/);
  });
});

function manyDays(): string {
  const first = Temporal.PlainDate.from("2025-01-01");
  return Array.from({ length: 101 }, (_, at) => first.add({ days: at }).toString()).join("\n");
}
