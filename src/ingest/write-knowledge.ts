/** Published articles as knowledge files, which people can improve and keep. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dump } from "js-yaml";
import { withoutCopies } from "../knowledge/excerpts.ts";
import { Article } from "../model.ts";
import type { IngestedRow } from "../store/ingested-queries.ts";

/** As wide as a sentence, so that none is folded. */
const LINE_WIDTH = 10_000;

/**
 * Writes a file for each article into a folder, and never over another one. `kept` are the ids of
 * articles that have a file there already.
 */
export async function writeKnowledge(
  rows: readonly IngestedRow[],
  folder: string,
): Promise<{ written: string[]; kept: string[] }> {
  await mkdir(folder, { recursive: true });
  const articles = rows.flatMap(({ article }) =>
    article === null ? [] : [Article.parse(JSON.parse(article))],
  );
  const written: string[] = [];
  for (const article of articles) {
    const { excerpts } = article;
    const fields = excerpts ? withoutCopies(article, excerpts) : article;
    const text = dump(fields, { lineWidth: LINE_WIDTH, noRefs: true });
    const isNew = await writeFile(join(folder, `${article.id}.yaml`), text, { flag: "wx" }).then(
      () => true,
      (cause: unknown) => {
        if (cause instanceof Error && Reflect.get(cause, "code") === "EEXIST") return false;
        throw cause;
      },
    );
    if (isNew) written.push(article.id);
  }
  const kept = articles.map(({ id }) => id).filter((id) => !written.includes(id));
  return { written, kept };
}
