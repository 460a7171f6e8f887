import { expect, test } from "vitest";
import { plainSubscription } from "../../src/digest/subscription.ts";
import { WORKSPACE } from "../../src/preview/directory.ts";
import { CHANNEL, openPreviewWorkspace } from "../open-preview-workspace.ts";

const SUBSCRIPTION = {
  ...plainSubscription({ cron: "0 9 * * 1", timeZone: "Asia/Almaty", language: "fr" }),
  id: "env",
  workspace: WORKSPACE.team,
  channel: CHANNEL,
};

test("the weekly edition is posted with its thread, once", async () => {
  const room = await openPreviewWorkspace({ at: "2024-06-16T23:00:00+05:00" });
  await room.product.subscribe(SUBSCRIPTION);
  expect(await room.product.planDigests(room.app.permalink)).toBe(0);

  room.clock.set(new Date("2024-06-17T09:00:30+05:00"));
  expect(await room.product.planDigests(room.app.permalink)).toBe(1);
  expect(await room.product.planDigests(room.app.permalink)).toBe(0);
  room.clock.set(new Date("2024-06-17T09:01:00+05:00"));
  const posted = await room.answersTo(() => room.product.outbox.sendDue(room.app.poster));
  const [lead, ...replies] = posted;
  expect(lead).toMatchObject({ channel: CHANNEL, threadTs: null, ephemeralTo: null });
  expect(lead?.plain).toMatch(
    /Minéraux critiques du Kazakhstan · 10[–-]16 juin 2024 — 1 mise à jour/,
  );
  expect(replies.map((reply) => reply.threadTs)).toEqual(replies.map(() => lead?.ts));
  expect(replies.map((reply) => reply.plain).join("\n")).toMatch(/Accords[\s\S]*Titane \(1\)/);
  expect(await room.answersTo(() => room.product.outbox.sendDue(room.app.poster))).toEqual([]);
  await room.close();
});

test("a week without news says so in one line", async () => {
  const room = await openPreviewWorkspace({ at: "2024-07-14T23:00:00+05:00" });
  await room.product.subscribe(SUBSCRIPTION);
  room.clock.set(new Date("2024-07-15T09:00:00+05:00"));
  await room.product.planDigests(room.app.permalink);
  const posted = await room.answersTo(() => room.product.outbox.sendDue(room.app.poster));
  expect(posted).toHaveLength(1);
  expect(posted[0]?.plain).toMatch(
    /Pas de nouvelles cette fois\. L'article le plus récent est du 10 juin 2024/,
  );
  await room.close();
});

test("a lead whose response was lost is found again and its thread goes on", async () => {
  let isLost = true;
  const room = await openPreviewWorkspace({
    at: "2024-06-16T23:00:00+05:00",
    fetch: (inner) => async (input, init) => {
      const response = await inner(input, init);
      if (!isLost || !String(input).endsWith("chat.postMessage")) return response;
      isLost = false;
      throw new TypeError("connection reset");
    },
  });
  await room.product.subscribe(SUBSCRIPTION);
  room.clock.set(new Date("2024-06-17T09:00:00+05:00"));
  await room.product.planDigests(room.app.permalink);
  expect(await room.answersTo(() => room.product.outbox.sendDue(room.app.poster))).toHaveLength(1);
  expect(await room.answersTo(() => room.product.outbox.sendDue(room.app.poster))).toHaveLength(0);

  room.clock.set(new Date("2024-06-17T09:02:00+05:00"));
  const rest = await room.answersTo(() => room.product.outbox.sendDue(room.app.poster));
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.every((message) => message.threadTs !== null)).toBe(true);
  await room.close();
});
