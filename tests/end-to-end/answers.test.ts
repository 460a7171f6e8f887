/** A workspace asks, and the real program answers, in both ways of connecting. */
import { describe, expect } from "vitest";
import { z } from "zod";
import {
  BOT,
  CHANNEL,
  command,
  DIRECT,
  event,
  eventOf,
  PERSON,
  press,
} from "../../scripts/stand-in/deliveries.ts";
import { MODES } from "../../scripts/stand-in/environment.ts";
import { type Scene, test } from "./scene.ts";

const QUESTION = "How many French companies are active in Kazakhstan?";

describe.concurrent.for(MODES)("over %s", (mode) => {
  test("a command is answered to its asker alone, who shares the answer once, even by two presses", async ({
    openScene,
  }) => {
    const { slack, deliver, start } = await openScene(mode);
    const program = await start();
    const answer = await ask({ slack, deliver }, QUESTION);
    expect(answer.response_type).toBe("ephemeral");
    expect(answer.text).toMatch(/170 French companies/);
    expect(answer.text).toMatch(/2 Nov 2023.*https:\/\/metaux-industriels\.net/);
    const edition = await ask({ slack, deliver }, "digest 2024-06-10");
    expect(edition.response_type).toBe("ephemeral");
    expect(edition.text).toMatch(/titanium/);
    expect(slack.posts()).toEqual([]);

    const button = shareButton(answer.blocks);
    const { promise, resolve } = Promise.withResolvers<void>();
    slack.trouble("chat.postMessage", { kind: "hold", until: promise });
    const urls = [slack.newResponseUrl(), slack.newResponseUrl()];
    for (const responseUrl of urls)
      await deliver(press(button, { shownIn: "1.000001", responseUrl }));
    // The second press has done what it could when a later command is answered.
    await ask({ slack, deliver }, "help");
    resolve();
    for (const url of urls) {
      const reply = await slack.until("a reply to each press", () => slack.responsesTo(url)[0]);
      expect(reply.text).toBe("Shared to the channel.");
    }
    await program.end("SIGTERM");
    expect(slack.posts()).toMatchObject([
      { channel: CHANNEL, text: expect.stringMatching(/170 French/) },
    ]);
  });

  test("a mention is answered once in its thread, however often Slack tells of it", async ({
    openScene,
  }) => {
    const { slack, deliver, start } = await openScene(mode);
    const first = await start();
    const mention = slack.write({ channel: CHANNEL, user: PERSON, text: `<@${BOT}> ${QUESTION}` });
    const asMention = eventOf("app_mention", mention);
    await deliver(eventOf("message", mention));
    await deliver(asMention);
    await deliver({ ...asMention, retry: 1 });
    await slack.until("the answer", () => slack.posts()[0]);
    await first.end("SIGTERM");

    const second = await start();
    await deliver({ ...asMention, retry: 2 });
    await second.end("SIGTERM");
    expect(slack.posts()).toMatchObject([
      { channel: CHANNEL, thread_ts: mention.ts, text: expect.stringMatching(/170 French/) },
    ]);
  });

  test("only what people write to it is answered", async ({ openScene }) => {
    const { slack, deliver, start } = await openScene(mode);
    const program = await start();
    const text = `<@${BOT}> ${QUESTION}`;
    const direct = slack.write({ channel: DIRECT, user: PERSON, text: QUESTION });
    const edited = slack.write({ channel: CHANNEL, user: PERSON, text });
    const deleted = slack.write({ channel: DIRECT, user: PERSON, text: QUESTION });
    const bots = slack.write({ channel: CHANNEL, user: "U0OTHERBOT", text });
    const plain = slack.write({ channel: CHANNEL, user: PERSON, text: QUESTION });
    const inDirect = { type: "message", channel: DIRECT, channel_type: "im", ts: "1.000001" };

    await deliver(eventOf("app_mention", edited, { edited: { user: PERSON, ts: "1.0" } }));
    await deliver(event({ ...inDirect, subtype: "message_changed", message: direct }));
    await deliver(event({ ...inDirect, subtype: "message_deleted", previous_message: deleted }));
    await deliver(eventOf("app_mention", bots, { bot_id: "B0OTHER" }));
    await deliver(eventOf("message", deleted, { bot_id: "B0OTHER" }));
    await deliver(eventOf("message", plain));
    await deliver(eventOf("message", direct));
    await slack.until("the answer", () => slack.posts()[0]);
    expect(await program.end("SIGTERM")).toEqual({ code: 0, signal: null });
    expect(slack.posts()).toMatchObject([
      { channel: DIRECT, text: expect.stringMatching(/170 French/) },
    ]);
    expect(slack.posts()[0]).not.toHaveProperty("thread_ts");
  });
});

async function ask({ slack, deliver }: Pick<Scene, "slack" | "deliver">, text: string) {
  const url = slack.newResponseUrl();
  await deliver(command(text, url));
  return slack.until("the reply", () => slack.responsesTo(url)[0]);
}

const Blocks = z.array(
  z.looseObject({ elements: z.array(z.looseObject({ type: z.string() })).optional() }),
);

function shareButton(blocks: unknown): Record<string, unknown> {
  const elements = Blocks.parse(blocks).flatMap((block) => block.elements ?? []);
  return z.looseObject({}).parse(elements.find(({ type }) => type === "button"));
}
