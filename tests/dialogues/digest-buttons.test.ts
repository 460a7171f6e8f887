import { beforeEach, describe, expect, test } from "vitest";
import { plainSubscription } from "../../src/digest/subscription.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { AIGERIM, CAMILLE, personIn, READER, type Room } from "./digest-scene.ts";

const TEAM = "T0PREVIEW";
/** A Wednesday; the digest of the seed articles' week in June is due on Mondays. */
const AT = "2024-06-12T12:00:00+05:00";
const DIGEST = {
  ...plainSubscription({ cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" }),
};

let room: Room;
beforeEach(async () => {
  room = await openPreviewWorkspace({ at: AT, adminUsers: ["U0BOSS"] });
  return () => room.close();
});

const owned = () =>
  room.product.subscribe({
    ...DIGEST,
    id: "own",
    workspace: TEAM,
    channel: CHANNEL,
    owner: READER,
  });
const fromEnvironment = () =>
  room.product.subscribe({ ...DIGEST, id: "env", workspace: TEAM, channel: CHANNEL });
const stored = (id = "own") => room.store.digest.subscription(id);
const sendDue = () => room.answersTo(() => room.product.outbox.sendDue(room.app.poster));
async function passTo(time: string): Promise<void> {
  room.clock.set(new Date(time));
  await room.product.planDigests(room.app.permalink);
}

describe("the digest of a channel", () => {
  test("without one, it is the usual edition with a button that subscribes", async () => {
    const { plain, ts } = await personIn(room).digest();
    expect(plain).toMatch(/10\s–\s11 June 2024[\s\S]*No digest is set up here[\s\S]*Subscribe…/);
    await personIn(room).press(ts, "digest-subscribe");
    expect(personIn(room).modal()?.title).toBe("Subscribe");
  });

  test("tells schedule, last and next run, owner, and what can be done", async () => {
    await owned();
    const before = await personIn(room).digest();
    expect(before.ephemeralTo).toBe(READER);
    expect(before.plain).toMatch(
      /Update: France[\s\S]*Every Monday 09:00 Asia\/Almaty \(06:00 in Paris\)\. Next: 17 Jun\.\nEnglish · everything · set up by <@U0READER>\nNothing was posted yet\.\nSend nowPause until…Change…Stop…/,
    );
    await passTo("2024-06-17T09:00:00+05:00");
    expect((await personIn(room).digest()).plain).toMatch(
      /Last: Mon 17 Jun, 09:00 Almaty, on its way\./,
    );
    await sendDue();
    expect((await personIn(room).digest()).plain).toMatch(
      /Next: 24 Jun\.[\s\S]*Last: Mon 17 Jun, 09:00 Almaty, posted\./,
    );
  });

  test("tells what was late, skipped and why", async () => {
    await owned();
    await passTo("2024-06-17T15:00:00+05:00");
    await sendDue();
    expect((await personIn(room).digest()).plain).toMatch(
      /Last: due Mon 17 Jun, 09:00 Almaty, posted late: Mon 17 Jun, 15:00 Almaty\./,
    );
    await passTo("2024-06-27T09:00:00+05:00");
    expect((await personIn(room, AIGERIM).digest()).plain).toMatch(
      /Последний выпуск: пн, 24 июн\.,? 09:00 Almaty, пропущен: опоздание больше 48 часов\./,
    );
  });

  test.each([
    ["unsubscribe", "Stop…"],
    ["se désabonner", "Arrêter…"],
    ["отписаться", "Остановить…"],
  ])("“%s” shows it, with the button that ends it", async (word, button) => {
    await owned();
    const [answer] = await personIn(room).write(word);
    expect(answer?.plain).toContain(button);
  });

  test("is told in the reader's language, the edition in its own", async () => {
    await owned();
    expect((await personIn(room, CAMILLE).digest()).plain).toMatch(
      /Kazakhstan critical minerals[\s\S]*Chaque lundi à 09:00, Asia\/Almaty \(06:00 à Paris\)\. Prochaine édition : 17 juin\./,
    );
  });

  test("by mention stands in the thread, with buttons that answer the presser alone", async () => {
    await owned();
    const [answer] = await room.say("@kzminerals digest");
    expect(answer).toMatchObject({ ephemeralTo: null, plain: expect.stringMatching(/Send now/) });
    const [told, ...more] = await personIn(room, AIGERIM).press(answer?.ts ?? "", "digest-stop");
    expect(more).toEqual([]);
    expect(told).toMatchObject({ ephemeralTo: AIGERIM });
    expect(room.workspace.messages.map(({ ts }) => ts)).toContain(answer?.ts);
  });
});

describe("Send now", () => {
  test("posts what is new since the last edition, and the next run goes on from there", async () => {
    await owned();
    const person = personIn(room);
    const { ts } = await person.digest();
    const [lead, told, ...more] = await person.press(ts, "digest-send");
    expect(more).toEqual([]);
    expect(lead).toMatchObject({ channel: CHANNEL, ephemeralTo: null });
    expect(lead?.plain).toMatch(/10\s–\s11 June 2024 — 1 update, 1 deal/);
    expect(told).toMatchObject({ ephemeralTo: READER });
    expect(told?.plain).toMatch(
      /^Sent\.\nEvery Monday[\s\S]*Next: 17 Jun[\s\S]*Last: Wed 12 Jun, 12:00 Almaty, posted/,
    );
    const thread = await sendDue();
    expect(thread.length).toBeGreaterThan(0);
    expect(new Set(thread.map(({ threadTs }) => threadTs))).toEqual(new Set([lead?.ts]));

    await passTo("2024-06-17T09:00:00+05:00");
    const [next] = await sendDue();
    expect(next?.plain).toMatch(/12\s–\s16 June 2024 — No news this time/);
  });

  test("pressed twice, by two people at once, or after a crash, it posts once", async () => {
    await owned();
    const [owner, admin] = [personIn(room), personIn(room, CAMILLE)];
    const presses = await Promise.all([
      owner.digest().then(({ ts }) => owner.press(ts, "digest-send")),
      admin.digest().then(({ ts }) => admin.press(ts, "digest-send")),
    ]);
    // Whichever press ends first may see what the other posts, or not.
    const posted = presses.flat().filter(({ ephemeralTo }) => ephemeralTo === null);
    expect(new Set(posted.map(({ ts }) => ts)).size).toBe(1);
    expect(leads()).toHaveLength(1);
    const { ts } = await owner.digest();
    const [told, ...more] = await owner.press(ts, "digest-send");
    expect(more).toEqual([]);
    expect(told?.plain).toMatch(/Nothing is new since the last edition/);
    expect(leads()).toHaveLength(1);
  });

  test("an edition that Slack refused is told with Slack's reason, and can be sent again", async () => {
    let isRefused = true;
    const refusing = await openPreviewWorkspace({
      at: AT,
      fetch: (inner) => async (input, init) =>
        isRefused && String(input).endsWith("chat.postMessage")
          ? Response.json({ ok: false, error: "msg_too_long" })
          : inner(input, init),
    });
    await refusing.product.subscribe({
      ...DIGEST,
      id: "own",
      workspace: TEAM,
      channel: CHANNEL,
      owner: READER,
    });
    const person = personIn(refusing);
    const first = await person.digest();
    const [told] = await person.press(first.ts, "digest-send");
    expect(told?.plain).toMatch(/^It was not posted: Slack says “msg_too_long”/);
    isRefused = false;
    refusing.clock.set(new Date("2024-06-12T12:01:00+05:00"));
    const second = await person.digest();
    const [lead] = await person.press(second.ts, "digest-send");
    expect(lead).toMatchObject({ ephemeralTo: null, channel: CHANNEL });
    await refusing.close();
  });
});

/** The first messages of editions. */
function leads() {
  return room.workspace.messages.filter(
    ({ ephemeralTo, threadTs, metadata }) =>
      ephemeralTo === null && threadTs === null && metadata !== null,
  );
}

describe("pausing", () => {
  test("until a day: runs before it are not posted, and it goes on by itself", async () => {
    await owned();
    const person = personIn(room);
    const { ts } = await person.digest();
    await person.press(ts, "digest-pause");
    expect(person.modal()?.title).toBe("Pause the digest");
    const told = await room.answersTo(() => person.fillIn({ until: ["2024-06-20"] }));
    expect(person.modal()?.plain).toMatch(/Paused until 20 Jun\. Next: 24 Jun\./);
    expect(told).toHaveLength(1);
    expect(told[0]?.plain).toMatch(/Paused until 20 Jun[\s\S]*Resume/);
    expect(told[0]?.ts).toBe(ts);

    await passTo("2024-06-17T09:00:00+05:00");
    expect(await sendDue()).toEqual([]);
    await passTo("2024-06-24T09:00:00+05:00");
    const [lead] = await sendDue();
    expect(lead?.plain).toMatch(/10\s–\s23 June 2024/);
    expect((await person.digest()).plain).not.toMatch(/Paused/);
  });

  test("without a day, until somebody resumes it", async () => {
    await owned();
    const person = personIn(room);
    await person.press((await person.digest()).ts, "digest-pause");
    await person.fillIn();
    expect(person.modal()?.plain).toMatch(/Paused until somebody resumes it\./);
    await passTo("2024-06-17T09:00:00+05:00");
    expect(await sendDue()).toEqual([]);
    const paused = await person.digest();
    expect(paused.plain).toMatch(/Resume/);
    const [told] = await person.press(paused.ts, "digest-resume");
    expect(told?.plain).toMatch(
      /^It goes on\.\nEvery Monday[\s\S]*Next: 24 Jun\.[\s\S]*Pause until…/,
    );
    expect(await stored()).toMatchObject({ state: "active", pause_reason: null });
  });

  test("a day that is not ahead is refused at its field", async () => {
    await owned();
    const person = personIn(room);
    await person.press((await person.digest()).ts, "digest-pause");
    await person.fillIn({ until: ["2024-06-12"] });
    expect(person.errors()).toEqual({ until: "2024-06-12 is not ahead. Choose a later day." });
    expect(await stored()).toMatchObject({ state: "active" });
  });
});

describe("changing", () => {
  test("opens the form as it stands, and saves what is changed", async () => {
    await owned();
    const person = personIn(room);
    const { ts } = await person.digest();
    await person.press(ts, "digest-change");
    expect(person.modal()).toMatchObject({
      title: "Change the digest",
      plain: expect.stringMatching(/Asia\/Almaty/),
    });
    const told = await room.answersTo(() =>
      person.fillIn({ weekdays: ["5"], filter: ["titanium"] }),
    );
    expect(told[0]?.plain).toMatch(/^Saved\.\nEvery Friday 09:00 Asia\/Almaty/);
    expect(await stored()).toMatchObject({
      cron: "0 9 * * 5",
      filter: "titanium",
      owner: READER,
      next_at: "2024-06-14T04:00:00.000Z",
    });
  });

  test("an administrator who changes it does not become its owner", async () => {
    await owned();
    const admin = personIn(room, CAMILLE);
    await admin.press((await admin.digest()).ts, "digest-change");
    await admin.fillIn({ language: ["fr"] });
    expect(await stored()).toMatchObject({ language: "fr", owner: READER });
  });

  test("the environment's digest keeps what the environment says", async () => {
    await fromEnvironment();
    const admin = personIn(room, CAMILLE);
    const { ts, plain } = await admin.digest();
    expect(plain).toMatch(/défini par les réglages du programme/);
    await admin.press(ts, "digest-change");
    expect(admin.modal()?.plain).not.toMatch(/Fuseau|cron/);
    await admin.fillIn({ filter: ["titane"], postsEmpty: [] });
    expect(await stored("env")).toMatchObject({
      cron: "0 9 * * 1",
      time_zone: "Asia/Almaty",
      language: "en",
      filter: "titane",
      posts_empty: 0,
      owner: null,
    });
    const [told] = await admin.press((await admin.digest()).ts, "digest-stop");
    expect(told?.plain).toMatch(/DIGEST_CHANNEL/);
    expect(await stored("env")).toBeDefined();
  });
});

describe("stopping", () => {
  test("asks first, ends it, and a second press says that it is gone", async () => {
    await owned();
    const person = personIn(room);
    const digest = await person.digest();
    expect(JSON.stringify(digest.blocks)).toMatch(/"confirm":\{"title":\{[^}]*Stop this digest\?/);
    const again = await person.digest();
    const [told] = await person.press(digest.ts, "digest-stop");
    expect(told?.plain).toMatch(/^Stopped\./);
    expect(await stored()).toBeUndefined();
    for (const action of ["digest-stop", "digest-send", "digest-pause", "digest-change"]) {
      const [gone] = await person.press(again.ts, action);
      expect(gone?.plain).toBe("This digest does not exist any more.");
    }
    expect(person.modal()).toBeNull();
  });
});

describe("who may", () => {
  test.each(["digest-send", "digest-pause", "digest-change", "digest-stop"])(
    "anyone else is told whose it is: %s",
    async (action) => {
      await owned();
      const other = personIn(room, AIGERIM);
      const [told, ...more] = await other.press((await other.digest()).ts, action);
      expect(more).toEqual([]);
      expect(told?.plain).toMatch(/только её владелец, [\s\S]*или администратор/);
      expect(JSON.stringify(told?.blocks)).toContain('"user_id":"U0READER"');
      expect(other.modal()).toBeNull();
      expect(await stored()).toMatchObject({ state: "active", cron: "0 9 * * 1" });
      expect(leads()).toEqual([]);
    },
  );

  test("a form that was opened with the right to change is refused without it", async () => {
    await owned();
    const person = personIn(room);
    await person.press((await person.digest()).ts, "digest-change");
    await room.product.subscribe({
      ...DIGEST,
      id: "own",
      workspace: TEAM,
      channel: CHANNEL,
      owner: AIGERIM,
    });
    await person.fillIn({ filter: ["titanium"] });
    expect(person.modal()?.plain).toMatch(/Only its owner/);
    expect(await stored()).toMatchObject({ filter: "" });
  });

  test("nothing of another workspace is seen or changed, whatever a button says", async () => {
    await room.product.subscribe({
      ...DIGEST,
      id: "theirs",
      workspace: "T2OTHER",
      channel: CHANNEL,
      owner: READER,
    });
    const person = personIn(room, CAMILLE);
    expect((await person.digest()).plain).toMatch(/Aucun abonnement ici/);
    const [list] = await person.write("subscriptions");
    expect(list?.plain).toMatch(/Aucun canal/);
    for (const action of ["show", "send", "pause", "resume", "change", "stop"])
      for (const value of ["theirs", "unknown", "", "x".repeat(2_000)]) {
        const told = await room.answersTo(() =>
          room.workspace.send(forged(`digest-${action}`, value)),
        );
        expect(told.map(({ plain }) => plain)).toEqual(["Cet abonnement n'existe plus."]);
      }
    expect(person.modal()).toBeNull();
    expect(await stored("theirs")).toMatchObject({ state: "active" });
  });

  /** A press of a button that no message of ours has. */
  function forged(action: string, value: string) {
    return {
      type: "block_actions",
      team: { id: TEAM },
      user: { id: CAMILLE, team_id: TEAM },
      channel: { id: CHANNEL, name: "x" },
      container: { type: "message", message_ts: "1.1", channel_id: CHANNEL, is_ephemeral: true },
      trigger_id: `${action}${value}`,
      response_url: room.workspace.newResponseUrl({ channel: CHANNEL, user: CAMILLE, ts: null }),
      actions: [{ type: "button", action_id: action, block_id: "x", value, action_ts: "1.1" }],
    };
  }
});

describe("the list of a workspace", () => {
  test("has every digest with its channel, schedule, state and owner, but not those of others' direct messages", async () => {
    await owned();
    await room.product.subscribe({
      ...DIGEST,
      id: "second",
      workspace: TEAM,
      channel: "C0DESK",
      owner: AIGERIM,
      language: "fr",
      filter: "uranium",
      pause: { reason: "asked", until: null },
    });
    await room.product.subscribe({
      ...DIGEST,
      id: "direct",
      workspace: TEAM,
      channel: DIRECT,
      owner: READER,
    });
    const [mine] = await personIn(room).write("subscriptions");
    expect(mine?.plain).toMatch(/^3 digests in this workspace/);
    expect(JSON.stringify(mine?.blocks)).toMatch(
      /"channel_id":"C0DESK"[\s\S]*"channel_id":"C0MINERALS"/,
    );
    expect(mine?.plain).toMatch(/Paused until somebody resumes it\. French · Uranium · set up by/);
    expect(mine?.plain).toMatch(/direct message: Every Monday/);
    const [theirs] = await personIn(room, AIGERIM).write("подписки");
    expect(theirs?.plain).toMatch(/^2 подписки[\s\S]*и ещё 1 в чужих личных сообщениях/);

    const [shown] = await personIn(room).press(mine?.ts ?? "", "digest-show:1");
    expect(shown?.plain).toMatch(/Kazakhstan critical minerals|Minéraux critiques/);
    expect(shown?.plain).toMatch(/Send now/);
  });

  test("says so when there is none", async () => {
    const [answer] = await personIn(room, CAMILLE).write("abonnements");
    expect(answer?.plain).toMatch(/n'est encore abonné[\s\S]*S'abonner…/);
  });
});
