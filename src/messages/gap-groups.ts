/** Questions without a right answer, joined by what they are about. */
import { z } from "zod";
import type { FeedbackRow } from "../store/feedback-queries.ts";
import type { GapCount } from "../store/gap-queries.ts";
import { ERRORS } from "./feedback.ts";

type ErrorKind = (typeof ERRORS)[number];

/** One thing that was asked: how often without an answer, and what its answers were said to lack. */
export type GapGroup = {
  /** Keys of concepts, or words as they were written. */
  subjects: readonly string[];
  wordsKeys: readonly string[];
  unanswered: number;
  corrections: readonly ErrorKind[];
  lastAt: string;
  /** Whether something particular is missing; else only the words are alike. */
  isMissing: boolean;
  /** Whether words of it are kept still. */
  isKept: boolean;
};

type Part = GapGroup & { keys: readonly string[] };

const Subjects = z.array(z.string());

/** Those that were asked most come first; of two, the one that was asked last. */
export function gapGroups(
  counts: readonly GapCount[],
  feedback: readonly FeedbackRow[],
): GapGroup[] {
  const parts = [...counts.map(partOfCount), ...feedback.flatMap(partOfFeedback)];
  const groups = joined(parts).map(groupOf);
  return joined(groups.map(byName))
    .map(groupOf)
    .toSorted(
      (left, right) =>
        weightOf(right) - weightOf(left) ||
        right.lastAt.localeCompare(left.lastAt) ||
        left.subjects.join().localeCompare(right.subjects.join()),
    );
}

function weightOf({ unanswered, corrections }: GapGroup): number {
  return unanswered + corrections.length;
}

/** Without words, groups of one name cannot be told apart. */
function byName(group: GapGroup, at: number): Part {
  const isBare = !group.isMissing && !group.isKept;
  return {
    ...group,
    keys: [isBare ? `subjects:${JSON.stringify(group.subjects)}` : `group:${at}`],
  };
}

function partOfCount({ missing_key, words_key, subjects, count, lastAt, isKept }: GapCount): Part {
  const missing = missing_key === null ? [] : [`missing:${missing_key}`];
  return {
    keys: [...missing, `words:${words_key}`],
    subjects: Subjects.parse(JSON.parse(subjects)),
    wordsKeys: [words_key],
    unanswered: count,
    corrections: [],
    lastAt,
    isMissing: missing_key !== null,
    isKept,
  };
}

/** That an answer is right leaves no gap. */
function partOfFeedback({ kind, question, words_key, subjects, given_at }: FeedbackRow): Part[] {
  const correction = z.enum(ERRORS).safeParse(kind).data;
  if (!correction || words_key === null) return [];
  return [
    {
      keys: [`words:${words_key}`],
      subjects: Subjects.parse(JSON.parse(subjects)),
      wordsKeys: [words_key],
      unanswered: 0,
      corrections: [correction],
      lastAt: given_at,
      isMissing: false,
      isKept: question !== null,
    },
  ];
}

/** Parts that share a key, or share one with others that do. */
function joined(parts: readonly Part[]): Part[][] {
  const byKey = new Map<string, Part[]>();
  for (const part of parts) {
    const met = new Set(part.keys.flatMap((key) => byKey.get(key) ?? []));
    const group = [...met, part];
    for (const key of group.flatMap(({ keys }) => keys)) byKey.set(key, group);
  }
  return [...new Set(byKey.values())];
}

/** What is missing says more than the words of one question, and what was said last more than before. */
function groupOf(parts: readonly GapGroup[]): GapGroup {
  const named = parts
    .filter(({ subjects }) => subjects.length > 0)
    .toSorted(
      (left, right) =>
        Number(right.isMissing) - Number(left.isMissing) || right.lastAt.localeCompare(left.lastAt),
    );
  return {
    subjects: named[0]?.subjects ?? [],
    wordsKeys: [...new Set(parts.flatMap(({ wordsKeys }) => wordsKeys))],
    unanswered: parts.reduce((sum, { unanswered }) => sum + unanswered, 0),
    corrections: parts.flatMap(({ corrections }) => corrections),
    lastAt:
      parts
        .map(({ lastAt }) => lastAt)
        .toSorted()
        .at(-1) ?? "",
    isMissing: parts.some(({ isMissing }) => isMissing),
    isKept: parts.some(({ isKept }) => isKept),
  };
}
