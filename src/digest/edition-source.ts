import type { Article } from "../model.ts";
import type { EditionSource } from "./edition.ts";

export function sourceOf(article: Article): EditionSource {
  const { id, url, publisher, published, date_basis } = article;
  return { article: id, url, publisher, published, dateBasis: date_basis };
}
