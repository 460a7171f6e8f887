/** Reads the knowledge folder. A bad file is reported and left out; it never stops the rest. */
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { Article, Concept, type ConceptKind } from "../model.ts";
import { checkArticle, checkArticles, type ReadArticle } from "./check-articles.ts";
import { checkDeals } from "./check-deals.ts";
import { checkNames } from "./check-names.ts";
import { describeProblem, type Problem, problemsOf } from "./problem.ts";
import { errorCode, readYaml } from "./read-yaml.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

export type Knowledge = {
  /** Newest first; articles without a date last. */
  articles: Article[];
  vocabulary: Vocabulary;
  /** What is wrong, a line each: file, field, value, remedy. */
  problems: string[];
  /** How many article files were left out. */
  leftOut: number;
};

const VOCABULARY_FILES: Record<string, ConceptKind> = {
  "minerals.yaml": "mineral",
  "countries.yaml": "country",
  "organisations.yaml": "organisation",
  "people.yaml": "person",
  "places.yaml": "place",
  "deal-words.yaml": "deal-word",
  "words.yaml": "word",
  "question-words.yaml": "question-word",
};
/** Waiting for the disk is shared; more open files than this, some systems refuse. */
const FILES_AT_ONCE = 64;

/**
 * Loads `articles/*.yaml` and `vocabulary/*.yaml` below `directory`. With `comparesTexts` a name
 * that one language lacks, and what a deal says without a fact, are problems too. It costs tenths of
 * a second, so the curators' check asks for it and the start of the program does not; it leaves no
 * article out.
 */
export async function loadKnowledge(
  directory: string,
  { comparesTexts = false } = {},
): Promise<Knowledge> {
  const { concepts, problems } = await loadConcepts(join(directory, "vocabulary"));
  const vocabulary = createVocabulary(concepts);
  const files = await listFiles(join(directory, "articles"));
  if (typeof files === "string") problems.push({ file: "articles", text: files });
  const read: ReadArticle[] = [];
  const paths = Array.isArray(files) ? files.filter((file) => /\.ya?ml$/.test(file)) : [];
  for (let at = 0; at < paths.length; at += FILES_AT_ONCE) {
    const some = paths.slice(at, at + FILES_AT_ONCE);
    for (const found of await Promise.all(some.map((path) => readArticle(path, vocabulary)))) {
      if (found.read) read.push(found.read);
      problems.push(...found.problems);
    }
  }
  const checked = checkArticles(read);
  const compared = comparesTexts
    ? read.flatMap((each) => [...checkNames(each, vocabulary), ...checkDeals(each, vocabulary)])
    : [];
  return {
    articles: checked.articles.toSorted(byNewest),
    vocabulary,
    problems: [...problems, ...checked.problems, ...compared].map(describeProblem),
    leftOut: paths.length - checked.articles.length,
  };
}

async function readArticle(
  path: string,
  vocabulary: Vocabulary,
): Promise<{ read: ReadArticle | null; problems: Problem[] }> {
  const file = `articles/${basename(path)}`;
  const source = await readYaml(path);
  if ("problem" in source) return { read: null, problems: [{ file, text: source.problem }] };
  const parsed = Article.safeParse(source.value);
  if (!parsed.success)
    return { read: null, problems: problemsOf(file, source.value, parsed.error) };
  const read = { file, article: parsed.data };
  const problems = checkArticle(read, vocabulary);
  return { read: problems.length === 0 ? read : null, problems };
}

async function loadConcepts(
  directory: string,
): Promise<{ concepts: Concept[]; problems: Problem[] }> {
  const concepts: Concept[] = [];
  const problems: Problem[] = [];
  for (const [name, kind] of Object.entries(VOCABULARY_FILES)) {
    const file = `vocabulary/${name}`;
    const source = await readYaml(join(directory, name));
    const entries = "value" in source ? z.array(z.unknown()).safeParse(source.value) : null;
    if ("problem" in source) problems.push({ file, text: source.problem });
    else if (!entries?.success)
      problems.push({ file, text: "is no list; write a list of concepts" });
    const seen = new Set<string>();
    for (const [index, entry] of (entries?.data ?? []).entries()) {
      const parsed = Concept.safeParse(entry);
      if (!parsed.success)
        problems.push(...problemsOf(`${file}: entry ${index + 1}`, entry, parsed.error));
      else if (seen.has(parsed.data.id))
        problems.push({
          file,
          text: `id "${parsed.data.id}" stands twice; give each entry its own`,
        });
      else concepts.push({ ...parsed.data, kind });
      if (parsed.success) seen.add(parsed.data.id);
    }
  }
  return { concepts, problems };
}

/** The files of a folder in order of name, or a sentence that says why it cannot be read. */
async function listFiles(directory: string): Promise<string[] | string> {
  try {
    return (await readdir(directory)).toSorted().map((name) => join(directory, name));
  } catch (cause) {
    return `cannot be read (${errorCode(cause)}); set KNOWLEDGE_DIR to a folder that holds articles/ and vocabulary/`;
  }
}

function byNewest(left: Article, right: Article): number {
  return inOrder(right.published ?? "", left.published ?? "") || inOrder(left.id, right.id);
}

/** Dates and ids are plain ASCII, so there is no need for the slower order of a language. */
function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
