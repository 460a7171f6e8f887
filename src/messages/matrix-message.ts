/** Partners × minerals: how many deals, as a table and as a picture of the same numbers. */
import type { Filter } from "../answers/filter.ts";
import type { Edition } from "../digest/edition.ts";
import { capitalised } from "../knowledge/concept-name.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { Language } from "../model.ts";
import type { DealRow } from "../register/deals.ts";
import { type DealMatrix, dealMatrix, type MatrixLine } from "../register/matrix.ts";
import { stringsIn } from "../strings/strings.ts";
import { mineralName, partnerName } from "./deal-names.ts";
import { filterText } from "./filter-words.ts";
import { formatDate, formatNumber } from "./format.ts";
import { notUnderstood } from "./not-understood.ts";
import { body, bold, MAX_ALT_TEXT, type Message, note, type Picture, type Table } from "./text.ts";

/** As many as can be read at the width of a message; what is not told has a line besides. */
const MAX_PARTNERS = 15;
const MAX_MINERALS = 10;
/** Of those that are left out; more are counted. */
const MAX_NAMED = 30;

/** `about` tells what the deals have in common, `day` (YYYY-MM-DD) of when they are. */
type Reading = { about: string; day: string; language: Language; vocabulary: Vocabulary };

/** What is shown of a matrix, in words. */
type Shown = {
  partners: readonly (MatrixLine & { name: string })[];
  minerals: readonly (MatrixLine & { name: string })[];
  matrix: DealMatrix;
  leftOut: string[];
};

/** The matrix of deals that a filter selects. */
export function matrixMessage(
  rows: readonly Pick<DealRow, "partners" | "minerals">[],
  { filter, ...reading }: Omit<Reading, "about"> & { filter: Filter },
): Message {
  const { language, vocabulary } = reading;
  const { matrix: words, register } = stringsIn(language);
  const about = filterText(filter, vocabulary, language);
  const heading = {
    language,
    paragraphs: [body(bold(words.title), ` · ${about}`), ...notUnderstood(filter, language)],
  };
  if (rows.length === 0)
    return { ...heading, paragraphs: [...heading.paragraphs, body(words.noDeals)] };
  const shown = shownOf(dealMatrix(rows), reading);
  return {
    ...heading,
    paragraphs: [...heading.paragraphs, note(words.counts(register.deals(rows.length)))],
    table: tableOf(shown, language),
    closing: shown.leftOut.map((text) => note(text)),
    picture: pictureOf(shown, { ...reading, about }),
  };
}

/** The matrix of all deals up to an edition, alone; null for an edition without deals. */
export function editionMatrix(
  { deals, register, language, to }: Edition,
  { about, vocabulary }: Pick<Reading, "about" | "vocabulary">,
): Message | null {
  if (deals.length === 0) return null;
  const day = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();
  const reading = { about, day, language, vocabulary };
  const picture = pictureOf(shownOf(dealMatrix(register), reading), reading);
  return { language, paragraphs: [], picture };
}

function shownOf(matrix: DealMatrix, reading: Omit<Reading, "about" | "day">): Shown {
  const { matrix: words } = stringsIn(reading.language);
  const name = (line: MatrixLine, nameOf: typeof partnerName, none: string) => ({
    ...line,
    name: capitalised(line.id === null ? none : nameOf(line.id, reading), reading.language),
  });
  const partners = matrix.partners.map((line) => name(line, partnerName, words.noPartner));
  const minerals = matrix.minerals.map((line) => name(line, mineralName, words.noMineral));
  return {
    matrix,
    partners: firstOf(partners, MAX_PARTNERS),
    minerals: firstOf(minerals, MAX_MINERALS),
    leftOut: [
      ...leftOutText(partners.slice(MAX_PARTNERS), words.morePartners, reading.language),
      ...leftOutText(minerals.slice(MAX_MINERALS), words.moreMinerals, reading.language),
    ],
  };
}

/** The most frequent, and what is not told. */
function firstOf<Line extends MatrixLine>(lines: readonly Line[], limit: number): Line[] {
  return lines.filter(({ id }, at) => at < limit || id === null);
}

function leftOutText(
  lines: readonly (MatrixLine & { name: string })[],
  says: (names: string) => string,
  language: Language,
): string[] {
  const told = lines.filter(({ id }) => id !== null);
  if (told.length === 0) return [];
  const names = told.slice(0, MAX_NAMED).map(({ name, deals }) => `${name} ${deals}`);
  const more = told.length - names.length;
  const rest = more > 0 ? ` ${stringsIn(language).answer.andMore(more)}` : "";
  return [says(names.join(", ") + rest)];
}

function tableOf({ matrix, partners, minerals }: Shown, language: Language): Table {
  const { matrix: words } = stringsIn(language);
  const cell = (count: number) => (count > 0 ? [{ text: formatNumber(count, language) }] : []);
  return {
    header: [words.partner, words.all, ...minerals.map(({ name }) => name)],
    rows: partners.map(({ id, name, deals }) => [
      [{ text: name }],
      cell(deals),
      ...minerals.map((mineral) => cell(matrix.count(id, mineral.id))),
    ]),
  };
}

function pictureOf(shown: Shown, { about, day, language }: Reading): Picture {
  const { matrix, partners, minerals, leftOut } = shown;
  const { matrix: words, register } = stringsIn(language);
  const subtitle = `${words.counts(register.deals(matrix.deals))} · ${formatDate(day, language)}`;
  const title = `${words.title} · ${about}`;
  return {
    name: `kzminerals-matrix-${day}`,
    title,
    altText: altTextOf(`${title}. ${subtitle.replace(/\.$/, "")}.`, shown, language),
    drawing: {
      kind: "matrix",
      title,
      subtitle,
      notes: leftOut,
      allTitle: words.all,
      columns: minerals.map(({ name }) => name),
      rows: partners.map(({ id, name, deals }) => ({
        label: name,
        all: deals,
        cells: minerals.map((mineral) => matrix.count(id, mineral.id)),
      })),
    },
  };
}

/** The rows in words, as many as there is room for. */
function altTextOf(heading: string, { matrix, partners, minerals }: Shown, language: Language) {
  const { register, matrix: words } = stringsIn(language);
  let text = heading;
  for (const [at, { id, name, deals }] of partners.entries()) {
    const cells = minerals.flatMap((mineral) => {
      const count = matrix.count(id, mineral.id);
      return count > 0 ? [`${mineral.name} ${count}`] : [];
    });
    const row = ` ${words.inWords({ name, deals: register.deals(deals), cells: cells.join(", ") })}`;
    const rest = ` ${words.restInTable(partners.length - at)}`;
    if (text.length + row.length + rest.length > MAX_ALT_TEXT) return text + rest;
    text += row;
  }
  return text;
}
