/** A real PostgreSQL for a test run: TEST_DATABASE_URL, or one that is started and removed. */
import type { TestProject } from "vitest/node";
import { startPostgres } from "../scripts/postgres/start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What `temporaryDatabase` gives unless asked otherwise. */
    databaseKind: "sqlite" | "postgres";
    /** A server in which databases may be created. */
    postgresUrl: string;
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide("postgresUrl", given);
    return undefined;
  }
  const server = await startPostgres();
  project.provide("postgresUrl", server.url);
  return server.close;
}
