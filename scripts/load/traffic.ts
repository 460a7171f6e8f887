/** Questions of many people, as slash commands and mentions in turn, and when each was answered. */
import { BOT, command, type Deliver, eventOf } from "../stand-in/deliveries.ts";
import type { Call, SlackStandIn } from "../stand-in/slack-stand-in.ts";

/** Milliseconds from the moment at which it was sent; null where it never came. */
export type Exchange = { acknowledgedMs: number | null; answeredMs: number | null };

/** More than one conversation has, and fewer than would hide what is kept of each person. */
const PEOPLE = 500;
const CHANNELS = 50;
/** A burst is answered one after the other. */
const PATIENCE_MS = 180_000;
/** What is asked in one go fits into memory. */
const KEPT = 2_000;

/** Listens to what the program calls, by `heard`; once that runs, `connect` lets it be asked. */
export function createTraffic(questions: readonly string[]) {
  /** Who waits for an answer, by where it goes: a response address or a thread. */
  const waiting = new Map<string, () => void>();
  let asked = 0;

  function answerAt(place: string, sentAt: number): Promise<number | null> {
    return new Promise((resolve) => {
      const overdue = setTimeout(() => {
        waiting.delete(place);
        resolve(null);
      }, PATIENCE_MS);
      waiting.set(place, () => {
        const at = performance.now();
        clearTimeout(overdue);
        waiting.delete(place);
        resolve(at - sentAt);
      });
    });
  }

  return {
    heard: ({ method, path, values }: Call) => {
      const place = method === "response" ? path : String(values.thread_ts);
      waiting.get(place)?.();
    },
    connect: ({ slack, deliver }: { slack: SlackStandIn; deliver: Deliver }) => ({
      /** Sends the next question; resolves when it was answered, or nobody would wait longer. */
      ask: async (): Promise<Exchange> => {
        asked += 1;
        if (waiting.size === 0 && asked % KEPT === 0) slack.forget();
        const { delivery, place } = question(asked, slack);
        const sentAt = performance.now();
        const answered = answerAt(place, sentAt);
        const acknowledged = deliver(delivery).then(
          () => performance.now() - sentAt,
          () => null,
        );
        return { acknowledgedMs: await acknowledged, answeredMs: await answered };
      },
    }),
  };

  function question(number: number, slack: SlackStandIn) {
    const text = questions[number % questions.length] ?? "";
    const user = `U0LOAD${number % PEOPLE}`;
    const channel = `C0LOAD${number % CHANNELS}`;
    if (number % 2 === 0) {
      const responseUrl = slack.newResponseUrl();
      const { kind, payload } = command(text, responseUrl);
      const asked = { ...payload, user_id: user, channel_id: channel };
      return { delivery: { kind, payload: asked }, place: new URL(responseUrl).pathname };
    }
    const said = slack.write({ channel, user, text: `<@${BOT}> ${text}` });
    return { delivery: eventOf("app_mention", said), place: said.ts };
  }
}
