import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "threads",
    maxWorkers: "100%",
    // Most of a test file's time went into importing all rules again.
    isolate: false,
    reporters: process.env["CI"] ? ["default"] : ["dot"],
    testTimeout: 20_000,
  },
});
