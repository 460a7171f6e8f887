/** Questions that a process left unanswered, taken over while Slack is slow. */
import { expect, test } from "vitest";
import { WORKSPACE } from "../../src/preview/directory.ts";
import { DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { openTestStore, temporaryDatabase } from "../temporary.ts";

const ASKED = Date.parse("2024-06-17T09:00:00+05:00");
const at = (ms: number) => new Date(ASKED + ms);

test("whatever takes over a question goes on saying that it does, until it is answered", async () => {
  const { room, slack, heldElsewhere } = await restarted();
  await slack.isAsked;
  for (const seconds of [40, 60, 80]) {
    room.clock.set(at(seconds * 1_000));
    await room.app.tendInbox();
    expect(await heldElsewhere(seconds * 1_000 + 25_000)).toBe(1);
  }
  slack.answer();
  await room.close();
});

test("whatever is stopped answers what it has begun, and leaves the rest to the next", async () => {
  const { room, slack, unanswered } = await restarted();
  await slack.isAsked;
  const closed = room.app.stop();
  slack.answer();
  await closed;
  await room.app.tendInbox();
  expect(await unanswered()).toBe(1);
  await room.close();
});

/** A process that finds two questions of an earlier one, and a Slack that takes its time. */
async function restarted() {
  const databaseUrl = await temporaryDatabase("sqlite");
  const store = await openTestStore(databaseUrl);
  for (const number of [1, 2])
    await store.inbox.admit({
      id: `T0PREVIEW:message:${DIRECT}:171859680${number}.0`,
      workspace: "T0PREVIEW",
      body: JSON.stringify(question(`171859680${number}.0`)),
      receivedAt: at(number),
      leasedUntil: at(30_000),
    });
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const room = await openPreviewWorkspace({
    databaseUrl,
    fetch: (inner) => async (input, init) => {
      if (String(input).endsWith("chat.postMessage")) {
        asked.resolve();
        await answered.promise;
      }
      return inner(input, init);
    },
  });
  const pendingAt = async (ms: number) => store.inbox.unanswered({ leaseEndedBy: at(ms) });
  return {
    room,
    slack: { isAsked: asked.promise, answer: () => answered.resolve() },
    /** Of the two questions, how many another process may not take at an instant. */
    heldElsewhere: async (ms: number) => 2 - (await pendingAt(ms)).length,
    unanswered: async () => (await store.inbox.unanswered({ leaseEndedBy: null })).length,
  };
}

function question(ts: string) {
  return {
    type: "event_callback",
    team_id: "T0PREVIEW",
    event_id: `Ev${ts}`,
    event: {
      type: "message",
      channel: DIRECT,
      channel_type: "im",
      user: WORKSPACE.person,
      text: "Where is titanium used?",
      ts,
    },
  };
}
