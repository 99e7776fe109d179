import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    projects: [
      { test: { name: "suite", include: ["test/**/*.test.ts"] } },
      {
        // The SDK's tests once more, each exchange held against the document.
        root: file("../client"),
        test: {
          name: "sdk",
          include: ["test/**/*.test.ts"],
          exclude: ["test/package.test.ts"],
          setupFiles: [file("test/sdk/validate.ts")],
        },
      },
    ],
  },
});
