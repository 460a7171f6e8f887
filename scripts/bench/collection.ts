/** Documents with questions whose right answers are known. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Knowledge } from "../../src/knowledge/load-knowledge.ts";
import { factKey, LANGUAGES, Language } from "../../src/model.ts";
import type { Question as GoldenQuestion } from "../evaluate/golden.ts";

const Document = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  language: Language,
});
export type Document = z.infer<typeof Document>;

/** Ids that are right, or ids with a grade: the higher the better. */
const Relevant = z
  .union([z.array(z.string()), z.record(z.string(), z.number())])
  .transform((relevant) =>
    Array.isArray(relevant)
      ? new Map(relevant.map((id) => [id, 1]))
      : new Map(Object.entries(relevant)),
  );

const Question = z.object({
  text: z.string(),
  language: Language.optional(),
  relevant: Relevant,
});

const Contents = z.object({ documents: z.array(Document), questions: z.array(Question) });

export type Collection = z.infer<typeof Contents> & { name: string };

export async function readCollection(file: string): Promise<Collection> {
  return { name: file, ...Contents.parse(JSON.parse(await readFile(file, "utf8"))) };
}

/** The facts of the base in each language, with the golden questions that name facts. */
export function goldenCollections(
  { articles }: Knowledge,
  questions: readonly GoldenQuestion[],
): Collection[] {
  return LANGUAGES.map((language) => ({
    name: `golden questions (${language})`,
    documents: articles.flatMap((article) =>
      article.facts.map((fact) => ({
        id: factKey({ article, fact }),
        title: article.headline[language],
        text: fact[language],
        language,
      })),
    ),
    questions: questions
      .filter((question) => question.language === language && question.facts.length > 0)
      .map(({ question, facts }) => ({
        text: question,
        language,
        relevant: new Map(facts.map((fact) => [fact, 1])),
      })),
  }));
}
