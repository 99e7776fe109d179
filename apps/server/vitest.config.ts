import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/postgres.ts"],
    // Loading drizzle, hono and zod again for every file would take longer than the tests; no module of ours keeps state.
    isolate: false,
    // Some tests start a process or hash a password, which takes its time on a busy machine.
    testTimeout: 20_000,
  },
});
