/** Limits to what one person and one workspace ask in a minute, so that everybody gets an answer. */
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { createAllowances } from "./allowances.ts";
import { formatNumber } from "./format.ts";
import type { Reply, Said } from "./reply.ts";
import { body } from "./text.ts";

type MakeReply = (said: Said) => Promise<Reply>;

/** Texts that are answered within a minute; null for as many as come. */
export type FairLimits = { ofPerson: number | null; ofWorkspace: number | null };

/**
 * Replies to as many texts of a person, and of a workspace, as a minute allows, all at once or spread
 * over it, and to the others with a sentence. Each process counts for itself.
 */
export function limitingFairly({
  limits,
  now,
  languageOf,
}: {
  limits: FairLimits;
  now: () => Date;
  languageOf: (text: string) => Language;
}): (reply: MakeReply) => MakeReply {
  const people = createAllowances({ perMinute: limits.ofPerson, now });
  const workspaces = createAllowances({ perMinute: limits.ofWorkspace, now });

  /** Whose limit keeps a text from being answered. What a person may not ask costs the others nothing. */
  function exceeded({ user, conversation: { workspace } }: Said): keyof FairLimits | null {
    if (!people.take(`${workspace}:${user}`)) return "ofPerson";
    return workspaces.take(workspace) ? null : "ofWorkspace";
  }

  function refusal(limit: keyof FairLimits, text: string): Reply {
    const language = languageOf(text);
    const { fairUse } = stringsIn(language);
    const shown = formatNumber(limits[limit] ?? 0, language);
    const sentence = limit === "ofPerson" ? fairUse.tooMany(shown) : fairUse.tooManyHere(shown);
    return { message: { language, paragraphs: [body(sentence)] }, answer: null };
  }

  return (reply) => async (said) => {
    const limit = exceeded(said);
    return limit ? refusal(limit, said.text) : reply(said);
  };
}
