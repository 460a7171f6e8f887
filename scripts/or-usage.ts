import { z } from "zod";

/** What `read` makes of the arguments; bad ones are told in a sentence above the usage, exit 2. */
export function orUsage<Arguments>(usage: string, read: () => Arguments): Arguments {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof z.ZodError) console.error(z.prettifyError(cause));
    else console.error(cause instanceof Error ? cause.message : String(cause));
    console.error(usage);
    process.exit(2);
  }
}
