import type { Article } from "../model.ts";
import type { EditionSource } from "./edition.ts";

export function sourceOf(article: Article): EditionSource {
  const { id, url, publisher, published, date_basis: dateBasis, excerpts = null } = article;
  return { article: id, url, publisher, published, dateBasis, excerpts };
}
