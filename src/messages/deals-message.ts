/** The register of deals as a table that is read page by page. */
import type { Filter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import { stringsIn } from "../strings/strings.ts";
import { mineralName, partnerName } from "./deal-names.ts";
import { totalsNotes } from "./deals-totals.ts";
import { filterText } from "./filter-words.ts";
import { formatAmount, formatDate, formatPublished } from "./format.ts";
import { notUnderstood } from "./not-understood.ts";
import { dealName } from "./own-words.ts";
import { openButtons } from "./pages.ts";
import { body, bold, link, type Message, note, type Paragraph, type Span } from "./text.ts";

/** As many as one screen shows. */
export const DEALS_A_PAGE = 10;

/**
 * One page of the deals that a filter selects; `page` counts from 0. The number of a row opens the
 * article that told it last.
 */
export function dealsMessage(
  rows: readonly DealRow[],
  {
    filter,
    page,
    language,
    vocabulary,
  }: { filter: Filter; page: number; language: Language; vocabulary: Vocabulary },
): Message {
  const { register } = stringsIn(language);
  const shown = rows.slice(page * DEALS_A_PAGE, (page + 1) * DEALS_A_PAGE);
  const first = page * DEALS_A_PAGE + 1;
  const tellers = shown.flatMap(({ told }) => told.at(-1)?.article ?? []);
  const place = { first, last: first + shown.length - 1, count: rows.length };
  return {
    language,
    paragraphs: [
      body(bold(register.dealsTitle), ` · ${filterText(filter, vocabulary, language)}`),
      ...notUnderstood(filter, language),
      ...(rows.length === 0 ? [body(register.noDeals)] : [note(register.place(place))]),
    ],
    table: {
      header: Object.values(register.columns),
      rows: shown.map((row, at) => cellsOf(row, at + 1, { language, vocabulary })),
    },
    closing: [
      ...shown.flatMap((row) => conflictNote(row, language)),
      ...totalsNotes(rows, language),
    ],
    tells: tellers.map(({ id }) => id),
    buttons: openButtons(tellers, language),
  };
}

/** In the order of the columns. */
function cellsOf(
  row: DealRow,
  number: number,
  { language, vocabulary }: { language: Language; vocabulary: Vocabulary },
): Span[][] {
  const { status, register } = stringsIn(language);
  const names = (ids: readonly string[], nameOf: typeof partnerName) =>
    ids.map((id) => nameOf(id, { language, vocabulary })).join(", ");
  return [
    cell(row.date ? formatDate(row.date, language) : ""),
    cell(`${number}. ${dealName(row, language)}`),
    cell(names(row.partners, partnerName)),
    cell(names(row.minerals, mineralName)),
    cell(row.instrument ? register.instruments[row.instrument] : ""),
    cell(status[row.status]),
    cell(row.amount === null ? "" : formatAmount(row.amount, row.currency, language)),
    sourceCell(row),
  ];
}

function cell(text: string): Span[] {
  return text === "" ? [] : [{ text }];
}

/** Whoever told it last, and how many did. */
function sourceCell({ told, articles }: DealRow): Span[] {
  const last = told.at(-1);
  if (!last) return [];
  const others = articles.length - 1;
  return [
    link(last.article.publisher, last.article.url),
    ...(others > 0 ? [{ text: ` +${others}` }] : []),
  ];
}

/** Each amount with who tells it, where they differ. */
function conflictNote(row: DealRow, language: Language): Paragraph[] {
  const { conflicts, told } = row;
  if (conflicts.length === 0) return [];
  const source = (id: string): string => {
    const article = told.find((each) => each.article.id === id)?.article;
    if (!article) return id;
    const { publisher, published, date_basis: dateBasis } = article;
    return `${publisher}, ${formatPublished({ published, dateBasis }, language)}`;
  };
  const figures = conflicts.map(
    ({ amount, currency, articles }) =>
      `${formatAmount(amount, currency, language)} (${articles.map(source).join("; ")})`,
  );
  const { conflict } = stringsIn(language).register;
  return [note(conflict({ name: dealName(row, language), figures: figures.join(" · ") }))];
}
