import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dump } from "js-yaml";
import type { Article } from "../../src/model.ts";
import { article } from "../builders.ts";
import { temporaryFolder } from "../temporary.ts";

/** Two minerals, two countries and nothing else. */
const VOCABULARY: Record<string, object[]> = {
  minerals: [
    { id: "lithium", names: { en: ["lithium"] } },
    { id: "uranium", names: { en: ["uranium"] } },
  ],
  countries: [
    { id: "KR", names: { en: ["South Korea"] } },
    { id: "FR", names: { en: ["France"] } },
  ],
  organisations: [],
  people: [],
  places: [],
  "deal-words": [],
  words: [],
  "question-words": [],
};

/** A knowledge folder with the article `good`, and `files` written over it. */
export async function smallBase(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await temporaryFolder();
  const all: Record<string, string | Uint8Array> = {
    "articles/good.yaml": articleFile({}, "good"),
  };
  for (const [name, concepts] of Object.entries(VOCABULARY))
    all[`vocabulary/${name}.yaml`] = dump(concepts);
  for (const [path, content] of Object.entries({ ...all, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** An article's file; `fields` may be what no article should have, undefined leaves one out. */
export function articleFile(
  fields: { [name in keyof Article]?: unknown } & Record<string, unknown>,
  id = "bad",
): string {
  return dump({ ...article({ id }), ...fields });
}
