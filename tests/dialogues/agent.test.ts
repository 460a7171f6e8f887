/** The bot as an agent: what it suggests to ask, and that it shows that it is at work. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DIRECT, openPreviewWorkspace } from "../open-preview-workspace.ts";
import { AIGERIM, CAMILLE, READER } from "./digest-scene.ts";

type Room = Awaited<ReturnType<typeof openPreviewWorkspace>>;
type Call = { method: string; body: URLSearchParams };

const QUESTION = "How many French companies work in Kazakhstan?";

let room: Room;
const calls: Call[] = [];
beforeAll(async () => {
  room = await openPreviewWorkspace({ fetch: (inner) => recording(inner, calls) });
});
afterAll(() => room.close());

function recording(inner: typeof fetch, into: Call[]): typeof fetch {
  return (input, init) => {
    const method = String(input).split("/").at(-1) ?? "";
    into.push({ method, body: new URLSearchParams(String(init?.body)) });
    return inner(input, init);
  };
}

/** Answers each status as Slack would with an error, or never. */
function failing(status: () => Promise<Response>) {
  return (inner: typeof fetch): typeof fetch =>
    (input, init) =>
      String(input).endsWith("assistant.threads.setStatus") ? status() : inner(input, init);
}

test.each([
  [READER, "D0KZMINERALS", "en"],
  [AIGERIM, "D0AIGERIM", "ru"],
  [CAMILLE, "D0CAMILLE", "fr"],
] as const)(
  "%s is offered questions that have answers in their language",
  async (user, channel, language) => {
    await room.workspace.open({ user, tab: "messages" });
    const prompts = room.workspace.assistant.promptsOf(channel);
    expect(prompts.length).toBeGreaterThan(0);
    expect(prompts.length).toBeLessThanOrEqual(4);
    for (const { message } of prompts) {
      const answer = await room.product.ask({ text: message, conversation: null });
      expect([message, answer.kind, answer.language]).toEqual([message, "answer", language]);
    }
  },
);

test("opening the Home suggests nothing, and the messages publish no Home", async () => {
  calls.length = 0;
  await room.workspace.open({ tab: "home" });
  expect(calls.map(({ method }) => method)).not.toContain("assistant.threads.setSuggestedPrompts");
  calls.length = 0;
  await room.workspace.open({ tab: "messages" });
  expect(calls.map(({ method }) => method)).not.toContain("views.publish");
});

describe.each([
  ["a direct message", { channel: DIRECT }, QUESTION, "is searching the articles…"],
  [
    "a mention",
    {},
    "@kzminerals сколько французских компаний работает в Казахстане?",
    "ищет в статьях…",
  ],
])("while %s is answered", (_, where, text, status) => {
  test("it is shown where it was asked, and ends with the answer", async () => {
    calls.length = 0;
    const answers = await room.say(text, where);
    expect(answers).toHaveLength(1);
    const told = calls.filter(({ method }) => method === "assistant.threads.setStatus");
    expect(told.map(({ body }) => body.get("status"))).toEqual([status, ""]);
    const [first] = told;
    const question = room.workspace.messages.findLast(({ user }) => user === READER);
    expect(first?.body.get("thread_ts")).toBe(question?.ts);
    const channel = answers[0]?.channel ?? "";
    expect(room.workspace.assistant.statusIn(channel)).toBeNull();
  });
});

test.each([
  ["refuses it", async () => Response.json({ ok: false, error: "unknown_method" })],
  ["fails", async () => new Response("", { status: 500 })],
  ["drops the connection", () => Promise.reject(new TypeError("fetch failed"))],
])("where Slack %s, the question is answered all the same", async (_, status) => {
  const flaky = await openPreviewWorkspace({ fetch: failing(status) });
  const answers = await flaky.say(QUESTION, { channel: DIRECT });
  expect(answers.map(({ plain }) => plain).join()).toMatch(/170/);
  await flaky.close();
});

test("where Slack never answers it, the question is answered before it is given up", async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const slow = await openPreviewWorkspace({ fetch: failing(() => promise) });
  const answered = new Promise<void>((done) => {
    slow.workspace.changes.on("change", () => {
      if (slow.workspace.messages.some(({ text }) => text.includes("170"))) done();
    });
  });
  const asked = slow.workspace.say({ channel: DIRECT, text: QUESTION });
  await answered;
  resolve(Response.json({ ok: true }));
  await asked;
  await slow.close();
});

test("a workspace without statuses is asked for one once", async () => {
  let asked = 0;
  const without = await openPreviewWorkspace({
    fetch: failing(async () => {
      asked += 1;
      return Response.json({ ok: false, error: "unknown_method" });
    }),
  });
  for (const text of [QUESTION, "help", QUESTION]) await without.say(text, { channel: DIRECT });
  expect(asked).toBe(1);
  await without.close();
});

test("a prompt that Slack refuses stops nothing", async () => {
  const without = await openPreviewWorkspace({
    fetch: (inner) => async (input, init) =>
      String(input).endsWith("setSuggestedPrompts")
        ? Response.json({ ok: false, error: "unknown_method" })
        : inner(input, init),
  });
  await without.workspace.open({ tab: "messages" });
  expect(await without.say(QUESTION, { channel: DIRECT })).toHaveLength(1);
  await without.close();
});

test("a question in a thread of a direct message is answered in that thread", async () => {
  const begun = await room.workspace.say({ channel: DIRECT, text: QUESTION });
  const [answer] = await room.say("Who signed the memorandum with the US?", {
    channel: DIRECT,
    threadTs: begun.ts,
  });
  expect(answer?.threadTs).toBe(begun.ts);
});
