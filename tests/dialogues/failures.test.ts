/** Answers that Slack does not take, or takes too long over. */
import { expect, test } from "vitest";
import { WORKSPACE } from "../../src/preview/directory.ts";
import { TIME_ZONE_ACTION } from "../../src/slack/digest-form-view.ts";
import { listeningLog } from "../listening-log.ts";
import { CHANNEL, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { CAMILLE, personIn } from "./digest-scene.ts";

const isResponse = (input: Parameters<typeof globalThis.fetch>[0]) =>
  String(input).startsWith(WORKSPACE.responseUrl);

test("no answer to a command, a press or a form is waited for without end", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const room = await openPreviewWorkspace({
    fetch: (inner) => async (input, init) => {
      if (isResponse(input)) signals.push(init?.signal);
      return inner(input, init);
    },
  });
  await changed(room);
  expect(signals.length).toBeGreaterThanOrEqual(2);
  for (const signal of signals) expect(signal).toBeInstanceOf(AbortSignal);
  await room.close();
});

test("a failure that nobody can be told of is logged, and the question is over", async () => {
  const { log, wrote } = listeningLog();
  const room = await openPreviewWorkspace({
    log,
    fetch: (inner) => async (input, init) =>
      isResponse(input) ? new Response("no_service", { status: 503 }) : inner(input, init),
  });
  await room.slash("How many French companies work in Kazakhstan?");
  await wrote("nobody could be told that an answer failed");
  expect(await room.store.inbox.unanswered({ leaseEndedBy: null })).toEqual([]);
  await room.close();
});

test("a form whose message is gone by then is saved, and says so", async () => {
  const { log, wrote } = listeningLog();
  let isGone = false;
  const room = await openPreviewWorkspace({
    log,
    fetch: (inner) => async (input, init) =>
      isGone && isResponse(input)
        ? new Response("expired_url", { status: 404 })
        : inner(input, init),
  });
  const said = await changed(room, () => {
    isGone = true;
  });
  expect(said).toMatch(/^Saved/);
  await wrote("a message could not be brought up to date");
  await room.close();
});

test.each([
  ["a command", "digest", /^Un problème est survenu/],
  ["a command of another language", "подписки", /^У нас произошёл сбой/],
  ["a question of another language", "Where is titanium used?", /^Something went wrong/],
])("the failure of %s is told to a French person: “%s”", async (_, text, expected) => {
  let isBroken = true;
  const room = await openPreviewWorkspace({
    fetch: (inner) => async (input, init) => {
      if (!isBroken || !isResponse(input)) return inner(input, init);
      isBroken = false;
      return new Response("no_service", { status: 503 });
    },
  });
  const [answer] = await room.slash(text, { user: CAMILLE });
  expect(answer?.plain).toMatch(expected);
  await room.close();
});

test("a search in a select that stands in no form finds nothing", async () => {
  const room = await openPreviewWorkspace();
  const answers: unknown[] = [];
  const search = {
    type: "block_suggestion",
    team: { id: WORKSPACE.team, domain: "preview" },
    user: { id: WORKSPACE.person },
    container: { type: "message" },
    block_id: "timeZone",
    action_id: TIME_ZONE_ACTION,
    value: "almaty",
  };
  await room.workspace.send(search, (answer) => answers.push(answer));
  expect(answers).toEqual([{ options: [] }]);
  await room.close();
});

/** Subscribes, changes the digest from its message, and tells what the form says in the end. */
async function changed(
  room: Awaited<ReturnType<typeof openPreviewWorkspace>>,
  before: () => void = () => {},
): Promise<string | undefined> {
  const person = personIn(room);
  await person.subscribe({}, CHANNEL);
  const { ts } = await person.digest(CHANNEL);
  await person.press(ts, "digest-change");
  before();
  await person.fillIn({ filter: ["titanium"] });
  return person.modal()?.plain;
}
