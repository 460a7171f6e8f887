import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import type { Posting } from "../../src/messages/posting.ts";
import { body } from "../../src/messages/text.ts";
import { createCall, type SlackTransport } from "../../src/slack/call.ts";
import { createSendFile } from "../../src/slack/files.ts";
import { createPoster } from "../../src/slack/poster.ts";

const SINCE = new Date("2026-06-08T04:00:00.000Z");
const POSTING: Posting = {
  id: "digest:env:1",
  workspace: "T1",
  channel: "C1",
  threadTs: null,
  message: { language: "en", paragraphs: [body("news")] },
};
const OUR_METADATA = { event_type: "kzminerals_delivery", event_payload: { id: POSTING.id } };

test("a post carries its delivery id, unfurls nothing, and is sent once", async () => {
  const { poster, requests } = slackAnswering(json({ ok: true, ts: "1.0" }));
  expect(await poster.post(POSTING)).toEqual({ kind: "sent", ts: "1.0" });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe("chat.postMessage");
  expect(Object.fromEntries(requests[0]?.fields ?? [])).toMatchObject({
    channel: "C1",
    text: "news",
    unfurl_links: "false",
    unfurl_media: "false",
    metadata: JSON.stringify(OUR_METADATA),
  });
});

test.each<[string, () => Response, object]>([
  [
    "a rate limit",
    () => new Response("", { status: 429, headers: { "retry-after": "7" } }),
    { kind: "later", afterMs: 7_000 },
  ],
  [
    "a rate limit told as an error",
    () => json({ ok: false, error: "ratelimited" }),
    { kind: "later", afterMs: 30_000 },
  ],
  [
    "a refusal",
    () => json({ ok: false, error: "is_archived" }),
    { kind: "refused", reason: "is_archived" },
  ],
  [
    "an error of Slack's own",
    () => json({ ok: false, error: "internal_error" }),
    { kind: "unclear" },
  ],
  ["a failed server", () => new Response("oops", { status: 503 }), { kind: "unclear" }],
  [
    "a lost response",
    () => {
      throw new TypeError("fetch failed");
    },
    { kind: "unclear" },
  ],
  ["a success without a name", () => json({ ok: true }), { kind: "unclear" }],
  ["an answer that is no JSON", () => new Response("<html>"), { kind: "unclear" }],
  ["an answer of another shape", () => json([]), { kind: "unclear" }],
  [
    "a redirection",
    () => Response.redirect("https://elsewhere.example/", 302),
    { kind: "unclear" },
  ],
  [
    "a rate limit without an end",
    () => new Response("", { status: 429 }),
    { kind: "later", afterMs: 30_000 },
  ],
])("after %s the outcome of a post says what is known", async (_, answer, outcome) => {
  const { poster, requests } = slackAnswering(answer);
  expect(await poster.post(POSTING)).toMatchObject(outcome);
  expect(requests).toHaveLength(1);
});

test("a look-up finds our message by its delivery id, on a later page too", async () => {
  const { poster, requests } = slackAnswering(
    json({
      ok: true,
      messages: [
        { ts: "3.0" },
        { ts: "2.0", metadata: { ...OUR_METADATA, event_payload: { id: "another" } } },
      ],
      response_metadata: { next_cursor: "more" },
    }),
    json({ ok: true, messages: [{ ts: "1.0", metadata: OUR_METADATA }] }),
  );
  expect(await poster.lookUp(POSTING, SINCE)).toEqual({ kind: "found", ts: "1.0" });
  expect(requests.map(({ method }) => method)).toEqual(Array(2).fill("conversations.history"));
  expect(requests[1]?.fields.get("cursor")).toBe("more");
  expect(requests[0]?.fields.get("include_all_metadata")).toBe("true");
});

test("a look-up for a reply reads its thread", async () => {
  const { poster, requests } = slackAnswering(json({ ok: true, messages: [] }));
  const reply = { ...POSTING, threadTs: "9.0" };
  expect(await poster.lookUp(reply, SINCE)).toEqual({ kind: "absent" });
  expect(requests[0]?.method).toBe("conversations.replies");
  expect(requests[0]?.fields.get("ts")).toBe("9.0");
});

test("another app's message with the same id is not ours", async () => {
  const messages = [{ ts: "1.0", metadata: { ...OUR_METADATA, event_type: "other" } }];
  const { poster } = slackAnswering(json({ ok: true, messages }));
  expect(await poster.lookUp(POSTING, SINCE)).toEqual({ kind: "absent" });
});

test("a history that goes on without a cursor is read on by time", async () => {
  const { poster, requests } = slackAnswering(
    json({ ok: true, messages: [{ ts: "9.0" }, { ts: "8.0" }], has_more: true }),
    json({ ok: true, messages: [{ ts: "7.0", metadata: OUR_METADATA }] }),
  );
  expect(await poster.lookUp(POSTING, SINCE)).toEqual({ kind: "found", ts: "7.0" });
  expect(requests[1]?.fields.get("latest")).toBe("8.0");
});

test.each([
  ["before the post is enough after three pages", -600, "absent", 3],
  ["after the post is unreadable when it has no end", 1, "unreadable", 10],
])("a history from %s", async (_, seconds, kind, pages) => {
  const ts = String(SINCE.getTime() / 1000 + seconds);
  const page = { ok: true, messages: [{ ts }], response_metadata: { next_cursor: "more" } };
  const { poster, requests } = slackAnswering(() => json(page));
  expect((await poster.lookUp(POSTING, SINCE)).kind).toBe(kind);
  expect(requests).toHaveLength(pages);
});

test("a rate limit on a later page is no matter once the page before was from before the post", async () => {
  const page = { ok: true, messages: [{ ts: "1.0" }], response_metadata: { next_cursor: "more" } };
  const { poster } = slackAnswering(json(page), new Response("", { status: 429 }));
  expect(await poster.lookUp(POSTING, SINCE)).toEqual({ kind: "absent" });
});

test("a public channel that the bot is not in is entered, to post and to look up", async () => {
  const outside = () => json({ ok: false, error: "not_in_channel" });
  const joined = () => json({ ok: true });
  const posting = slackAnswering(outside, joined, json({ ok: true, ts: "1.0" }));
  expect(await posting.poster.post(POSTING)).toEqual({ kind: "sent", ts: "1.0" });
  const found = json({ ok: true, messages: [{ ts: "1.0", metadata: OUR_METADATA }] });
  const looking = slackAnswering(outside, joined, found);
  expect(await looking.poster.lookUp(POSTING, SINCE)).toEqual({ kind: "found", ts: "1.0" });
  expect(looking.requests.map(({ method }) => method)).toEqual([
    "conversations.history",
    "conversations.join",
    "conversations.history",
  ]);
});

test("a private channel that the bot is not in stays refused", async () => {
  const { poster } = slackAnswering(
    json({ ok: false, error: "not_in_channel" }),
    json({ ok: false, error: "method_not_supported_for_channel_type" }),
  );
  expect(await poster.post(POSTING)).toEqual({ kind: "refused", reason: "not_in_channel" });
});

test("a message whose blocks Slack refuses goes out as text", async () => {
  const { poster, requests } = slackAnswering(
    json({ ok: false, error: "invalid_blocks" }),
    json({ ok: true, ts: "1.0" }),
  );
  expect(await poster.post(POSTING)).toEqual({ kind: "sent", ts: "1.0" });
  expect(requests.map(({ fields }) => fields.has("blocks"))).toEqual([true, false]);
});

test("a message to a person is looked up in the channel that it went to", async () => {
  const { poster, requests } = slackAnswering(
    json({ ok: true, channel: { id: "D1" } }),
    json({ ok: true, messages: [] }),
  );
  expect(await poster.lookUp({ ...POSTING, channel: "U1" }, SINCE)).toEqual({ kind: "absent" });
  expect(requests.map(({ method }) => method)).toEqual([
    "conversations.open",
    "conversations.history",
  ]);
  expect(requests[1]?.fields.get("channel")).toBe("D1");
});

test("a post whose time is over does not leave", async () => {
  const { poster, requests } = slackAnswering(json({ ok: true, ts: "1.0" }));
  expect((await poster.post(POSTING, () => false)).kind).toBe("later");
  expect(requests).toEqual([]);
});

test.each<[string, string, () => Response]>([
  ["unreadable", "a missing scope", () => json({ ok: false, error: "missing_scope" })],
  ["unreadable", "a channel without us", () => json({ ok: false, error: "not_in_channel" })],
  [
    "later",
    "a rate limit",
    () => new Response("", { status: 429, headers: { "retry-after": "7" } }),
  ],
  ["later", "an error of Slack's own", () => json({ ok: false, error: "internal_error" })],
  ["later", "a failed server", () => new Response("oops", { status: 503 })],
  [
    "later",
    "a lost response",
    () => {
      throw new TypeError("fetch failed");
    },
  ],
])("a look-up is %s after %s", async (kind, _, answer) => {
  const { poster } = slackAnswering(answer);
  expect((await poster.lookUp(POSTING, SINCE)).kind).toBe(kind);
});

test("a picture is found again by the name of its file", async () => {
  const drawing = {
    kind: "matrix",
    ...{ title: "t", subtitle: "", notes: [], allTitle: "all", columns: [], rows: [] },
  } as const;
  const picture = { name: "matrix", title: "t", altText: "", drawing };
  const posting = { ...POSTING, threadTs: "1.0", message: { ...POSTING.message, picture } };
  const shown = (name: string) => json({ ok: true, messages: [{ ts: "2.0", files: [{ name }] }] });
  const name = /^matrix-[0-9a-f]{10}\.png$/;
  const { poster, requests } = slackAnswering(
    json({ ok: true, upload_url: "https://files.example/1", file_id: "F1" }),
    new Response("OK"),
    json({ ok: true }),
  );
  expect(await poster.post(posting)).toEqual({ kind: "sent", ts: "F1" });
  const sent = requests[0]?.fields.get("filename") ?? "";
  expect(sent).toMatch(name);
  expect(requests[2]?.fields.get("thread_ts")).toBe("1.0");
  const lookUpAmong = (other: string) => slackAnswering(shown(other)).poster.lookUp(posting, SINCE);
  expect(await lookUpAmong(sent)).toEqual({ kind: "found", ts: "2.0" });
  expect(await lookUpAmong("matrix-0000000000.png")).toEqual({ kind: "absent" });
});

type Answer = Response | (() => Response);

/** A poster whose network is a function: each request gets the next answer, the last one for ever. */
function slackAnswering(...answers: [Answer, ...Answer[]]) {
  const requests: { method: string; fields: URLSearchParams }[] = [];
  const transport: SlackTransport = {
    fetch: async (url, options) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push({
        method: String(url).replace(/^.*\/api\//, ""),
        fields: new URLSearchParams(String(options?.body)),
      });
      if (answer === undefined) throw new Error("no answer");
      return typeof answer === "function" ? answer() : answer;
    },
  };
  const call = createCall("xoxb-test", transport);
  return {
    poster: createPoster(call, {
      sendFile: createSendFile(call, transport),
      log: createLog("silent"),
    }),
    requests,
  };
}

function json(value: object): Response {
  return new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });
}
