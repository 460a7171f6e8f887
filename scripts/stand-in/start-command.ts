/** What the npm scripts of this project run. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Environment } from "./program.ts";

const Package = z.object({ scripts: z.record(z.string(), z.string()) });
export type StartCommand = { args: string[]; env: Environment };

/** What a script ends with, after checks that come before it. */
const LAST = /(?:^|&& )(?<settings>(?:[A-Z_]+=\S+ )*)(?:exec )?node (?<words>[^&]*)$/;

/** What an npm script gives to Node in the end, and what it adds to the environment for it. */
export async function startCommand(name: string): Promise<StartCommand> {
  const { scripts } = Package.parse(JSON.parse(await readFile("package.json", "utf8")));
  const { settings, words } = LAST.exec(scripts[name] ?? "")?.groups ?? {};
  if (settings === undefined || words === undefined)
    throw new Error(`no program of Node ends the script "${name}"`);
  const env = settings.split(" ").flatMap((setting) => {
    const [variable, value] = setting.split("=");
    return variable && value ? [[variable, value]] : [];
  });
  return { args: words.split(" "), env: Object.fromEntries(env) };
}
