/** `npm run fuzz`: the properties of everything that reads, tried on many inputs. */
import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Fuzzed, fuzzFile } from "./fuzz/fuzz-file.ts";
import { orUsage } from "./or-usage.ts";

const USAGE = `Usage: npm run --silent fuzz -- [--runs N] [--seed N] [--minutes N] [--json] [PART…]
Tries each property on --runs inputs (100,000), one file after the other on one core; a file that
takes more than --minutes (120) hangs and is ended. PART chooses files of tests/properties by a part
of their name. A failure prints the smallest input, and the seed that finds it again.`;
const FOLDER = "tests/properties";

const count = z.coerce.number().int().min(1);
const Arguments = z.object({
  runs: count.default(100_000),
  seed: count.default(20_261_121),
  minutes: count.default(120),
  json: z.boolean().default(false),
  parts: z.array(z.string()),
});

const { runs, seed, minutes, json, parts } = readArguments();
const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".test.ts"));
const files = names
  .filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)))
  .toSorted();
const fuzzed: Fuzzed[] = [];
for (const name of files)
  fuzzed.push(await fuzzFile(`${FOLDER}/${name}`, { runs, seed, timeMs: minutes * 60_000 }));
const properties = fuzzed.flatMap((each) => each.properties);
const report = {
  runs,
  seed,
  files: files.length,
  properties: properties.length,
  inputs: properties.reduce((sum, { inputs }) => sum + inputs, 0),
  failed: properties.flatMap(({ name, fault }) => (fault ? [{ name, fault }] : [])),
  hung: fuzzed.flatMap(({ file, hasEnded }) => (hasEnded ? [] : [file])),
};
for (const { name, inputs, seconds, fault } of properties)
  console.log(`${fault ? "FAILED" : "ok"}  ${name}: ${inputs} inputs in ${seconds} s`);
for (const { name, fault } of report.failed) console.log(`\n${name}\n${fault}`);
for (const file of report.hung) console.log(`\n${file} did not end within ${minutes} minutes`);
if (json) console.log(JSON.stringify({ ...report, measured: properties }));
process.exitCode = report.failed.length + report.hung.length > 0 ? 1 : 0;

function readArguments() {
  return orUsage(USAGE, () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        runs: { type: "string" },
        seed: { type: "string" },
        minutes: { type: "string" },
        json: { type: "boolean" },
      },
    });
    return Arguments.parse({ ...values, parts: positionals });
  });
}
