import { config as readEnvFile } from "dotenv";
import { ConfigError, readConfig } from "../src/config.ts";
import { StoreError } from "../src/store/store-error.ts";

/** Runs a command on the one file that is `given` and the database of DATABASE_URL; a failure is told in a sentence. */
export async function runOnFile(
  { usage, given = process.argv.slice(2) }: { usage: string; given?: readonly string[] },
  work: (databaseUrl: string, file: string) => Promise<string>,
): Promise<void> {
  const [file, ...more] = given;
  if (!file || file.startsWith("-") || more.length > 0) {
    console.error(`Usage: npm run ${usage}`);
    process.exit(2);
  }
  readEnvFile({ quiet: true });
  try {
    // Nothing else of the environment matters here, so nothing else of it may be at fault.
    const { databaseUrl } = readConfig({ DATABASE_URL: process.env.DATABASE_URL });
    console.log(await work(databaseUrl, file));
  } catch (cause) {
    if (!(cause instanceof StoreError || cause instanceof ConfigError)) throw cause;
    console.error(cause.message);
    process.exit(1);
  }
}
