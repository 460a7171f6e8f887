import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Programs are started and a browser is opened; two cores are shared with other work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One line a file, and a closing line that programs can read.
    reporters: ["default", "./tests/closing-line-reporter.ts"],
  },
});
