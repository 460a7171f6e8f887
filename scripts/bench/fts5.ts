import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Language } from "../../src/model.ts";
import type { Document } from "./collection.ts";
import type { Engine } from "./engines.ts";

const Rows = z.array(z.object({ id: z.string() }));
/** Porter's stems are of English only. */
const TOKENIZERS: Record<Language, string> = {
  en: "porter unicode61 remove_diacritics 2",
  fr: "unicode61 remove_diacritics 2",
  ru: "unicode61 remove_diacritics 2",
};

export function createFts5(documents: readonly Document[], language: Language): Engine {
  const database = new DatabaseSync(":memory:");
  database.exec(
    `create virtual table document using fts5(id unindexed, title, text, tokenize = '${TOKENIZERS[language]}')`,
  );
  const insert = database.prepare("insert into document (id, title, text) values (?, ?, ?)");
  const select = database.prepare(
    "select id from document where document match ? order by rank limit ?",
  );
  const add = (more: readonly Document[]) => {
    database.exec("begin");
    for (const { id, title, text } of more) insert.run(id, title, text);
    database.exec("commit");
  };
  add(documents);
  return {
    search: (query, limit) => {
      const words = query.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      const anyOf = words.map((word) => `"${word}"`).join(" OR ");
      return Rows.parse(select.all(anyOf, limit)).map(({ id }) => id);
    },
    add,
  };
}
