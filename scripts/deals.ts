/** `npm run deals`: the register of deals, for people, spreadsheets and programs. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { parseFilter } from "../src/answers/filter.ts";
import { localDay } from "../src/digest/schedule.ts";
import { Language } from "../src/model.ts";
import { createRegister } from "../src/register/deals.ts";
import { dealsCsv } from "../src/register/deals-csv.ts";
import { selectDeals } from "../src/register/select-deals.ts";
import { openKnowledge } from "./open-knowledge.ts";
import { orUsage } from "./or-usage.ts";

const USAGE = `Usage: npm run --silent deals -- [--csv | --json] [--language en|fr|ru] [FILTER…]
A filter names minerals, partners, organisations, a period or a stage: deals -- --csv uranium france since 2024`;

const Arguments = z
  .object({
    csv: z.boolean().default(false),
    json: z.boolean().default(false),
    language: Language.optional(),
  })
  .refine(({ csv, json }) => !(csv && json), "Choose one of --csv and --json.");

const { csv, json, text, ...wish } = readArguments();
const { knowledge, digest } = await openKnowledge();
const { articles, vocabulary } = knowledge;
const language = wish.language ?? digest.language;
const filter = parseFilter({ text, today: localDay(new Date(), digest.timeZone), vocabulary });
const deals = selectDeals(createRegister(articles, vocabulary), filter, vocabulary);
const { notUnderstood } = filter;
if (notUnderstood.length > 0)
  console.error(`Not understood, and left out of the filter: ${notUnderstood.join(", ")}.`);

if (csv) process.stdout.write(dealsCsv(deals, { language }));
else if (json) {
  const rows = deals.map(({ told, ...row }) => ({ ...row, name: row.name[language] }));
  console.log(JSON.stringify({ deals: rows, notUnderstood }));
} else
  for (const { name, date, status, amount, currency } of deals)
    console.log([date ?? "–", name[language], status, amount ?? "", currency ?? ""].join("\t"));

function readArguments() {
  return orUsage(USAGE, () => {
    const { values, positionals } = parseArgs({
      options: {
        csv: { type: "boolean" },
        json: { type: "boolean" },
        language: { type: "string" },
      },
      allowPositionals: true,
    });
    return { ...Arguments.parse(values), text: positionals.join(" ") };
  });
}
