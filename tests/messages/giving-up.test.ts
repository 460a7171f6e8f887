import { expect, test } from "vitest";
import { z } from "zod";
import { plainSubscription, rowOf, type Subscription } from "../../src/digest/subscription.ts";
import { syncSubscription } from "../../src/digest/sync-subscription.ts";
import { createParked, type Verdict } from "../../src/messages/parked.ts";
import type { Poster } from "../../src/messages/posting.ts";
import { Message, plainText } from "../../src/messages/text.ts";
import type { NewOutboxRow } from "../../src/store/outbox-rows.ts";
import type { Store } from "../../src/store/store.ts";
import { outboxWith, processOver, row, START } from "./outbox-scene.ts";
import { type Happening, scriptedSlack } from "./scripted-slack.ts";

const SLOT = new Date(START).toISOString();
const LEAD = `digest:sub:${SLOT}`;
const OWNER = "U1";
const STRANGER = { workspace: "T1", isWorkspaceAdmin: false, language: null, timeZone: null };
const ADMINS = ["U8", "U9"];

test("a channel that Slack refuses for good is paused, and its owner told once what to do", async () => {
  const { store, sender, poster, calls, deliver } = await subscribed();
  await deliver([{ refusedFor: "is_archived" }]);
  expect(await store.digest.subscription("sub")).toMatchObject({
    state: "paused",
    pause_reason: "is_archived",
    paused_until: null,
  });
  expect(await store.digest.deliveries("sub", 1)).toMatchObject([
    { state: "skipped", reason: "is_archived" },
  ]);
  expect(await store.digest.told("sub")).toEqual([]);
  const notice = await store.outbox.find(`notice:paused:${LEAD}:${OWNER}`);
  expect(notice).toMatchObject({ channel: OWNER, state: "sent", subscription: null });
  expect(textOf(notice?.message)).toMatch(
    /paused the digest for #C1[\s\S]*archived[\s\S]*is_archived/,
  );
  await sender.sendDue(poster);
  expect(calls).toEqual([`post ${LEAD}`, `post notice:paused:${LEAD}:${OWNER}`]);
});

test("a digest that nobody owns is a matter of the administrators", async () => {
  const { store, deliver } = await subscribed({ owner: null });
  await deliver([{ refusedFor: "not_in_channel" }]);
  for (const admin of ADMINS)
    expect(await store.outbox.find(`notice:paused:${LEAD}:${admin}`)).toBeDefined();
});

test("a refusal of a single message pauses nothing, and its owner hears of it", async () => {
  const { store, deliver } = await subscribed();
  await deliver([{ refusedFor: "msg_too_long" }]);
  expect(await store.digest.subscription("sub")).toMatchObject({ state: "active" });
  expect(await store.outbox.find(`notice:refused:${LEAD}:${OWNER}`)).toBeDefined();
  expect(await store.digest.untoldFrom("sub", new Date(START + 1))).toBe("2026-06-01");
});

test("a channel that was changed meanwhile is not paused for the old one", async () => {
  const { store, sender, poster, slack, subscription } = await subscribed();
  slack({ refusedFor: "is_archived" });
  const moving: Poster = {
    ...poster,
    post: async (posting) => {
      const moved = { ...subscription, channel: "C2" };
      await syncSubscription({ store, subscription: moved, now: new Date(START) });
      return poster.post(posting);
    },
  };
  await sender.sendDue(moving);
  expect(await store.outbox.find(LEAD)).toMatchObject({ state: "refused", error: "is_archived" });
  expect(await store.digest.subscription("sub")).toMatchObject({ state: "active", channel: "C2" });
});

test("where not even the owner can be told, nothing is tried for ever", async () => {
  const { store, sender, clock, poster, calls, deliver } = await subscribed();
  await deliver([{ refusedFor: "token_revoked" }, { refusedFor: "token_revoked" }]);
  clock.forward(60 * 60 * 1000);
  await sender.sendDue(poster);
  expect(calls).toHaveLength(2);
  expect(await store.outbox.counts(clock.now())).toEqual({
    waiting: 0,
    sent: 0,
    refused: 3,
    uncertain: 0,
    oldestDue: null,
  });
});

test("an edition that Slack could not take for two days is skipped, and told by the next", async () => {
  const { store, clock, deliver } = await subscribed();
  clock.forward(48 * 60 * 60 * 1000 + 1);
  await deliver([]);
  expect(await store.digest.deliveries("sub", 1)).toMatchObject([
    { state: "skipped", reason: "too-late" },
  ]);
});

test.each([
  ["en", /Reason: it could not go out in time/],
  ["fr", /Raison\s: l’envoi n’a pas pu se faire à temps/],
  ["ru", /Причина: отправить вовремя не удалось/],
] as const)("a reason of ours is told in the reader's language: %s", async (language, expected) => {
  const { store, clock, deliver } = await subscribed({ language });
  clock.forward(48 * 60 * 60 * 1000 + 1);
  await deliver([]);
  const notice = await store.outbox.find(`notice:refused:${LEAD}:${OWNER}`);
  expect(textOf(notice?.message)).toMatch(expected);
});

test("a message that cannot be verified is parked, and its owner told once, with two buttons", async () => {
  const { store, sender, clock, poster, calls, park } = await subscribed();
  await park();
  const id = `notice:parked:${LEAD}:${SLOT}:${OWNER}`;
  const notice = Message.parse(JSON.parse((await store.outbox.find(id))?.message ?? ""));
  expect(plainText(notice.paragraphs)).toMatch(/cannot tell whether[\s\S]*#C1[\s\S]*09:00 Almaty/);
  expect(notice.buttons?.map(({ label }) => label)).toEqual(["It is there", "Send again"]);
  clock.forward(60 * 60 * 1000);
  await sender.sendDue(poster);
  expect(calls.filter((call) => call === `post ${id}`)).toHaveLength(1);
  expect(calls.filter((call) => call === `post ${LEAD}`)).toHaveLength(1);
});

test("“It is there” goes on with the thread when the message can be found by now", async () => {
  const { store, sender, poster, posted, park, settle, setReading } = await subscribed();
  await park();
  setReading("possible");
  expect(await settle("there")).toBe("recorded");
  await sender.sendDue(poster);
  expect(posted.filter(({ channel }) => channel === "C1").map(({ id }) => id)).toEqual([
    LEAD,
    `${LEAD}:1`,
  ]);
  expect(await settle("again")).toBe("settled-before");
  expect(await store.outbox.find(LEAD)).toMatchObject({ state: "sent", ts: "1.0" });
});

test("“It is there” ends the thread when the message still cannot be found", async () => {
  const { store, sender, poster, calls, park, settle } = await subscribed();
  await park();
  expect(await settle("there")).toBe("thread-ended");
  await sender.sendDue(poster);
  expect(await store.outbox.find(LEAD)).toMatchObject({ state: "sent", ts: null });
  expect(await store.outbox.find(`${LEAD}:1`)).toMatchObject({ state: "refused" });
  expect(calls).not.toContain(`post ${LEAD}:1`);
});

test("“Send again” is a fresh attempt, with its thread", async () => {
  const { store, sender, poster, calls, park, settle } = await subscribed();
  await park();
  expect(await settle("again")).toBe("sent-again");
  await sender.sendDue(poster);
  expect(await store.outbox.find(LEAD)).toMatchObject({ state: "sent" });
  expect(await store.outbox.find(`${LEAD}:1`)).toMatchObject({ state: "sent" });
  expect(calls.filter((call) => call === `post ${LEAD}`)).toHaveLength(2);
});

test.each<Verdict>(["there", "again"])(
  "a thread goes on when “%s” is said days later",
  async (verdict) => {
    const { store, sender, clock, poster, park, settle, setReading } = await subscribed();
    await park();
    setReading("possible");
    clock.forward(3 * 24 * 60 * 60 * 1000);
    await settle(verdict);
    await sender.sendDue(poster);
    expect(await store.outbox.find(LEAD)).toMatchObject({ state: "sent" });
    expect(await store.outbox.find(`${LEAD}:1`)).toMatchObject({ state: "sent" });
  },
);

test.each([
  ["its owner", OWNER, "sent-again"],
  ["an administrator", "U9", "sent-again"],
  ["anybody else", "U5", "not-allowed"],
])("%s may decide on a parked message: %s is told %s", async (_, user, settlement) => {
  const { park, settle } = await subscribed();
  await park();
  expect(await settle("again", user)).toBe(settlement);
});

test("a share that cannot be verified is nobody's to decide", async () => {
  const { store, sender, poster, clock, setReading, slack } = await subscribed();
  await store.outbox.add([row("share")]);
  slack("lost after it was posted");
  setReading("unreadable");
  await sender.send("share", poster);
  clock.forward(5_000);
  expect(await sender.send("share", poster)).toEqual({ kind: "uncertain" });
  expect(await store.outbox.counts(clock.now())).toMatchObject({ waiting: 2, uncertain: 1 });
});

test("of a digest that was stopped nothing more is posted, and nothing is left", async () => {
  const { store, sender, clock, poster, posted, deliver } = await subscribed();
  await store.digest.removeSubscription("sub");
  await deliver([]);
  expect(posted).toEqual([]);
  expect(await store.outbox.counts(clock.now())).toMatchObject({ waiting: 0, refused: 2 });
  expect(await store.digest.deliveries("sub", 1)).toEqual([]);
  expect(await store.digest.told("sub")).toEqual([]);
  await store.outbox.add([row("of another digest", { subscription: "other" })]);
  await sender.sendDue(poster);
  expect(posted.map(({ id }) => id)).toEqual(["of another digest"]);
});

test("a message that is about to go out when its digest is stopped stays", async () => {
  const { store, clock, posted, poster } = await subscribed();
  const stopping: Store = {
    ...store,
    outbox: {
      ...store.outbox,
      markUnclear: async (attempt) => {
        await store.digest.removeSubscription("sub");
        return store.outbox.markUnclear(attempt);
      },
    },
  };
  await processOver(stopping, clock).sendDue(poster);
  expect(posted).toEqual([]);
});

test.each<[Happening, string]>([
  ["lost before it was posted", "refused"],
  ["lost after it was posted", "sent"],
])("a lead that was %s is looked for after the stop, and is %s", async (happening, state) => {
  const { store, sender, clock, poster, calls, deliver } = await subscribed();
  await deliver([happening]);
  await store.digest.removeSubscription("sub");
  for (let minutes = 0; minutes < 3; minutes += 1) {
    clock.forward(60_000);
    await sender.sendDue(poster);
  }
  expect(calls.filter((call) => call.startsWith("post"))).toEqual([`post ${LEAD}`]);
  expect(await store.outbox.find(LEAD)).toMatchObject({ state });
});

test("a parked message of a digest that was stopped is nobody's to settle any more", async () => {
  const { store, clock, park, settle } = await subscribed();
  await park();
  await store.digest.removeSubscription("sub");
  expect(await settle("again")).toBe("settled-before");
  expect(await store.outbox.counts(clock.now())).toMatchObject({ waiting: 0, uncertain: 0 });
});

/** A subscription whose edition, a lead and a reply, is due now. */
async function subscribed(fields: Partial<Subscription> = {}) {
  const subscription: Subscription = {
    ...plainSubscription({ cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "en" }),
    id: "sub",
    workspace: "T1",
    channel: "C1",
    owner: OWNER,
    ...fields,
  };
  const { store, clock } = await outboxWith();
  await store.digest.addSubscription(rowOf(subscription, new Date(START)));
  const stored = await store.digest.subscription("sub");
  if (!stored) throw new Error("The subscription was not saved.");
  await store.digest.recordSlot({
    subscription: stored,
    slot: new Date(START),
    skipped: null,
    window: { from: "2026-06-01", to: "2026-06-08" },
    messages: ["lead", "reply"].map((text) => row(text).message),
    articles: ["one"],
    now: new Date(START),
    expiresAt: new Date(START + 48 * 60 * 60 * 1000),
    after: null,
    next: null,
    endsPause: false,
  });
  const sender = processOver(store, clock, { adminUsers: ADMINS });
  const settleParked = createParked({ store, now: clock.now, adminUsers: ADMINS });
  const slack = scriptedSlack();
  const deliver = async (script: readonly Happening[]) => {
    slack.script(...script);
    await sender.sendDue(slack.poster);
  };
  return {
    store,
    clock,
    sender,
    subscription,
    deliver,
    poster: slack.poster,
    calls: slack.calls,
    posted: slack.posted,
    setReading: slack.setReading,
    slack: slack.script,
    /** The lead's response is lost, and the history cannot be read. */
    park: async () => {
      slack.setReading("unreadable");
      await deliver(["lost after it was posted"]);
      clock.forward(5_000);
      await sender.sendDue(slack.poster);
      expect(await store.outbox.find(LEAD)).toMatchObject({ state: "uncertain" });
    },
    settle: (verdict: Verdict, id = OWNER) => {
      const person = { ...STRANGER, id };
      return settleParked({ id: LEAD, verdict, person, poster: slack.poster });
    },
  };
}

function textOf(message: NewOutboxRow["message"] | undefined): string {
  const { paragraphs } = Message.parse(JSON.parse(z.string().parse(message)));
  return plainText(paragraphs);
}
