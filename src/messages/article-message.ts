/** One article whole: what it tells, what became of that, and what it belongs to. */
import { conceptName, plainName } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Article, Deal, Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { CORRECT_ACTION } from "./adding.ts";
import type { ArticleFacts } from "./article-facts.ts";
import { formatAmount, formatDate } from "./format.ts";
import { sourceText } from "./news-lines.ts";
import { dealName, headlineText } from "./own-words.ts";
import { openButtons, pageButtons } from "./pages.ts";
import { splitPages } from "./split-pages.ts";
import { type Button, body, bold, item, link, type Message, note, type Paragraph } from "./text.ts";

export type ArticleWhole = {
  article: Article;
  /** What it carries on, and what carries it on, the newest first. */
  follows: readonly Article[];
  followedBy: readonly Article[];
};

type ArticleReading = {
  page: number;
  language: Language;
  vocabulary: Vocabulary;
  factsOf: ArticleFacts;
  /** The list from which it was opened, which stays the last one. */
  items: readonly string[];
};

/** Its facts first; what has no room on one page comes on the next. */
export function articleMessage(whole: ArticleWhole, reading: ArticleReading): Message {
  const { article } = whole;
  const { language, vocabulary } = reading;
  const strings = stringsIn(language).reading.article;
  const related = [...whole.follows, ...whole.followedBy];
  const pages = splitPages([
    ...titled(strings.facts, reading.factsOf(article, language)),
    ...titled(
      strings.deals,
      article.deals.map((deal) => [dealLine(deal, article, reading)]),
    ),
    ...titled(
      strings.people,
      article.people.map(({ id, role }) => [
        item(conceptName(vocabulary, `person:${id}`, language), ` — ${role[language]}`),
      ]),
    ),
    ...titled(strings.follows, lettered(whole.follows, 0, language)),
    ...titled(strings.followedBy, lettered(whole.followedBy, whole.follows.length, language)),
    ...(article.not_stated ? [[note(strings.notStated(article.not_stated.join("; ")))]] : []),
  ]);
  const page = Math.min(reading.page, pages.length - 1);
  const isLast = page === pages.length - 1;
  return {
    language,
    paragraphs: [...headParagraphs(article, reading), ...(pages[page] ?? [])],
    closing: [
      ...(pages.length > 1 ? [note(strings.page({ page: page + 1, pages: pages.length }))] : []),
      note(strings.id(article.id)),
    ],
    tells: [article.id],
    lists: [...reading.items],
    buttons: [
      ...(isLast ? openButtons(related, language, letter) : []),
      ...pageButtons({ name: "article", text: article.id, language, page, pages: pages.length }),
      ...(article.excerpts ? [correctButton(article, language)] : []),
    ],
  };
}

/** An article of excerpts did not come as a file, so here is where it is corrected. */
function correctButton({ id }: Article, language: Language): Button {
  return { action: CORRECT_ACTION, label: stringsIn(language).ingest.correct, value: id };
}

function headParagraphs(article: Article, { language, vocabulary }: ArticleReading): Paragraph[] {
  const { reading, answer } = stringsIn(language);
  const { article: strings } = reading;
  const named = (kind: string, ids: readonly string[]) =>
    ids.map((id) => plainName(vocabulary, `${kind}:${id}`, language)).join(", ");
  const things = [
    named("mineral", article.minerals),
    named("country", article.countries),
    named("organisation", article.organisations),
  ].filter((names) => names !== "");
  const languageName = new Intl.DisplayNames(language, { type: "language" }).of(article.language);
  return [
    body({ ...link(headlineText(article, language), article.url), bold: true }),
    note(
      sourceText(article, language),
      ...basisText(article, language),
      ` · ${strings.writtenIn(languageName ?? article.language)}`,
      ...(article.evidence_confidence === "low" ? [` · ${answer.snippet}`] : []),
    ),
    ...(article.title ? [note(strings.title(article.title))] : []),
    ...(things.length > 0 ? [note(things.join(" · "))] : []),
  ];
}

/** What is uncertain about a date is said with it. */
function basisText({ date_basis: basis }: Article, language: Language): string[] {
  const { dateBasis } = stringsIn(language).reading.article;
  return basis === "page" || basis === "url" ? [` · ${dateBasis[basis]}`] : [];
}

/** How a deal stands as this article tells it; what it does not say is left out. */
function dealLine(
  deal: Deal,
  { excerpts }: Article,
  { language, vocabulary }: ArticleReading,
): Paragraph {
  const { status, register } = stringsIn(language);
  const nameOf = (kinds: readonly string[], id: string) => {
    const key = kinds.map((kind) => `${kind}:${id}`).find((each) => vocabulary.concepts.has(each));
    return plainName(vocabulary, key ?? id, language);
  };
  const parts = [
    status[deal.status],
    ...(deal.date ? [formatDate(deal.date, language)] : []),
    ...(deal.amount === null ? [] : [formatAmount(deal.amount, deal.currency, language)]),
    ...(deal.instrument ? [register.instruments[deal.instrument]] : []),
    ...(deal.minerals ? [deal.minerals.map((id) => nameOf(["mineral"], id)).join(", ")] : []),
    deal.parties.map((id) => nameOf(["country", "organisation"], id)).join(", "),
  ];
  return item(bold(dealName({ name: deal.name, excerpts }, language)), ` · ${parts.join(" · ")}`);
}

/** A heading stays with what it stands above. */
function titled(title: string, groups: readonly Paragraph[][]): Paragraph[][] {
  return groups.map((group, at) => (at === 0 ? [body(bold(title)), ...group] : group));
}

/** Numbers are those of the list from which it was opened. */
function letter(at: number): string {
  return String.fromCodePoint(97 + at);
}

function lettered(articles: readonly Article[], from: number, language: Language): Paragraph[][] {
  return articles.map((each, at) => [
    body(
      bold(`${letter(from + at)}. `),
      link(headlineText(each, language), each.url),
      ` · ${sourceText(each, language)}`,
    ),
  ]);
}
