/** A floor under conversations: single turns may move while the whole improves. */
import { expect, test } from "vitest";
import { readDialogues } from "../../scripts/evaluate/golden.ts";
import { judge } from "../../scripts/evaluate/judge.ts";
import { createAnswers } from "../../src/answers/create-answers.ts";
import { NEW_THREAD } from "../../src/answers/follow-ups/follow-up.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { TODAY } from "./base.ts";

const { articles, vocabulary } = await loadKnowledge("knowledge");
const answers = await createAnswers(articles, vocabulary);

test.each([
  ["tests/golden/dialogues.yaml", 0.8],
  ["tests/golden/dialogues-plain.yaml", 0.8],
  ["tests/golden/dialogues-colloquial.yaml", 0.74],
  ["tests/golden/dialogues-more.yaml", 0.76],
  ["tests/golden/dialogues-held.yaml", 0.76],
])("most turns of %s are right", async (file, floor) => {
  const verdicts = [];
  for (const { turns } of await readDialogues(file)) {
    let previous = NEW_THREAD;
    for (const turn of turns) {
      const answer = answers.ask({ text: turn.said, today: TODAY, previous });
      verdicts.push(judge(answer, { kind: "dialogue", facts: turn.facts }));
      previous = answer.thread;
    }
  }
  const right = verdicts.filter(({ isRight }) => isRight).length;
  expect(right / verdicts.length).toBeGreaterThan(floor);
});
