import { defineConfig } from "vitest/config";

/** Tests that touch queries; they run on every database. */
const ON_EVERY_DATABASE = [
  "tests/store/contract/*.test.ts",
  "tests/messages/inbox.test.ts",
  "tests/messages/outbox.test.ts",
  "tests/messages/outbox-tidying.test.ts",
  "tests/messages/pace.test.ts",
  "tests/messages/giving-up.test.ts",
  "tests/digest/planner.test.ts",
  "tests/digest/changes.test.ts",
  "tests/digest/send-now.test.ts",
  "tests/ingest/poll-feeds.test.ts",
  "tests/ingest/killed-while-polling.test.ts",
];
/** Tests about PostgreSQL itself, or about both databases together. */
const ABOUT_POSTGRES = ["tests/**/*.postgres.test.ts"];
/** Tests over generated inputs. */
const PROPERTIES = "tests/properties/*.test.ts";

export default defineConfig({
  test: {
    // Programs are started and a browser is opened; two cores are shared with other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One line a file, and a closing line that programs can read.
    reporters: ["default", "./tests/closing-line-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "sqlite",
          include: ["tests/**/*.test.ts"],
          exclude: [...ABOUT_POSTGRES, PROPERTIES],
          provide: { databaseKind: "sqlite" },
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: [...ON_EVERY_DATABASE, ...ABOUT_POSTGRES],
          provide: { databaseKind: "postgres" },
          globalSetup: "tests/postgres-setup.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "properties",
          include: [PROPERTIES],
          // Each reads the whole base, and changes none of it.
          isolate: false,
          globalSetup: "tests/properties/print-seed.ts",
        },
      },
    ],
  },
});
