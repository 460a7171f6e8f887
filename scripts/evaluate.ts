/** `npm run evaluate`: how right the answers are, by language, kind and half. */
import { parseArgs } from "node:util";
import { type Question, readDialogues, readQuestions } from "./evaluate/golden.ts";
import { judge, type Verdict } from "./evaluate/judge.ts";
import { openProduct } from "./open-product.ts";
import { orUsage } from "./or-usage.ts";

const USAGE = `Usage: npm run --silent evaluate -- [--json] [--half tune|held] [--failures] [--questions FILE] [--dialogues FILE]
  --questions and --dialogues judge a file of yours instead of those of tests/golden.`;
const QUESTIONS = "tests/golden/base.yaml";
const DIALOGUES = ["", "-plain", "-colloquial", "-more", "-held"].map(
  (name) => `tests/golden/dialogues${name}.yaml`,
);
/** Golden questions were written for this day. */
const TODAY = "2026-11-21";

const { json, half, failures, questionFile, dialogueFiles } = readArguments();
const { product, close } = await openProduct();
const questions = (questionFile ? await readQuestions(questionFile) : []).filter(
  (each) => !half || each.half === half,
);
const judged: Judged[] = [];
for (const question of questions) {
  const answer = await product.ask({ text: question.question, conversation: null, today: TODAY });
  judged.push({ question, verdict: judge(answer, question) });
}
const turns = half ? [] : (await Promise.all(dialogueFiles.map(judgeDialogues))).flat();
await close();

const answerable = judged.filter(({ question }) => question.facts.length > 0);
const unanswerable = judged.filter(({ question }) => question.facts.length === 0);
const groups = {
  all: summary(answerable),
  ...groupsOf("language", (question) => question.language),
  ...groupsOf("kind", (question) => question.kind),
  ...groupsOf("half", (question) => question.half),
};
const refused = {
  all: share(unanswerable, ({ verdict }) => verdict.isRight),
  ...Object.fromEntries(
    [...Map.groupBy(unanswerable, ({ question }) => question.half)].map(([name, group]) => [
      `half ${name}`,
      share(group, ({ verdict }) => verdict.isRight),
    ]),
  ),
};
const dialogueTurns = share(turns, ({ verdict }) => verdict.isRight);

if (failures || !json) printFailures();
console.table(groups);
console.log(`refused of ${unanswerable.length} unanswerable:`, refused);
for (const [file, said] of Map.groupBy(turns, (turn) => turn.file))
  console.log(
    `right of ${said.length} turns in ${file}: ${share(said, ({ verdict }) => verdict.isRight)}`,
  );
if (!half) console.log(`right of ${turns.length} dialogue turns: ${dialogueTurns}`);
if (json) console.log(JSON.stringify({ questions: judged.length, groups, refused, dialogueTurns }));

async function judgeDialogues(file: string) {
  const judgedTurns = [];
  for (const [at, { half, turns: said }] of (await readDialogues(file)).entries())
    for (const turn of said) {
      const conversation = { workspace: "evaluate", id: `${file}:${at}`, isThread: true };
      const answer = await product.ask({ text: turn.said, conversation, today: TODAY });
      judgedTurns.push({
        file,
        said: turn.said,
        half,
        verdict: judge(answer, { kind: "dialogue", ...turn }),
      });
    }
  return judgedTurns;
}

type Judged = { question: Question; verdict: Verdict };

function groupsOf(name: string, key: (question: Question) => string) {
  const grouped = Map.groupBy(answerable, ({ question }) => key(question));
  return Object.fromEntries(
    [...grouped].toSorted().map(([value, group]) => [`${name} ${value}`, summary(group)]),
  );
}

function summary(group: readonly Judged[]) {
  const mean = (value: (verdict: Verdict) => number) =>
    rounded(group.reduce((sum, { verdict }) => sum + value(verdict), 0) / group.length);
  return {
    questions: group.length,
    right: share(group, ({ verdict }) => verdict.isRight),
    firstRight: share(group, ({ verdict }) => verdict.isFirstRight),
    recall: mean((verdict) => verdict.recall),
    citations: mean((verdict) => verdict.citations),
    irrelevant: mean((verdict) => verdict.irrelevant),
  };
}

function share<Entry>(entries: readonly Entry[], holds: (entry: Entry) => boolean): number {
  return entries.length === 0 ? 1 : rounded(entries.filter(holds).length / entries.length);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Failures of the held half are counted, not shown: who sees them would tune to them. */
function printFailures(): void {
  for (const { question, verdict } of judged)
    if (verdict.fault && question.half === "tune")
      console.log(`[${question.kind}] ${question.question}\n    ${verdict.fault}`);
  for (const { said, half, verdict } of turns)
    if (verdict.fault && half === "tune") console.log(`[turn] ${said}\n    ${verdict.fault}`);
}

function readArguments() {
  return orUsage(USAGE, () => {
    const { values } = parseArgs({
      options: {
        json: { type: "boolean", default: false },
        failures: { type: "boolean", default: false },
        half: { type: "string" },
        questions: { type: "string" },
        dialogues: { type: "string" },
      },
    });
    if (values.half && values.half !== "tune" && values.half !== "held")
      throw new TypeError(`--half is ${values.half}; use tune or held`);
    const isOwn = values.questions !== undefined || values.dialogues !== undefined;
    return {
      ...values,
      questionFile: isOwn ? values.questions : QUESTIONS,
      dialogueFiles: isOwn ? [values.dialogues ?? []].flat() : DIALOGUES,
    };
  });
}
