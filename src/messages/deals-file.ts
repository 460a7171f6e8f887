/** The register as a file for a person: what the button below a table asks for. */
import { parseFilter } from "../answers/filter.ts";
import type { Vocabulary } from "../knowledge/vocabulary.ts";
import type { DealRow } from "../register/deals.ts";
import { dealsCsv } from "../register/deals-csv.ts";
import { selectDeals } from "../register/select-deals.ts";
import { totalsOf } from "../register/totals.ts";
import { stringsIn } from "../strings/strings.ts";
import { filterText } from "./filter-words.ts";
import { formatDate } from "./format.ts";
import { fileOutcomeText, type OutgoingFile } from "./outgoing-file.ts";
import { type Page, pageValue, readPage } from "./pages.ts";
import type { PostOutcome } from "./posting.ts";
import { type Button, body, type Message, note } from "./text.ts";

/** Sends the deals of a filter as a file to whoever presses. */
export const CSV_ACTION = "deals-csv";

/** A file, and what to say once it is known what became of it. */
export type DealsFile = { file: OutgoingFile; saying: (outcome: PostOutcome) => Message };

/** The button for the deals of a filter, as it was written; none where it has no room. */
export function csvButtons({ text, language }: Pick<Page, "text" | "language">): Button[] {
  const value = pageValue({ name: "deals", text, language, page: 0 });
  return value ? [{ action: CSV_ACTION, label: stringsIn(language).register.csv, value }] : [];
}

/** Makes the file of a button, from the deals as they are now. */
export function createDealsFile({
  deals,
  vocabulary,
  today,
}: {
  deals: () => readonly DealRow[];
  vocabulary: Vocabulary;
  today: () => string;
}): (value: string) => DealsFile {
  return (value) => {
    const { text, language } = readPage(value);
    const day = today();
    const filter = parseFilter({ text, today: day, vocabulary });
    const rows = selectDeals(deals(), filter, vocabulary);
    const { register } = stringsIn(language);
    const { differing } = totalsOf(rows);
    const name = `kzminerals-deals-${day}.csv`;
    return {
      file: {
        name,
        title: register.fileTitle({
          filter: filterText(filter, vocabulary, language),
          day: formatDate(day, language),
        }),
        type: "text/csv",
        bytes: Buffer.from(dealsCsv(rows, { language, hasMark: true })),
        altText: null,
      },
      saying: (outcome) => ({
        language,
        paragraphs: [
          body(fileOutcomeText(outcome, name, language)),
          ...(outcome.kind === "sent" && differing > 0
            ? [note(register.fileDiffering(differing))]
            : []),
        ],
      }),
    };
  };
}
