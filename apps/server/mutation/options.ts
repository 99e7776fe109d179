import type { PartialStrykerOptions } from "@stryker-mutator/api/core";

export const REPORT = "reports/mutation/mutation.json";

/** The OAuth core. */
export const CORE = ["src/applications/**/*.ts", "src/authorization/**/*.ts", "src/tokens/**/*.ts"];

/** What only the operator's command reaches; the suite sees HTTP. */
const OPERATORS = [
  "src/applications/trust.ts",
  "src/applications/store/trust.ts",
  "src/tokens/store/admin-scope.ts",
];

export function strykerOptions(mutate: readonly string[], concurrency: number): PartialStrykerOptions {
  return {
    mutate: [...mutate, ...OPERATORS.map((file) => `!${file}`)],
    testRunner: "conformance",
    plugins: ["./mutation/plugins.ts"],
    ignorers: ["private-text"],
    coverageAnalysis: "perTest",
    concurrency,
    // Everything that the provider needs, and nothing else, is copied beside the mutants.
    ignorePatterns: ["/*", "!/package.json", "!/migrations", "!/src", "!/test", "/test/*", "!/test/support"],
    tempDirName: ".stryker-tmp",
    tsconfigFile: "tsconfig.json",
    disableTypeChecks: false,
    // A mutant runs the whole suite when few cases did not notice it, on a machine that may be busy.
    timeoutMS: 90_000,
    allowConsoleColors: false,
    reporters: ["progress-append-only", "survivors", "json", "html"],
    jsonReporter: { fileName: REPORT },
    htmlReporter: { fileName: "reports/mutation/index.html" },
    // Static mutants are few, and counted like all others.
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
  };
}
