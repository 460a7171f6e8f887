/** Many who ask at one moment, and a Slack that takes a message a second in a channel. */
import { expect } from "vitest";
import { BOT, CHANNEL, eventOf } from "../../scripts/stand-in/deliveries.ts";
import { MODES } from "../../scripts/stand-in/environment.ts";
import { test } from "./scene.ts";

const MENTIONS = 30;
/** What Slack lets pass at once. */
const BURST = 12;
const QUESTIONS = ["Who buys titanium?", "Qui achète du lithium ?", "Кто покупает уран?"];

test.concurrent.for(MODES)(
  "thirty mentions at one moment are answered at Slack's pace, in order, none lost, over %s",
  async (mode, { openScene }) => {
    const { slack, deliver, start } = await openScene(mode);
    const program = await start();
    slack.limitChannels(BURST);
    const asked = Array.from({ length: MENTIONS }, (_, number) =>
      slack.write({
        channel: CHANNEL,
        user: `U0ASKER${number % 6}`,
        text: `<@${BOT}> ${QUESTIONS[number % QUESTIONS.length]}`,
      }),
    );
    const acknowledged: Promise<unknown>[] = [];
    for (const message of asked) {
      acknowledged.push(deliver(eventOf("app_mention", message)));
      // Requests on connections of their own would otherwise overtake each other.
      if (mode === "http") await acknowledged.at(-1);
    }
    await Promise.all(acknowledged);
    const half = MENTIONS - BURST / 2;
    await slack.until("most answers", () => slack.posts().length >= half);
    await slack.until("all answers", () => slack.posts().length >= MENTIONS);
    await program.end("SIGTERM");
    expect(slack.posts().map(({ thread_ts }) => thread_ts)).toEqual(asked.map(({ ts }) => ts));
  },
);
