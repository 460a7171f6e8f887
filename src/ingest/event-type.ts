/** What kind of event an article tells of, by the words that it uses most. */
import type { Article } from "../model.ts";
import type { Mentions } from "./mentions.ts";

type EventType = Article["event_type"];

/** Of equal weight, the earlier one. */
const TOLD_BY: readonly (readonly [EventType, readonly string[]])[] = [
  ["memorandum", ["deal-word:memorandum"]],
  ["agreement", ["deal-word:agreement", "deal-word:joint-venture", "deal-word:offtake"]],
  ["discovery", ["deal-word:discovery"]],
  ["negotiation", ["deal-word:talks", "word:negotiate"]],
  ["visit", ["deal-word:visit", "deal-word:summit", "deal-word:meeting"]],
  ["investment", ["deal-word:investment", "deal-word:funding", "deal-word:stake"]],
  ["policy", ["deal-word:policy", "deal-word:law", "deal-word:tax", "deal-word:programme"]],
  ["production", ["deal-word:production", "deal-word:mining-operations"]],
  [
    "project",
    [
      "deal-word:plant",
      "deal-word:launch",
      "deal-word:processing",
      "deal-word:capacity",
      "deal-word:exploration",
    ],
  ],
];
/** Fewer words of a kind tell nothing. */
const MIN_WEIGHT = 2;

export function eventTypeOf(mentions: Mentions): EventType {
  const weighed = TOLD_BY.map(([type, concepts]) => ({
    type,
    weight: concepts.reduce((sum, concept) => sum + (mentions.get(concept) ?? 0), 0),
  })).toSorted((left, right) => right.weight - left.weight);
  const [most] = weighed;
  return most && most.weight >= MIN_WEIGHT ? most.type : "analysis";
}
