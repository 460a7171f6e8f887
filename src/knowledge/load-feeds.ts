/** The outlets that can be watched. */
import { access } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { FeedSource } from "../model.ts";
import { type Problem, problemsOf } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

const FILE = "feeds.yaml";

/** Reads `feeds.yaml` below `directory`; a folder without one has no outlets to offer. */
export async function loadFeeds(
  directory: string,
): Promise<{ feeds: FeedSource[]; problems: Problem[] }> {
  const path = join(directory, FILE);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return { feeds: [], problems: [] };
  const source = await readYaml(path);
  if ("problem" in source) return { feeds: [], problems: [{ file: FILE, text: source.problem }] };
  const entries = z.array(z.unknown()).safeParse(source.value).data;
  if (!entries)
    return { feeds: [], problems: [{ file: FILE, text: "is no list; write a list of feeds" }] };
  const feeds: FeedSource[] = [];
  const problems: Problem[] = [];
  for (const [at, entry] of entries.entries()) {
    const file = `${FILE}: entry ${at + 1}`;
    const parsed = FeedSource.safeParse(entry);
    if (!parsed.success) problems.push(...problemsOf(file, entry, parsed.error));
    else {
      const twice = twiceProblem(parsed.data, feeds);
      if (twice) problems.push({ file, text: twice });
      else feeds.push(parsed.data);
    }
  }
  return { feeds, problems };
}

function twiceProblem({ id, url }: FeedSource, feeds: readonly FeedSource[]): string | null {
  if (feeds.some((each) => each.id === id))
    return `id "${id}" stands twice; give each entry its own`;
  const same = feeds.find((each) => each.url === url);
  return same ? `"url" is that of ${same.id}; remove one of them` : null;
}
