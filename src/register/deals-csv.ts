/** The register as a file for spreadsheets. */
import { stringify } from "csv-stringify/sync";
import type { Language } from "../model.ts";
import type { DealRow } from "./deals.ts";

const COLUMNS = [
  "name",
  "partners",
  "minerals",
  "instrument",
  "date",
  "status",
  "amount",
  "currency",
  "articles",
] as const;

/** Between the entries of a list; a comma would look like another column. */
const LIST_SEPARATOR = ";";

/** What spreadsheets run, also behind blanks and quotes; full-width signs among them. */
const FORMULA = /^[\s"'\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** With records that end in both, a cell that holds but one of them would go without quotes. */
const LINE_END = /[\r\n]/;

/**
 * RFC 4180 with a header, UTF-8. A cell that a spreadsheet would run as a formula is shown as text.
 * `hasMark` begins it with the mark by which spreadsheets know UTF-8.
 */
export function dealsCsv(
  rows: readonly DealRow[],
  { language, hasMark = false }: { language: Language; hasMark?: boolean },
): string {
  const records = rows.map(
    (row): Record<(typeof COLUMNS)[number], string | number> => ({
      name: asText(row.name[language]),
      partners: asText(row.partners.join(LIST_SEPARATOR)),
      minerals: asText(row.minerals.join(LIST_SEPARATOR)),
      instrument: row.instrument ?? "",
      date: row.date ?? "",
      status: row.status,
      amount: row.amount ?? "",
      currency: row.currency ?? "",
      articles: row.articles.join(LIST_SEPARATOR),
    }),
  );
  return stringify(records, {
    header: true,
    columns: [...COLUMNS],
    record_delimiter: "windows",
    quoted_match: LINE_END,
    bom: hasMark,
  });
}

/** An apostrophe before it tells a spreadsheet that a cell is text. */
function asText(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
