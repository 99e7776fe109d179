import { join } from "node:path";
import { defineConfig } from "vitest/config";

const CHEAP = join(import.meta.dirname, "test/support/cheap-passwords.ts");

/** In the scans everything is asked of the provider once more and all that it left behind is searched: the last step of a run. */
const LAST = ["test/scans/**/*.test.ts"];

/** Years pass in these, and the ids of a process only grow: they get modules of their own, whatever ran before. */
const APART = ["test/pruning/**/*.test.ts"];

/**
 * The provider in a test's own process hashes its thousands of passwords at the least cost. Those that are started as
 * processes of their own, and the hash itself, are what operators get.
 */
const cheapPasswords = {
  name: "cheap-passwords",
  enforce: "pre",
  resolveId: (source: string, importer: string | undefined) =>
    source === "@node-rs/argon2" && importer !== CHEAP ? CHEAP : undefined,
} as const;

export default defineConfig({
  plugins: [cheapPasswords],
  test: {
    globalSetup: ["test/support/postgres.ts"],
    // Loading drizzle, hono and zod again for every file would take longer than the tests; no module of ours keeps state.
    isolate: false,
    // Half of the time goes into waiting for other processes; one worker per core and no fewer.
    maxWorkers: "100%",
    // Some tests start a process or hash a password, which takes its time on a busy machine.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: "suite",
          include: ["test/**/*.test.ts"],
          exclude: [...LAST, ...APART],
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: "apart", include: APART, isolate: true, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: "scans", include: LAST, sequence: { groupOrder: 1 } } },
    ],
  },
});
