/** The weekly digest of the environment, through the real program and a Slack in trouble. */
import { describe, expect } from "vitest";
import { z } from "zod";
import { CHANNEL, PERSON, press, WORKSPACE } from "../../scripts/stand-in/deliveries.ts";
import type { Program } from "../../scripts/stand-in/program.ts";
import type { Trouble } from "../../scripts/stand-in/slack-stand-in.ts";
import { plainSubscription, rowOf } from "../../src/digest/subscription.ts";
import { openStore } from "../../src/store/store.ts";
import { type Scene, test } from "./scene.ts";

/** Leap days: far away, and every dated article became news since the last one's. */
const DIGEST = { DIGEST_CHANNEL: CHANNEL, DIGEST_CRON: "0 9 29 2 *", ADMIN_USERS: PERSON };
const LONG_AGO = "2026-01-01T00:00:00.000Z";
/** Without the bot's message, and with more behind it. */
const ANOTHER_PAGE = {
  ok: true,
  messages: [{ type: "message", user: PERSON, text: "hello", ts: "4102444800.000001" }],
  has_more: true,
  response_metadata: { next_cursor: "more" },
};
const LOST: Trouble = { kind: "lost response" };

test.concurrent("a missed edition is made up once, with its thread", async ({ openScene }) => {
  const scene = await openScene("http");
  const { slack, start } = scene;
  const late = await startLate(scene);
  await allSent(scene);
  await late.end("SIGTERM");
  const [lead, ...thread] = slack.posts();
  expect(lead?.text).toMatch(/Kazakhstan[\s\S]*Delayed: this edition was due/);
  expect(lead).not.toHaveProperty("thread_ts");
  expect(thread.length).toBeGreaterThan(0);
  for (const reply of thread) expect(reply.thread_ts).toBe(lead?.ts);

  const again = await start(DIGEST);
  await again.end("SIGTERM");
  expect(slack.posts()).toHaveLength(1 + thread.length);
});

describe.concurrent("a lead goes out once, and its thread follows,", () => {
  test.for<[string, Trouble]>([
    ["whose response was lost", LOST],
    ["that was posted before Slack failed", { kind: "failure afterwards", status: 500 }],
    [
      "that was posted before an answer that is no JSON",
      { kind: "failure afterwards", status: 200, body: "<html>" },
    ],
    ["that Slack failed to post", { kind: "status", status: 503 }],
    ["after which Slack speaks of an error of its own", { kind: "error", error: "fatal_error" }],
    ["whose connection dropped before it was posted", { kind: "reset" }],
    ["that came too fast for Slack", { kind: "rate limit", seconds: 1 }],
  ])("%s", async ([, trouble], { openScene }) => {
    const scene = await openScene("http");
    scene.slack.trouble("chat.postMessage", trouble);
    await startLate(scene);
    await scene.slack.until("the attempt", () => scene.slack.callsOf("chat.postMessage")[0]);
    await hurry(scene);
    await expectOneEdition(scene);
  });

  test.for<[string, Trouble]>([
    ["is limited", { kind: "rate limit", seconds: 1 }],
    ["lags", { kind: "answer", body: { ok: true, messages: [], has_more: false } }],
    ["comes in pages", { kind: "answer", body: ANOTHER_PAGE }],
    ["is closed to who is not in the channel", { kind: "error", error: "not_in_channel" }],
  ])("where the history in which it is looked for %s", async ([, trouble], { openScene }) => {
    const scene = await openScene("http");
    scene.slack.trouble("chat.postMessage", LOST);
    scene.slack.trouble("conversations.history", trouble);
    await startLate(scene);
    await expectOneEdition(scene);
  });

  test("and its picture behind it once, where the answer to that is lost", async ({
    openScene,
  }) => {
    const scene = await openScene("http");
    const { slack } = scene;
    slack.trouble("files.completeUploadExternal", LOST);
    await startLate(scene);
    await expectOneEdition(scene);
    const inThread = slack.posts().filter(({ thread_ts }) => thread_ts !== undefined);
    expect(inThread.at(-1)?.files).toHaveLength(1);
    expect(inThread.filter(({ files }) => files !== undefined)).toHaveLength(1);
    expect(slack.callsOf("upload")[0]?.values.bytes).toBeGreaterThan(10_000);
  });

  test("and pauses nothing where files may not be sent", async ({ openScene }) => {
    const scene = await openScene("http");
    const { slack, eventually, onDatabase } = scene;
    slack.trouble("files.getUploadURLExternal", { kind: "error", error: "missing_scope" });
    await startLate(scene);
    await eventually("the end of the picture", () => {
      const [row] = onDatabase("select count(*) as count from outbox where state = 'refused'");
      return row?.count === 1;
    });
    const [row] = onDatabase("select state from subscription");
    expect(row?.state).toBe("active");
    expect(slack.posts().every(({ channel }) => channel === CHANNEL)).toBe(true);
  });

  test("where Slack is away over the slot", async ({ openScene }) => {
    const scene = await openScene("http");
    const { slack } = scene;
    const away: Trouble = { kind: "status", status: 503 };
    slack.trouble("chat.postMessage", away);
    slack.trouble("conversations.history", away, away, away);
    await startLate(scene);
    for (let looks = 1; looks <= 3; looks += 1) {
      await slack.until("a look", () => slack.callsOf("conversations.history")[looks - 1]);
      await hurry(scene);
    }
    await expectOneEdition(scene);
  });

  test("where the answer comes after all patience", async ({ openScene }) => {
    const scene = await openScene("http");
    const { promise, resolve } = Promise.withResolvers<void>();
    scene.slack.trouble("chat.postMessage", { kind: "slow answer", until: promise });
    await startLate(scene);
    await expectOneEdition(scene);
    resolve();
  });

  test("where the program is killed between it and its replies", async ({ openScene }) => {
    const scene = await openScene("http");
    const { slack } = scene;
    const { promise, resolve } = Promise.withResolvers<void>();
    const lead: Trouble = { kind: "hold", until: Promise.resolve() };
    slack.trouble("chat.postMessage", lead, { kind: "hold", until: promise });
    const crashing = await startLate(scene);
    await slack.until("a reply on its way", () => slack.callsOf("chat.postMessage")[1]);
    await crashing.end("SIGKILL");
    resolve();
    endLeases(scene);
    await scene.start(DIGEST);
    await hurry(scene);
    await expectOneEdition(scene);
  });

  test("where two programs share the database", async ({ openScene }) => {
    const scene = await openScene("http");
    await missASlot(scene);
    scene.slack.trouble("chat.postMessage", LOST);
    const both = [scene.run({ ...DIGEST, PORT: "0" }), scene.run({ ...DIGEST, PORT: "0" })];
    await Promise.all(both.map((program) => program.wrote("serving Slack")));
    await expectOneEdition(scene);
  });
});

describe.concurrent("a channel that Slack refuses", () => {
  test.for(["is_archived", "missing_scope"])(
    "with %s is paused, and the administrator told once",
    async (error, { openScene }) => {
      const scene = await openScene("http");
      const { slack, onDatabase } = scene;
      slack.trouble("chat.postMessage", { kind: "error", error });
      const program = await startLate(scene);
      const notice = await slack.until("the notice", () => slack.posts()[0]);
      expect(notice.channel).toBe(PERSON);
      expect(notice.text).toMatch(new RegExp(`paused the digest[\\s\\S]*${error}`));
      expect(onDatabase("select state, pause_reason from subscription")).toEqual([
        { state: "paused", pause_reason: error },
      ]);
      await program.end("SIGTERM");
      const again = await scene.start(DIGEST);
      await again.end("SIGTERM");
      expect(slack.callsOf("chat.postMessage")).toHaveLength(2);
    },
  );

  test("for its token goes on after a start with one that Slack accepts", async ({ openScene }) => {
    const scene = await openScene("http");
    const { slack, onDatabase } = scene;
    const revoked: Trouble = { kind: "error", error: "token_revoked" };
    slack.trouble("chat.postMessage", revoked, revoked);
    const program = await startLate(scene);
    await slack.until("the notice", () => slack.callsOf("chat.postMessage")[1]);
    await program.end("SIGTERM");
    expect(onDatabase("select state from subscription")).toEqual([{ state: "paused" }]);
    const again = await scene.start(DIGEST);
    await again.end("SIGTERM");
    expect(onDatabase("select state from subscription")).toEqual([{ state: "active" }]);
  });
});

describe.concurrent("a lead that cannot be verified", () => {
  test("is parked, and goes on with its thread when it is there", async ({ openScene }) => {
    const scene = await openScene("http");
    const { slack } = scene;
    const notice = await parked(scene);
    const url = slack.newResponseUrl();
    await scene.deliver(press(buttonOf(notice, 0), { shownIn: notice.ts, responseUrl: url }));
    await slack.until("the answer", () => slack.responsesTo(url)[0]);
    expect(slack.responsesTo(url)).toMatchObject([{ text: "Recorded as sent." }]);
    await expectOneEdition(scene);
  });

  test("is parked, and sent again when it is not there", async ({ openScene }) => {
    const scene = await openScene("http");
    const { slack } = scene;
    const notice = await parked(scene, { kind: "reset" });
    const responses = [slack.newResponseUrl(), slack.newResponseUrl()];
    for (const responseUrl of responses) {
      await scene.deliver(press(buttonOf(notice, 1), { shownIn: notice.ts, responseUrl }));
      await slack.until("the answer", () => slack.responsesTo(responseUrl)[0]);
    }
    expect(responses.flatMap(slack.responsesTo)).toMatchObject([
      { text: "It is sent again." },
      { text: "This is settled already." },
    ]);
    await expectOneEdition(scene);
  });
});

/** The administrator's notice of a lead whose fate the history does not tell. */
async function parked(scene: Scene, trouble = LOST) {
  const { slack } = scene;
  slack.trouble("chat.postMessage", trouble);
  slack.trouble("conversations.history", { kind: "error", error: "missing_scope" });
  await startLate(scene);
  return slack.until("the notice", () => slack.posts().find(({ channel }) => channel === PERSON));
}

const Notice = z.object({
  blocks: z.array(z.object({ elements: z.array(z.looseObject({ type: z.string() })) })),
});

function buttonOf(notice: object, index: number): Record<string, unknown> {
  const buttons = Notice.parse(notice)
    .blocks.flatMap(({ elements }) => elements)
    .filter(({ type }) => type === "button");
  const button = buttons[index];
  if (!button) throw new Error("The notice has no such button.");
  return button;
}

/** Starts the program after it was away when the edition was due. */
async function startLate(scene: Scene): Promise<Program> {
  await missASlot(scene);
  return scene.start(DIGEST);
}

/** The digest of the environment as a program left it that ended before the edition was due. */
async function missASlot({ databaseUrl }: Scene): Promise<void> {
  const store = await openStore(databaseUrl);
  const schedule = { cron: DIGEST.DIGEST_CRON, timeZone: "Asia/Almaty", language: "en" } as const;
  const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);
  await store.digest.addSubscription(
    rowOf(
      { ...plainSubscription(schedule), id: "env", workspace: WORKSPACE, channel: CHANNEL },
      anHourAgo,
    ),
  );
  await store.close();
}

/** Lets the time pass after which a message that is not found is certainly not there. */
async function hurry({ onDatabase, eventually }: Scene): Promise<void> {
  await eventually("the end of the attempt", () => {
    const [row] = onDatabase("select count(*) as count from outbox where leased_until is not null");
    return row?.count === 0;
  });
  onDatabase(
    `update outbox set unclear_since = '${LONG_AGO}', send_after = '${LONG_AGO}' where unclear_since is not null`,
  );
}

/** Lets the lease of a program end that was killed. */
function endLeases({ onDatabase }: Scene): void {
  onDatabase(`update outbox set leased_until = '${LONG_AGO}' where leased_until is not null`);
}

async function expectOneEdition(scene: Scene): Promise<void> {
  await allSent(scene);
  const inChannel = scene.slack.posts().filter(({ channel }) => channel === CHANNEL);
  const [lead, ...thread] = inChannel.filter((post) => post.thread_ts === undefined);
  expect(thread).toEqual([]);
  const replies = inChannel.filter((post) => post.thread_ts !== undefined);
  expect(replies.length).toBeGreaterThan(0);
  expect(new Set(replies.map(({ text }) => text)).size).toBe(replies.length);
  for (const reply of replies) expect(reply.thread_ts).toBe(lead?.ts);
}

/** Resolves when nothing waits to be sent any more. */
async function allSent({ onDatabase, eventually }: Scene): Promise<void> {
  await eventually("the edition", () => {
    const [sent] = onDatabase("select count(*) as count from outbox where state = 'sent'");
    const [all] = onDatabase("select count(*) as count from outbox");
    return Number(all?.count) > 1 && sent?.count === all?.count;
  });
}
