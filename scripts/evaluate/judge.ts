/** Whether an answer is right, and if not, what is wrong with it. */
import type { Answer } from "../../src/answers/answer.ts";
import { factKey } from "../../src/model.ts";
import { LISTED_KINDS } from "./golden.ts";

export type Verdict = {
  isRight: boolean;
  /** Whether the first citation alone is right. */
  isFirstRight: boolean;
  citations: number;
  /** Citations that answer something else. */
  irrelevant: number;
  /** The share of the answering facts that are cited. */
  recall: number;
  /** In words; null where nothing is wrong. */
  fault: string | null;
};

const MAX_CITATIONS = 3;
const MAX_LISTED = 10;

/** Judges an answer by the facts that answer the question; none of them means "I don't know". */
export function judge(
  answer: Answer,
  expected: { kind: string; facts: readonly string[] },
): Verdict {
  const { kind, facts } = expected;
  const cited = answer.citations.map(factKey);
  const wanted = new Set(facts);
  const counted = cited.slice(0, LISTED_KINDS.has(kind) ? MAX_LISTED : MAX_CITATIONS);
  const irrelevant = cited.filter((key) => !wanted.has(key));
  const isRight = facts.length === 0 ? cited.length === 0 : counted.some((key) => wanted.has(key));
  return {
    isRight,
    isFirstRight: facts.length === 0 ? isRight : wanted.has(cited[0] ?? ""),
    citations: cited.length,
    irrelevant: irrelevant.length,
    recall: facts.length === 0 ? 1 : cited.filter((key) => wanted.has(key)).length / facts.length,
    fault: isRight ? null : faultOf(answer, cited, facts),
  };
}

function faultOf(answer: Answer, cited: readonly string[], facts: readonly string[]): string {
  if (facts.length === 0) return `should be refused; cites ${cited.join(", ")}`;
  if (cited.length === 0)
    return `refused, missing ${answer.missing.join(", ") || "nothing"}; wants ${facts.join(", ")}`;
  return `cites ${cited.join(", ")}; wants ${facts.join(", ")}`;
}
