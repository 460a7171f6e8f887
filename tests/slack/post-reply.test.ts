import { expect, test } from "vitest";
import type { Poster, Posting } from "../../src/messages/posting.ts";
import { body } from "../../src/messages/text.ts";
import { postReply, ReplyRefusedError } from "../../src/slack/post-reply.ts";
import { type Happening, scriptedSlack } from "../messages/scripted-slack.ts";

const START = Date.parse("2026-06-08T04:00:00.000Z");
const POSTING: Posting = {
  id: "reply:1",
  workspace: "T1",
  channel: "C1",
  threadTs: "1.0",
  message: { language: "en", paragraphs: [body("an answer")] },
};

test("a reply is posted once", async () => {
  const { calls, reply } = conversation();
  await reply();
  expect(calls).toEqual(["post reply:1"]);
});

test("a rate limit is waited for as long as Slack asks, five minutes at most", async () => {
  const { calls, waits, reply } = conversation([{ laterMs: 7_000 }, { laterMs: 3_600_000 }]);
  await reply();
  expect(calls).toEqual(Array(3).fill("post reply:1"));
  expect(waits).toEqual([7_000, 300_000]);
});

test.each<[Happening, string[]]>([
  ["lost after it was posted", ["post reply:1", "look up reply:1"]],
  ["lost before it was posted", ["post reply:1", "look up reply:1", "post reply:1"]],
])("a reply that was %s is looked up, and stands once in the end", async (happening, requests) => {
  const { calls, posted, reply } = conversation([happening]);
  await reply();
  expect(calls).toEqual(requests);
  expect(posted).toHaveLength(1);
});

test("a reply of an earlier process is looked up before it is posted", async () => {
  const { calls, posted, reply } = conversation();
  await reply();
  await reply({ isRepeated: true });
  expect(calls).toEqual(["post reply:1", "look up reply:1"]);
  expect(posted).toHaveLength(1);
});

test("a process that was frozen before it posted finds what another has posted meanwhile", async () => {
  const { calls, posted, poster, reply } = conversation();
  let time = START;
  const freezing: Poster = {
    ...poster,
    post: async (posting, mayStart = () => true) => {
      time += 60_000;
      await poster.post(posting);
      return mayStart() ? poster.post(posting) : { kind: "later", afterMs: 2_000 };
    },
  };
  await reply({ poster: freezing, now: () => new Date(time) });
  expect(calls).toEqual(["post reply:1", "look up reply:1"]);
  expect(posted).toHaveLength(1);
});

test("an answer that took long to compose is looked for first", async () => {
  const { calls, reply } = conversation();
  await reply({ startedAt: new Date(START - 60_000) });
  expect(calls).toEqual(["look up reply:1", "post reply:1"]);
});

test("an answer that waited long, and was held all the while, is posted at once", async () => {
  const { calls, reply } = conversation();
  await reply({ startedAt: new Date(START - 60_000), heldAt: () => new Date(START - 9_000) });
  expect(calls).toEqual(["post reply:1"]);
});

test("a reply outlasts more rate limits than failures", async () => {
  const { calls, posted, reply } = conversation(Array(12).fill({ laterMs: 1_000 }));
  await reply();
  expect(calls).toHaveLength(13);
  expect(posted).toHaveLength(1);
});

test("a refused reply is an error, and is not tried again", async () => {
  const { calls, reply } = conversation([{ refusedFor: "is_archived" }]);
  await expect(reply()).rejects.toThrow(
    new ReplyRefusedError("Slack refused a reply: is_archived"),
  );
  expect(calls).toHaveLength(1);
});

test("where the history cannot be read, an unclear reply is not posted again", async () => {
  const { calls, setReading, reply } = conversation(["lost after it was posted"]);
  setReading("unreadable");
  await expect(reply()).rejects.toThrow(ReplyRefusedError);
  expect(calls).toEqual(["post reply:1", "look up reply:1"]);
});

test("where the history cannot be read, a reply of an earlier process is posted once more", async () => {
  const { calls, setReading, reply } = conversation(["lost after it was posted"]);
  setReading("unreadable");
  await expect(reply({ isRepeated: true })).rejects.toThrow(ReplyRefusedError);
  expect(calls).toEqual(["look up reply:1", "post reply:1", "look up reply:1"]);
});

test("a look-up that an outage hinders is made again before anything is posted", async () => {
  const { calls, posted, setReading, reply } = conversation(["lost after it was posted"]);
  setReading("later");
  await reply({ duringWait: (waits) => waits === 3 && setReading("possible") });
  expect(calls).toEqual(["post reply:1", ...Array(3).fill("look up reply:1")]);
  expect(posted).toHaveLength(1);
});

test("a reply that stays unclear ends in an error that says why", async () => {
  const { posted, reply } = conversation(Array(9).fill("lost before it was posted"));
  await expect(reply()).rejects.toThrow(
    new ReplyRefusedError("A reply could not be posted: no response"),
  );
  expect(posted).toEqual([]);
});

/** A thread in a scripted Slack, and a way to reply in it that waits for nothing. */
function conversation(script: readonly Happening[] = []) {
  const slack = scriptedSlack(script);
  const waits: number[] = [];
  const reply = ({
    isRepeated = false,
    duringWait = (_: number): unknown => undefined,
    poster = slack.poster,
    now = () => new Date(START),
    startedAt = new Date(START),
    heldAt = (takenAt: Date) => takenAt,
  } = {}) =>
    postReply({
      poster,
      posting: POSTING,
      since: new Date(START),
      isRepeated,
      startedAt,
      now,
      heldAt,
      wait: async (ms) => {
        waits.push(ms);
        duringWait(waits.length);
      },
    });
  return { ...slack, waits, reply };
}
