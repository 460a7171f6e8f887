/**
 * Keeps what Node makes of a source file for the next start: types stripped, code compiled. It is
 * found by the file's content and Node's version, so a change is never missed; where the folder
 * cannot be written to, nothing is kept.
 */
import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";

/** By then a program has loaded what it needs; at its end it keeps the rest, unless it is killed. */
const LOADED_MS = 5_000;

enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/compile"));
setTimeout(flushCompileCache, LOADED_MS).unref();
