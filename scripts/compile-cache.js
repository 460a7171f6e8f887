/**
 * Keeps what Node makes of a source file for the next start: types stripped, code compiled. It is
 * found by the file's content and Node's version, so a change is never missed; where the folder
 * cannot be written to, nothing is kept.
 */
import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/compile"));
