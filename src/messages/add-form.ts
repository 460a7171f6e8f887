/** The draft of an article as a form: what can be corrected, and what is wrong with it. */
import { z } from "zod";
import { plainName } from "../knowledge/concept-name.ts";
import { inEveryLanguage } from "../knowledge/excerpts.ts";
import { tokenize } from "../knowledge/tokens.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import { Article, LANGUAGES, type Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";

/** A draft as it is kept until somebody decides. */
export const KeptDraft = z.object({
  article: Article,
  fingerprint: z.array(z.number()),
  paragraphs: z.array(z.string()),
  /** Older figures that it may replace. */
  replacements: z.array(z.object({ text: z.string(), to: z.string(), was: z.string() })).optional(),
  /** The wording of a published article that it corrects. */
  corrects: z.int().optional(),
  /** The article of a feed that waits for curators, which it is. */
  candidate: z.string().optional(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** The form as it is filled in; lists are names between commas, facts a line each. */
export const AddForm = z.object({
  title: z.string(),
  published: z.string(),
  minerals: z.string(),
  partners: z.string(),
  facts: z.string(),
  /** Facts (`article/fact`) that it replaces, of those that were proposed. */
  replaces: z.array(z.string()),
  verdict: z.string(),
  reason: z.string(),
});
export type AddForm = z.infer<typeof AddForm>;

export type AddFaults = { [field in keyof AddForm]?: string };

export const VERDICTS = ["publish", "reject"] as const;

const MAX_FACTS = 10;
const MAX_REASON_CHARS = 500;

/** The draft in the form, its names in the language of whoever fills it in. */
export function formOf(
  { article }: Pick<KeptDraft, "article">,
  { language, vocabulary }: { language: Language; vocabulary: Vocabulary },
): AddForm {
  const names = (kind: string, ids: readonly string[]) =>
    ids.map((id) => plainName(vocabulary, `${kind}:${id}`, language)).join(", ");
  return {
    title: article.title ?? "",
    published: article.published ?? "",
    minerals: names("mineral", article.minerals),
    partners: names("country", article.countries),
    facts: article.facts.map((fact) => fact[ownLanguage(article)]).join("\n"),
    replaces: [],
    verdict: "publish",
    reason: "",
  };
}

/** What is wrong with a form by field; null where nothing is. */
export function faultsOf(
  form: AddForm,
  { paragraphs }: Pick<KeptDraft, "paragraphs">,
  { language, vocabulary }: { language: Language; vocabulary: Vocabulary },
): AddFaults | null {
  const { faults: words } = stringsIn(language).ingest.form;
  if (form.verdict === "reject") {
    if (form.reason.trim() === "") return { reason: words.noReason };
    return form.reason.length > MAX_REASON_CHARS
      ? { reason: words.longReason({ length: form.reason.length, limit: MAX_REASON_CHARS }) }
      : null;
  }
  const faults: AddFaults = {};
  if (form.title.trim() === "") faults.title = words.noTitle;
  if (!isPartialDate(form.published.trim())) faults.published = words.notADate(form.published);
  const minerals = readNames(form.minerals, "mineral", vocabulary);
  if (minerals.unknown.length > 0) faults.minerals = words.notAMineral(minerals.unknown.join(", "));
  const partners = readNames(form.partners, "country", vocabulary);
  if (partners.unknown.length > 0) faults.partners = words.notACountry(partners.unknown.join(", "));
  const facts = linesOf(form.facts);
  const text = plain(paragraphs.join(" "));
  const invented = facts.find((fact) => !text.includes(plain(fact)));
  if (facts.length === 0) faults.facts = words.noFacts;
  else if (facts.length > MAX_FACTS)
    faults.facts = words.manyFacts({ count: facts.length, limit: MAX_FACTS });
  else if (invented !== undefined) faults.facts = words.notInArticle(invented);
  return Object.keys(faults).length > 0 ? faults : null;
}

/** The article as the form has it; a form with faults is not for this. */
export function corrected(
  { article, replacements = [] }: Pick<KeptDraft, "article" | "replacements">,
  form: AddForm,
  vocabulary: Vocabulary,
): Article {
  const own = ownLanguage(article);
  const facts = linesOf(form.facts);
  const ids = idsOf(facts, article);
  const idOf = (text: string) => ids[facts.indexOf(text)];
  const title = form.title.trim();
  const published = form.published.trim() || null;
  const isSameDate = published === article.published;
  return {
    ...article,
    title,
    headline: inEveryLanguage(title),
    published,
    date_basis: isSameDate ? article.date_basis : published === null ? "unknown" : "page",
    minerals: readNames(form.minerals, "mineral", vocabulary).ids,
    countries: readNames(form.partners, "country", vocabulary).ids,
    facts: facts.map(
      (text, at) =>
        article.facts.find((fact) => fact[own] === text) ?? {
          id: ids[at] ?? "",
          ...inEveryLanguage(text),
        },
    ),
    deals: article.deals.filter((deal) => facts.includes(deal.name[own])),
    relations: [
      ...article.relations.flatMap((relation) => {
        if (relation.type === "follows") return relation;
        const said = article.facts.find(({ id }) => id === relation.fact);
        const fact = said && idOf(said[own]);
        return fact ? { ...relation, fact } : [];
      }),
      ...replacements.flatMap(({ text, to }) => {
        const fact = form.replaces.includes(to) ? idOf(text) : undefined;
        return fact ? { type: "supersedes" as const, fact, to } : [];
      }),
    ],
  };
}

/** A sentence keeps its id, since other articles may name it; a new one gets one that was never used. */
function idsOf(texts: readonly string[], article: Article): string[] {
  const own = ownLanguage(article);
  const numbers = article.facts.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  let last = Math.max(0, ...numbers);
  return texts.map((text) => {
    const known = article.facts.find((fact) => fact[own] === text);
    if (known) return known.id;
    last += 1;
    return `excerpt-${last}`;
  });
}

/** A draft's sentences are its page's own, in one language. */
function ownLanguage({ excerpts }: Article): Language {
  return excerpts ?? "en";
}

function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== "");
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isPartialDate(text: string): boolean {
  return text === "" || Article.shape.published.safeParse(text).success;
}

/** Names in any language as ids of a kind, each once, and those that name nothing of it. */
function readNames(
  text: string,
  kind: "mineral" | "country",
  vocabulary: Vocabulary,
): { ids: string[]; unknown: string[] } {
  const names = text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const idOf = (name: string) =>
    LANGUAGES.flatMap((language) =>
      vocabulary
        .recognise(tokenize(name, language), language)
        .flatMap(({ concepts }) => concepts)
        .flatMap((key) => (key.startsWith(`${kind}:`) ? key.slice(kind.length + 1) : [])),
    )[0];
  const read = names.map((name) => ({ name, id: idOf(name) }));
  return {
    ids: [...new Set(read.flatMap(({ id }) => id ?? []))],
    unknown: read.flatMap(({ name, id }) => (id === undefined ? [name] : [])),
  };
}
