import MiniSearch from "minisearch";
import type { Document } from "./collection.ts";
import type { Engine } from "./engines.ts";

export function createMiniSearch(documents: readonly Document[]): Engine {
  const index = new MiniSearch<Document>({ fields: ["title", "text"] });
  index.addAll(documents);
  return {
    search: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map(({ id }) => String(id)),
    add: (more) => index.addAll(more),
  };
}
