/**
 * `npm run licences`: the licence of every package that production needs, from the lockfile; exit 1
 * where one is not known to be compatible with ours. `--json` prints one object.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { isCompatible } from "./licences/compatible.ts";
import { orUsage } from "./or-usage.ts";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

const { values: wish } = orUsage("Usage: npm run licences [-- --json]", () =>
  parseArgs({ options: { json: { type: "boolean", default: false } } }),
);
const { packages } = Lockfile.parse(JSON.parse(await readFile("package-lock.json", "utf8")));
const needed = Object.entries(packages).flatMap(([path, { version, license = "none", dev }]) =>
  path === "" || dev ? [] : { name: path.split("node_modules/").at(-1) ?? path, version, license },
);
const byLicence = Map.groupBy(needed, ({ license }) => license);
const doubtful = needed.filter(({ license }) => !isCompatible(license));
if (wish.json) console.log(JSON.stringify({ ok: doubtful.length === 0, packages: needed }));
else {
  for (const [licence, those] of [...byLicence].toSorted(([a], [b]) => a.localeCompare(b)))
    console.log(`${licence} (${those.length})\n  ${those.map(nameOf).join(", ")}`);
  const told = doubtful.length === 0 ? "all compatible with MIT" : "to be looked at:";
  console.log(`\n${[`${needed.length} packages`, told].join(", ")} ${doubtful.map(nameOf)}`.trim());
}
process.exitCode = doubtful.length === 0 ? 0 : 1;

function nameOf({ name, version }: { name: string; version: string }): string {
  return `${name} ${version}`;
}
