/** Reads what could not be answered: groups of questions, and the words of them that are kept. */
import type { GapSpan } from "../store/gap-queries.ts";
import type { Store } from "../store/store.ts";
import { type GapGroup, gapGroups } from "./gap-groups.ts";
import type { WordedGap } from "./gaps-message.ts";

/** Enough for the examples of one page, where one group was asked much more often than the rest. */
const MAX_QUESTIONS = 500;

export function createGapReading(store: Pick<Store, "gaps" | "feedback">) {
  async function groupsOf(workspace: string, span: GapSpan): Promise<GapGroup[]> {
    const counts = await store.gaps.counts(workspace, span);
    return gapGroups(counts, await store.feedback.within(workspace, span));
  }

  /** The questions of groups, and what was written about their answers. */
  async function withWords(workspace: string, groups: readonly GapGroup[]): Promise<WordedGap[]> {
    const keys = groups.flatMap(({ wordsKeys }) => wordsKeys);
    if (keys.length === 0) return [];
    const asked = await store.gaps.questions(workspace, keys, MAX_QUESTIONS);
    const judged = await store.feedback.corrections(workspace, keys, MAX_QUESTIONS);
    return groups.map((group) => {
      const isIts = ({ words_key }: { words_key: string | null }) =>
        words_key !== null && group.wordsKeys.includes(words_key);
      const remarks = judged.filter(isIts).map(({ text }) => text ?? "");
      const questions = [...asked, ...judged].filter(isIts).map(({ question }) => question ?? "");
      return {
        group,
        questions: questions.filter((text) => text !== ""),
        remarks: remarks.filter((text) => text !== ""),
      };
    });
  }

  return { groupsOf, withWords };
}
