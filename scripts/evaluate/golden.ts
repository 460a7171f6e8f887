/** The golden questions: what is asked, and every fact of the base that answers it. */
import { readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { z } from "zod";
import { Language } from "../../src/model.ts";

const Question = z.object({
  question: z.string(),
  language: Language,
  /** The kind of question; `unanswerable` for what the base cannot tell. */
  kind: z.string(),
  /** `held` questions are not looked at while answers are tuned. */
  half: z.enum(["tune", "held"]),
  why: z.string().optional(),
  /** Keys (`article/fact`) of all facts that answer, in no order. */
  facts: z.array(z.string()),
});
export type Question = z.infer<typeof Question>;

const Dialogue = z.object({
  language: Language,
  half: z.enum(["tune", "held"]).default("tune"),
  turns: z.array(z.object({ said: z.string(), facts: z.array(z.string()) })),
});
type Dialogue = z.infer<typeof Dialogue>;

/** Kinds whose answer is a list; others are answered by few facts. */
export const LISTED_KINDS: ReadonlySet<string> = new Set([
  "list",
  "latest",
  "timeline",
  "compare",
  "filter",
]);

export async function readQuestions(file: string): Promise<Question[]> {
  return z.array(Question).parse(load(await readFile(file, "utf8")));
}

export async function readDialogues(file: string): Promise<Dialogue[]> {
  return z.array(Dialogue).parse(load(await readFile(file, "utf8")));
}
