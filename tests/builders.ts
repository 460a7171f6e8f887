/** Small whole values for tests: each says only what its test is about. */
import type { Article } from "../src/model.ts";

type Fact = Article["facts"][number];
type Deal = Article["deals"][number];

/** One text in the three languages. */
export function translated(text: string): { en: string; fr: string; ru: string } {
  return { en: text, fr: text, ru: text };
}

/** An article with an address and words of its own, published on a day and on one mineral. */
export function article(fields: Partial<Article> = {}): Article {
  const id = fields.id ?? "one";
  return {
    id,
    url: `https://news.example/${id}`,
    publisher: "The Example",
    title: `Title of ${id}`,
    title_basis: "page",
    language: "en",
    published: "2024-06-12",
    date_basis: "page",
    evidence_confidence: "high",
    evidence_text: "full",
    event_type: "agreement",
    countries: ["KR"],
    minerals: ["lithium"],
    organisations: [],
    people: [],
    headline: translated(`Headline of ${id}`),
    facts: [fact(translated(ownWords(id)))],
    deals: [],
    relations: [],
    ...fields,
  };
}

/** Words that no other article has: one happening is told in like words. */
function ownWords(id: string): string {
  const word = id.replaceAll("-", "");
  return `${["a", "b", "c", "d", "e"].map((letter) => `${word}${letter}`).join(" ")}.`;
}

export function fact(fields: Partial<Fact> = {}): Fact {
  return { id: "first", ...translated("A plain statement."), ...fields };
}

export function deal(fields: Partial<Deal> = {}): Deal {
  return {
    id: "pact",
    name: translated("Pact on lithium"),
    parties: ["KR"],
    date: "2024-06-12",
    status: "signed",
    amount: null,
    currency: null,
    ...fields,
  };
}
