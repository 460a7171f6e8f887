/** The version of the program, as its package file says. */
import { z } from "zod";
import packageFile from "../package.json" with { type: "json" };

export const VERSION = z.object({ version: z.string() }).parse(packageFile).version;
