/** `npm run digest`: the edition of any window, for people and for programs. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { nextRun } from "../src/digest/schedule.ts";
import { leadMessage, wholeEdition } from "../src/messages/edition-message.ts";
import { plainText } from "../src/messages/text.ts";
import { Day, Language } from "../src/model.ts";
import { openProduct } from "./open-product.ts";
import { orUsage } from "./or-usage.ts";

const USAGE = `Usage: npm run --silent digest -- --from YYYY-MM-DD --to YYYY-MM-DD [--language en|fr|ru] [--filter "lithium korea"] [--json]
--from is included, --to is not.`;

const Arguments = z
  .object({
    from: Day,
    to: Day,
    language: Language.optional(),
    filter: z.string().optional(),
    json: z.boolean().default(false),
  })
  .refine(({ from, to }) => from < to, { error: "--from must be before --to" });

const { from, to, json, filter, ...wish } = readArguments();
const { product, digest, close } = await openProduct();
const language = wish.language ?? digest.language;
const edition = product.edition({ window: { from, to }, language, ...(filter && { filter }) });
const asOf = product.now();
const times = { asOf, next: nextRun(digest, asOf), timeZone: digest.timeZone };
if (json) {
  const { headlines: _, newest: __, register: ___, ...told } = edition;
  const lead = plainText(leadMessage(edition, times));
  console.log(JSON.stringify({ ...told, lead }));
} else console.log(plainText(wholeEdition(edition, times)));
await close();

function readArguments() {
  return orUsage(USAGE, () => {
    const { values } = parseArgs({
      options: {
        from: { type: "string" },
        to: { type: "string" },
        language: { type: "string" },
        filter: { type: "string" },
        json: { type: "boolean" },
      },
    });
    return Arguments.parse(values);
  });
}
