import { afterAll, beforeAll, expect, test } from "vitest";
import { plainSubscription } from "../../src/digest/subscription.ts";
import { WORKSPACE } from "../../src/preview/directory.ts";
import type { WorkspaceMessage } from "../../src/preview/workspace.ts";
import { CHANNEL, DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";

const SUBSCRIPTION = {
  ...plainSubscription({ cron: "0 9 15 * *", timeZone: "Asia/Almaty", language: "fr" }),
  id: "env",
  workspace: WORKSPACE.team,
  channel: CHANNEL,
};

let room: Awaited<ReturnType<typeof openPreviewWorkspace>>;
/** The first message of an edition with two headlines. */
let lead: WorkspaceMessage & { plain: string };

beforeAll(async () => {
  room = await openPreviewWorkspace({ at: "2024-06-14T23:00:00+05:00" });
  await room.product.subscribe(SUBSCRIPTION);
  room.clock.set(new Date("2024-06-15T09:00:30+05:00"));
  await room.product.planDigests(room.app.permalink);
  const [first] = await room.answersTo(() => room.product.outbox.sendDue(room.app.poster));
  if (!first) throw new Error("No edition was posted.");
  lead = first;
});
afterAll(() => room.close());

async function say(said: string, threadTs: string): Promise<string> {
  const [answer] = await room.say(`@kzminerals ${said}`, { channel: CHANNEL, threadTs });
  return answer?.plain ?? "";
}

const ABOUT = { titanium: /titan|титан/i, vehicles: /véhicules|vehicles|электромобил/i };

test.each([
  ["Dis-m'en plus sur le premier", 0],
  ["et le deuxième ?", 1],
  ["tell me more about the second", 1],
  ["подробнее о втором", 1],
  ["the last one?", 1],
])("behind an edition, «%s» is answered from that headline's article", async (said, at) => {
  const inOrder = Object.values(ABOUT).toSorted(
    (left, right) => lead.plain.search(left) - lead.plain.search(right),
  );
  const [right, wrong] = at === 0 ? inOrder : inOrder.toReversed();
  const answer = await say(said, lead.ts);
  expect(answer).toMatch(right ?? "");
  expect(answer).not.toMatch(wrong ?? "");
});

test("a source, and what is asked of an item, are those of the item talked about", async () => {
  const [, second] = Object.values(ABOUT).toSorted(
    (left, right) => lead.plain.search(left) - lead.plain.search(right),
  );
  expect(await say("et le second ?", lead.ts)).toMatch(second ?? "");
  expect(await say("d'où vient cette information ?", lead.ts)).toMatch(second ?? "");
});

test("a thread below another message begins without items", async () => {
  const opening = await room.workspace.say({ channel: CHANNEL, text: "Bonjour" });
  expect(await say("et le deuxième ?", opening.ts)).toMatch(/Rien dans la base/);
});

test("a digest that was asked for in a direct message has items too", async () => {
  const [edition] = await room.say("digest 2024-06-12", { channel: DIRECT });
  expect(edition?.plain).toMatch(ABOUT.titanium);
  const [answer] = await room.say("подробнее о первом", { channel: DIRECT });
  expect(answer?.plain).toMatch(/титан|электромобил/i);
});
