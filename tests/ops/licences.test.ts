import { expect, test } from "vitest";
import { z } from "zod";
import { isCompatible } from "../../scripts/licences/compatible.ts";
import { runProgram } from "../../scripts/stand-in/program.ts";

test.each([
  ["MIT", true],
  ["MIT AND OFL-1.1", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["GPL-3.0-only OR (ISC AND Apache-2.0)", true],
  ["MIT AND GPL-3.0-only", false],
  ["MIT OR GPL-3.0-only AND AGPL-3.0-only", true],
  ["(MIT AND AGPL-3.0-only) OR SSPL-1.0", false],
  ["GPL-2.0-only WITH Classpath-exception-2.0", false],
  ["SEE LICENSE IN LICENSE.txt", false],
  ["UNLICENSED", false],
  ["(MIT", false],
  ["", false],
])("%s may be used: %s", (expression, may) => {
  expect(isCompatible(expression)).toBe(may);
});

test("every package of production may be used", async () => {
  const env = { PATH: process.env.PATH ?? "" };
  const program = runProgram(env, [process.execPath, "scripts/licences.ts", "--json"]);
  const { code } = await program.ended;
  const Report = z.object({ ok: z.boolean(), packages: z.array(z.object({ name: z.string() })) });
  const { ok, packages } = Report.parse(JSON.parse(program.output()));
  expect({ ok, code }).toEqual({ ok: true, code: 0 });
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(["minisearch", "pg"]));
  expect(packages.map(({ name }) => name)).not.toContain("vitest");
});
