/** Reads the knowledge folder. A bad file is reported and left out; it never stops the rest. */
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { Article, type FeedSource } from "../model.ts";
import { checkArticle, checkArticles, type ReadArticle } from "./check-articles.ts";
import { checkDeals } from "./check-deals.ts";
import { checkNames } from "./check-names.ts";
import { Concept, type ConceptKind } from "./concept.ts";
import { withExcerpts } from "./excerpts.ts";
import { loadFeeds } from "./load-feeds.ts";
import { byNewest } from "./newest-first.ts";
import { describeProblem, type Problem, problemsOf } from "./problem.ts";
import { errorCode, readYaml, readYamlFiles, type YamlFile } from "./read-yaml.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

export type Knowledge = {
  /** Newest first; articles without a date last. */
  articles: readonly Article[];
  vocabulary: Vocabulary;
  /** Outlets that can be watched. */
  feeds: readonly FeedSource[];
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

/**
 * Loads `articles/*.yaml`, `vocabulary/*.yaml` and `feeds.yaml` below `directory`. With `comparesTexts` a name
 * that one language lacks, and what a deal says without a fact, are problems too. It costs tenths of
 * a second, so the curators' check asks for it and the start of the program does not; it leaves no
 * article out.
 */
export async function loadKnowledge(
  directory: string,
  { comparesTexts = false } = {},
): Promise<Knowledge> {
  // The disk is read while the vocabulary is put together.
  const reading = readFolder(join(directory, "articles"));
  const offering = loadFeeds(directory);
  const { concepts, problems } = await loadConcepts(join(directory, "vocabulary"));
  const vocabulary = createVocabulary(concepts);
  const { feeds, problems: feedProblems } = await offering;
  problems.push(...feedProblems);
  const sources = await reading;
  if (!Array.isArray(sources)) problems.push({ file: "articles", text: sources.problem });
  const files = Array.isArray(sources) ? sources : [];
  const read: ReadArticle[] = [];
  for (const source of files) {
    const found = readArticle(source, vocabulary);
    if (found.read) read.push(found.read);
    problems.push(...found.problems);
  }
  const checked = checkArticles(read);
  const compared = comparesTexts
    ? read
        .filter(({ article }) => !article.excerpts)
        .flatMap((each) => [...checkNames(each, vocabulary), ...checkDeals(each, vocabulary)])
    : [];
  return {
    articles: checked.articles.toSorted(byNewest),
    vocabulary,
    feeds,
    problems: [...problems, ...checked.problems, ...compared].map(describeProblem),
    leftOut: files.length - checked.articles.length,
  };
}

function readArticle(
  { path, source }: YamlFile,
  vocabulary: Vocabulary,
): { read: ReadArticle | null; problems: Problem[] } {
  const file = `articles/${basename(path)}`;
  if ("problem" in source) return { read: null, problems: [{ file, text: source.problem }] };
  const parsed = Article.safeParse(withExcerpts(source.value));
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
  const files = Object.entries(VOCABULARY_FILES).map(async ([name, kind]) => {
    const source = await readYaml(join(directory, name));
    return { file: `vocabulary/${name}`, kind, source };
  });
  for (const { file, kind, source } of await Promise.all(files)) {
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

/** The YAML files of a folder in order of name, or a sentence that says why it cannot be read. */
async function readFolder(directory: string): Promise<YamlFile[] | { problem: string }> {
  try {
    const names = (await readdir(directory)).filter((name) => /\.ya?ml$/.test(name));
    return await readYamlFiles(names.toSorted().map((name) => join(directory, name)));
  } catch (cause) {
    return {
      problem: `cannot be read (${errorCode(cause)}); set KNOWLEDGE_DIR to a folder that holds articles/ and vocabulary/`,
    };
  }
}
