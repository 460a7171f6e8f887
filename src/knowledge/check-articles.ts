/** What zod cannot see: references between files, and the three languages against each other. */
import { type Article, LANGUAGES, type Translated } from "../model.ts";
import type { Problem } from "./problem.ts";
import { tokenize } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** An article with the file that it was read from. */
export type ReadArticle = { file: string; article: Article };

/** Problems inside one article: its name, its concepts, its ids, its numbers. */
export function checkArticle({ file, article }: ReadArticle, vocabulary: Vocabulary): Problem[] {
  const texts = [
    ...unknownConcepts(article, vocabulary),
    ...repeated("facts", article.facts),
    ...repeated("deals", article.deals),
    ...differentNumbers(article),
    ...uncorrectedMistakes(article),
  ];
  if (file.replace(/^.*\/|\.ya?ml$/g, "") !== article.id)
    texts.unshift(`"id" is "${article.id}"; give the file the same name`);
  return texts.map((text) => ({ file, text }));
}

/**
 * Problems between articles. Of two articles with one id or address the first stays; a relation
 * that leads nowhere is dropped, and its article stays.
 */
export function checkArticles(read: readonly ReadArticle[]): {
  articles: Article[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const byId = new Map<string, ReadArticle>();
  const byUrl = new Map<string, ReadArticle>();
  for (const each of read) {
    const { file, article } = each;
    const twin = byId.get(article.id) ?? byUrl.get(article.url);
    if (twin) {
      const field = twin.article.id === article.id ? "id" : "url";
      problems.push({
        file,
        text: `"${field}" is ${article[field]}, which ${twin.file} has too; keep one of them`,
      });
      continue;
    }
    byId.set(article.id, each);
    byUrl.set(article.url, each);
  }
  const articles = new Map([...byId].map(([id, { article }]) => [id, article]));
  const kept = [...byId.values()].map(({ file, article }) => {
    const lost = article.relations.filter(
      (relation) => !leadsSomewhere(relation, article, articles),
    );
    for (const relation of lost)
      problems.push({
        file,
        text: `relation to "${relation.to}" leads nowhere; mend or remove it`,
      });
    return { ...article, relations: article.relations.filter((each) => !lost.includes(each)) };
  });
  return { articles: kept, problems };
}

function leadsSomewhere(
  relation: Article["relations"][number],
  from: Article,
  byId: ReadonlyMap<string, Article>,
): boolean {
  if (relation.type === "follows") return byId.has(relation.to);
  const [target = "", fact] = relation.to.split("/");
  const hasOwn = from.facts.some((each) => each.id === relation.fact);
  return hasOwn && (byId.get(target)?.facts.some((each) => each.id === fact) ?? false);
}

function unknownConcepts(article: Article, vocabulary: Vocabulary): string[] {
  const named = [
    ...article.minerals.map((id) => ({ field: "minerals", kind: "mineral", id })),
    ...article.countries.map((id) => ({ field: "countries", kind: "country", id })),
    ...article.organisations.map((id) => ({ field: "organisations", kind: "organisation", id })),
    ...article.people.map(({ id }) => ({ field: "people", kind: "person", id })),
    ...article.deals.flatMap((deal) =>
      (deal.minerals ?? []).map((id) => ({
        field: `deals.${deal.id}.minerals`,
        kind: "mineral",
        id,
      })),
    ),
    ...article.deals.flatMap((deal) =>
      deal.parties.map((id) => ({
        field: `deals.${deal.id}.parties`,
        kind: vocabulary.concepts.has(`organisation:${id}`) ? "organisation" : "country",
        id,
      })),
    ),
  ];
  return named
    .filter(({ kind, id }) => !vocabulary.concepts.has(`${kind}:${id}`))
    .map(
      ({ field, kind, id }) =>
        `"${field}" names "${id}", an unknown ${kind}; add it to the vocabulary or mend the id`,
    );
}

/** A mistake is never shown without its correction, so it must name one. */
function uncorrectedMistakes({ facts, relations }: Article): string[] {
  const corrected = new Set(
    relations.flatMap((each) => (each.type === "contradicts" ? each.fact : [])),
  );
  return facts
    .filter((fact) => fact.mistake && !corrected.has(fact.id))
    .map(
      ({ id }) => `"facts.${id}" is a mistake without a correction; add a "contradicts" relation`,
    );
}

function repeated(field: string, entries: readonly { id: string }[]): string[] {
  return [...Map.groupBy(entries, (entry) => entry.id)]
    .filter(([, same]) => same.length > 1)
    .map(([id]) => `"${field}" has the id "${id}" twice; give each its own`);
}

function differentNumbers(article: Article): string[] {
  const texts: [string, Translated][] = [
    ["headline", article.headline],
    ...article.facts.map((fact): [string, Translated] => [`facts.${fact.id}`, fact]),
    ...article.deals.map((deal): [string, Translated] => [`deals.${deal.id}.name`, deal.name]),
  ];
  return texts.flatMap(([field, text]) => {
    const numbers = LANGUAGES.map((language) => numbersOf(text, language).join(" "));
    if (new Set(numbers).size === 1) return [];
    const shown = LANGUAGES.map((language, index) => `${language}: ${numbers[index] || "none"}`);
    return `"${field}" has different numbers (${shown.join("; ")}); write the same in digits`;
  });
}

function numbersOf(text: Translated, language: keyof Translated): string[] {
  // Most texts have none, and this is asked of every text whenever the base is loaded.
  if (!/\d/.test(text[language])) return [];
  return tokenize(text[language], language)
    .filter((token) => token.isNumber)
    .map((token) => token.text)
    .toSorted();
}
