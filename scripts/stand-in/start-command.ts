/** What the npm scripts of this project run. */
import { readFile } from "node:fs/promises";
import { z } from "zod";

const Package = z.object({ scripts: z.record(z.string(), z.string()) });

/** What an npm script gives to Node in the end, after checks that come before it. */
export async function nodeArguments(name: string): Promise<string[]> {
  const { scripts } = Package.parse(JSON.parse(await readFile("package.json", "utf8")));
  const [, last = ""] = /(?:^|exec )node ([^&]*)$/.exec(scripts[name] ?? "") ?? [];
  if (last === "") throw new Error(`no program of Node ends the script "${name}"`);
  return last.split(" ");
}
