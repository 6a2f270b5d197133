import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "threads",
    reporters: process.env["CI"] ? ["default"] : ["dot"],
    testTimeout: 20_000,
  },
});
