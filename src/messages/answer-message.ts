/** An answer in words: the quoted facts with their sources, or what the base does not know. */
import type { Answer, Citation } from "../answers/answer.ts";
import { type Article, type Language, newestDate } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import { formatDate, formatPeriod, formatPublished } from "./format.ts";
import { headlineText, quotesAround } from "./own-words.ts";
import { standingSpans } from "./standing-words.ts";
import { body, bold, item, link, note, type Paragraph, type Span } from "./text.ts";

/** How large the base is and how new: `newest` is a partial date, null when nothing is dated. */
export type BaseSize = { articles: number; newest: string | null };

export function baseSize(articles: readonly Article[]): BaseSize {
  return { articles: articles.length, newest: newestDate(articles) };
}

/** The answer as its asker reads it. */
export function answerMessage(answer: Answer, base: BaseSize): Paragraph[] {
  const told =
    answer.kind === "unknown"
      ? unknownMessage(answer, base)
      : [
          ...citationParagraphs(answer.citations, answer.language),
          ...leftOut(answer),
          baseNote(base, answer.citations, answer.language),
        ];
  return answer.isForeign ? [foreignNote(answer.language), ...told] : told;
}

/** What a list is too short for, and the sides of a comparison that the base is silent on. */
function leftOut({ more, silent, language }: Answer): Paragraph[] {
  const { andMore, silentOn } = stringsIn(language).answer;
  const names = silent.map((side) =>
    typeof side === "string" ? side : formatPeriod(side, language),
  );
  return [
    ...(more > 0 ? [note({ text: andMore(more) })] : []),
    ...(names.length > 0 ? [body(silentOn.before, bold(names.join(", ")), silentOn.after)] : []),
  ];
}

/** The languages that are understood, for a question in another. */
function foreignNote(language: Language): Paragraph {
  return note({ text: stringsIn(language).answer.foreign, italic: true });
}

/** The quoted facts, each with outlet, date and link below it. */
export function citationParagraphs(
  citations: readonly Citation[],
  language: Language,
): Paragraph[] {
  return citations.flatMap((citation) => [
    body(...standingSpans(citation.standing, language), ...quotedSpans(citation, language)),
    note(...sourceOf(citation.article, language)),
  ]);
}

/** How much was searched, and whose sentences these are. */
export function baseNote(
  base: BaseSize,
  citations: readonly Citation[],
  language: Language,
): Paragraph {
  const { answer, ingest } = stringsIn(language);
  const isOwn = ({ article }: Citation) => article.excerpts !== undefined;
  const parts = [
    baseText(base, language),
    ...(citations.every(isOwn) ? [] : [answer.ourSummaries]),
    ...(citations.some(isOwn) ? [ingest.ownWords] : []),
  ];
  return note({ text: parts.join(" · "), italic: true });
}

function unknownMessage(answer: Answer, base: BaseSize): Paragraph[] {
  const { language, nearest } = answer;
  const strings = stringsIn(language).answer;
  const reading = nearest.map((article) =>
    item(
      link(headlineText(article, language), article.url),
      ` · ${publishedOf(article, language)}`,
    ),
  );
  return [
    nothingParagraph(answer),
    ...(reading.length > 0 ? [body(strings.nearest), ...reading] : []),
    note({ text: strings.searched(baseText(base, language)), italic: true }),
  ];
}

/** What is missing: things, or a time that has nothing. */
function nothingParagraph({ language, missing, missingPeriod }: Answer): Paragraph {
  const { nothing, nothingOn, nothingIn } = stringsIn(language).answer;
  if (missing.length > 0) return body(nothingOn.before, bold(missing.join(", ")), nothingOn.after);
  if (missingPeriod === null) return body(nothing);
  const period = formatPeriod(missingPeriod, language);
  // Russian dates end with the full stop of an abbreviation.
  return body(nothingIn.before, bold(period), period.endsWith(".") ? "" : nothingIn.after);
}

function baseText({ articles, newest }: BaseSize, language: Language): string {
  const strings = stringsIn(language).answer;
  if (articles === 0) return strings.emptyBase;
  const date = newest === null ? strings.dateUnknown : formatDate(newest, language);
  return strings.base({ count: articles, newest: date });
}

function sourceOf(article: Article, language: Language): Span[] {
  const { readArticle, snippet } = stringsIn(language).answer;
  return [
    { text: `${article.publisher} · ${publishedOf(article, language)} · ` },
    link(readArticle, article.url),
    ...(article.evidence_confidence === "low" ? [{ text: ` · ${snippet}` }] : []),
  ];
}

function publishedOf({ published, date_basis }: Article, language: Language): string {
  return formatPublished({ published, dateBasis: date_basis }, language);
}

/** An excerpt stands in quotation marks. */
function quotedSpans(citation: Citation, language: Language): Span[] {
  const { before, after } = quotesAround(citation.article, language);
  return [{ text: before }, ...emphasised(citation), { text: after }].filter(
    ({ text }) => text !== "",
  );
}

function emphasised({ quote, emphasis }: Citation): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const [start, end] of emphasis) {
    if (start > at) spans.push({ text: quote.slice(at, start) });
    spans.push(bold(quote.slice(start, end)));
    at = end;
  }
  return at < quote.length ? [...spans, { text: quote.slice(at) }] : spans;
}
