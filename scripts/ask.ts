/** `npm run ask`: answers on the command line, for people and for programs. */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Answer } from "../src/answers/answer.ts";
import { answerMessage } from "../src/messages/answer-message.ts";
import { plainText } from "../src/messages/text.ts";
import { Day } from "../src/model.ts";
import { openAsking } from "./open-asking.ts";
import { orUsage } from "./or-usage.ts";

const USAGE = `Usage: npm run --silent ask -- [--json] [--today YYYY-MM-DD] "question"
       npm run --silent ask -- --stdin   (a question a line, plain or {"question","thread","today"})`;

const Line = z.object({
  question: z.string(),
  thread: z.string().optional(),
  today: Day.optional(),
});
type Line = z.infer<typeof Line>;

const { values, positionals } = readArguments();
const question = positionals.join(" ");
const asking = await openAsking(values.stdin ? null : question);
if (values.stdin) {
  for await (const text of createInterface({ input: process.stdin })) {
    if (text.trim() === "") continue;
    const line = readLine(text);
    console.log(JSON.stringify("error" in line ? line : await answerAsJson(line)));
  }
} else {
  const line = Line.parse({ question, today: values.today });
  if (values.json) console.log(JSON.stringify(await answerAsJson(line)));
  else console.log(textOf(await ask(line)));
}

function readArguments() {
  return orUsage(USAGE, () => {
    const read = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        stdin: { type: "boolean", default: false },
        today: { type: "string" },
      },
    });
    if (read.values.today !== undefined && !Day.safeParse(read.values.today).success)
      throw new TypeError(`--today is "${read.values.today}"; use an existing day, YYYY-MM-DD`);
    if (!read.values.stdin && read.positionals.length === 0)
      throw new TypeError("No question is given: write it behind --, in quotes.");
    return read;
  });
}

/** A line is a question, or an object that holds one; a bad one is answered with what is wrong. */
function readLine(text: string): Line | { error: string } {
  if (!text.trimStart().startsWith("{")) return { question: text };
  try {
    const read = Line.safeParse(JSON.parse(text));
    return read.success ? read.data : { error: z.prettifyError(read.error) };
  } catch (cause) {
    return { error: `not JSON: ${cause instanceof Error ? cause.message : cause}` };
  }
}

function ask({ question, thread, today }: Line): Promise<Answer> {
  const conversation = thread ? { workspace: "cli", id: thread, isThread: true } : null;
  return asking.ask({ text: question, conversation, ...(today && { today }) });
}

async function answerAsJson(line: Line) {
  const start = performance.now();
  const answer = await ask(line);
  const elapsedMs = Math.round((performance.now() - start) * 100) / 100;
  return {
    question: line.question,
    language: answer.language,
    answered: answer.kind !== "unknown",
    kind: answer.kind,
    text: textOf(answer),
    evidence: answer.citations.map(({ article, fact, quote, language }) => ({
      article: article.id,
      fact: fact.id,
      quote,
      language,
      title: article.title ?? article.headline[language],
      publisher: article.publisher,
      published: article.published,
      url: article.url,
    })),
    nearest: answer.nearest.map((article) => article.id),
    elapsedMs,
  };
}

function textOf(answer: Answer): string {
  return plainText(answerMessage(answer, asking.base));
}
