/** Reads a backup line by line, and trusts none of them. */
import { type FileHandle, open } from "node:fs/promises";
import { z } from "zod";
import {
  BackupError,
  createTally,
  FORMAT,
  isKnown,
  type RowLine,
  tablesAfter,
  VERSION,
} from "./backup-format.ts";
import { reasonOf } from "./store-error.ts";

/** Messages and questions are kilobytes. */
const MAX_LINE_CHARS = 16 * 1024 * 1024;

const Header = z.object({ format: z.literal(FORMAT), version: z.number(), migration: z.string() });
const Row = z.object({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
const Closing = z.object({ rows: z.record(z.string(), z.number()), sha256: z.string() });

/** Throws BackupError for a file that is no backup, or one of a newer program. */
export async function readBackup(file: string) {
  const refuseUnreadable = (cause: unknown): never => {
    throw new BackupError(`${file} cannot be read (${reasonOf(cause)}).`, { cause });
  };
  const handle = await open(file).catch(refuseUnreadable);
  const tally = createTally();
  const lines = linesOf(handle);

  async function nextLine(): Promise<string | undefined> {
    const { value } = await lines.next().catch(refuseUnreadable);
    return value ?? undefined;
  }

  async function readHeader(): Promise<string> {
    const line = await nextLine();
    const header = Header.safeParse(parseJson(line));
    if (line === undefined || !header.success)
      throw new BackupError(`${file} is not a backup of this program.`);
    const { version, migration } = header.data;
    if (version > VERSION || !isKnown(migration))
      throw new BackupError(
        `${file} was written by a newer version of this program (format ${version}, ${migration}): restore it with that version or a later one.`,
      );
    tally.line(line);
    return migration;
  }

  /** The rows up to the closing line; throws unless that line is there and right. */
  async function* rows(): AsyncGenerator<RowLine> {
    const tables = await tablesAfter(migration);
    for (let number = 2; ; number += 1) {
      const line = await nextLine();
      if (line === undefined) throw cutShort(number - 1);
      const json = parseJson(line);
      if (json === undefined && (await nextLine()) === undefined) throw cutShort(number);
      const row = Row.safeParse(json);
      if (!row.success) return checkEnd(number, json);
      const columns = tables.get(row.data.table);
      const names = Object.keys(row.data.row);
      if (columns?.length !== names.length || !columns.every((name) => name in row.data.row))
        throw damaged(number);
      tally.line(line);
      tally.row(row.data.table);
      yield row.data;
    }
  }

  async function checkEnd(number: number, json: unknown): Promise<void> {
    const closing = Closing.safeParse(json);
    if (!closing.success) throw damaged(number);
    const isWhole = JSON.stringify(closing.data) === JSON.stringify(tally.closing());
    if (!isWhole || (await nextLine()) !== undefined) throw damaged(number);
  }

  function cutShort(lines: number): BackupError {
    return new BackupError(
      `${file} is cut short: it ends in line ${lines}, without its closing line. Nothing was restored; use another copy.`,
    );
  }

  function damaged(number: number): BackupError {
    return new BackupError(
      `${file} is damaged (line ${number} is not what was written). Nothing was restored; use another copy.`,
    );
  }

  const close = () => handle.close();
  const migration = await readHeader().catch(async (cause: unknown) => {
    await close();
    throw cause;
  });
  return { migration, rows, counts: () => tally.closing().rows, close };
}

/** Split at ends of lines only: readline would also split at separators inside of a text. */
async function* linesOf(handle: FileHandle): AsyncGenerator<string> {
  let rest = "";
  const stream = handle.createReadStream({ encoding: "utf8", autoClose: false });
  for await (const chunk of stream) {
    const parts = `${rest}${chunk}`.split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
    if (rest.length > MAX_LINE_CHARS) throw new RangeError("a line is longer than any of a backup");
  }
  if (rest !== "") yield rest;
}

function parseJson(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? "");
  } catch {
    return undefined;
  }
}
