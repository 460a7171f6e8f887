/** YAML files as values, or what is wrong with each and where. */
import { readFile, stat } from "node:fs/promises";
import { EVENT_ID, loadAll, parseEvents, YAMLException } from "js-yaml";

/** A summary has some 10 kB; a file a hundred times as large is not one. */
const MAX_FILE_BYTES = 1_000_000;
const MAX_SHOWN_LINE_LENGTH = 80;
/** Waiting for the disk is shared; more open files than this, some systems refuse. */
const FILES_AT_ONCE = 64;

/** A file's value, or a sentence that says why there is none. */
export type YamlFile = { path: string; source: { value: unknown } | { problem: string } };

/** Reads files side by side, in their order. */
export async function readYamlFiles(paths: readonly string[]): Promise<YamlFile[]> {
  const files: YamlFile[] = [];
  for (let at = 0; at < paths.length; at += FILES_AT_ONCE) {
    const some = paths.slice(at, at + FILES_AT_ONCE);
    const read = some.map(async (path) => ({ path, source: await readYaml(path) }));
    files.push(...(await Promise.all(read)));
  }
  return files;
}

export async function readYaml(path: string): Promise<YamlFile["source"]> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES)
      return { problem: `has ${size} bytes; at most ${MAX_FILE_BYTES} are read: split it` };
    return parseYaml(await readFile(path, "utf8"));
  } catch (cause) {
    return { problem: `cannot be read (${errorCode(cause)}); check that the file is there` };
  }
}

/** `ENOENT` and its like. */
export function errorCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}

function parseYaml(text: string): YamlFile["source"] {
  try {
    // Aliases make a small file a huge value.
    const [value = null, ...others] = loadAll(text, { maxAliases: 0 });
    if (others.length > 0)
      return { problem: `holds ${others.length + 1} documents; keep one, without lines of "---"` };
    if (value === null) return { problem: "is empty; write it" };
    // Its texts are parts of the file's, which they would keep in memory as a whole.
    return { value: structuredClone(value) };
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    if (hasAlias(text)) return { problem: "has YAML aliases; write each value out" };
    return { problem: yamlProblem(cause, text) };
  }
}

function hasAlias(text: string): boolean {
  try {
    return parseEvents(text, {}).some(({ type }) => type === EVENT_ID.ALIAS);
  } catch (cause) {
    if (cause instanceof YAMLException) return false;
    throw cause;
  }
}

function yamlProblem({ reason, mark }: YAMLException, text: string): string {
  if (!mark) return `is not YAML: ${reason}; mend it`;
  const place = `is not YAML: line ${mark.line + 1}: ${reason}`;
  const line = text.split(/\r?\n/)[mark.line]?.trim();
  // An open bracket or quotation mark is only missed where the text ends.
  if (!line) return `${place}; mend what stands before it`;
  return `${place} at ${JSON.stringify(shortened(line))}; mend that line`;
}

function shortened(text: string): string {
  return text.length > MAX_SHOWN_LINE_LENGTH ? `${text.slice(0, MAX_SHOWN_LINE_LENGTH)}…` : text;
}
