/** A limit to what one person asks in a minute, so that everybody gets an answer. */
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { newest } from "./newest.ts";
import type { Reply, Said } from "./reply.ts";
import { body } from "./text.ts";

type MakeReply = (said: Said) => Promise<Reply>;

/** More people within a minute than a workspace has awake. */
const MAX_PEOPLE = 10_000;
const MINUTE_MS = 60_000;

/**
 * Replies to as many texts of a person as a minute allows, all at once or spread over it, and to the
 * others with a sentence. Each process counts for itself. Without `perMinute` there is no limit.
 */
export function limitingFairly({
  perMinute,
  now,
  languageOf,
}: {
  perMinute: number | null;
  now: () => Date;
  languageOf: (text: string) => Language;
}): (reply: MakeReply) => MakeReply {
  if (perMinute === null) return (reply) => reply;
  /** How many texts a person may send at once, as of an instant. */
  const allowances = newest<{ left: number; at: number }>(MAX_PEOPLE);

  /** The allowance grows back evenly. */
  function take(person: string, most: number): boolean {
    const at = now().getTime();
    const before = allowances.get(person) ?? { left: most, at };
    const grown = (Math.max(0, at - before.at) / MINUTE_MS) * most;
    const left = Math.min(most, before.left + grown);
    const isAllowed = left >= 1;
    allowances.set(person, { left: isAllowed ? left - 1 : left, at });
    return isAllowed;
  }

  return (reply) => async (said) => {
    const { workspace } = said.conversation;
    if (take(`${workspace}:${said.user}`, perMinute)) return reply(said);
    const language = languageOf(said.text);
    const sentence = stringsIn(language).fairUse.tooMany(perMinute);
    return { message: { language, paragraphs: [body(sentence)] }, answer: null };
  };
}
