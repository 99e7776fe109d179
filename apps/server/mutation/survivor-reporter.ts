import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { MutantResult } from "@stryker-mutator/api/core";
import type { Reporter } from "@stryker-mutator/api/report";

/** Tells of each survivor as it is found: the run of everything takes an hour, and a case may be added meanwhile. */
export class SurvivorReporter implements Reporter {
  onMutantTested({ fileName, location, mutatorName, replacement, status }: Readonly<MutantResult>): void {
    if (status !== "Survived" && status !== "NoCoverage") return;
    const { start, end } = location;
    const lines = readFileSync(fileName, "utf8")
      .split("\n")
      .slice(start.line - 1, end.line);
    const text = lines.map((line) => line.trim()).join(" ");
    console.log(
      `${relative("", fileName)}:${start.line} ${mutatorName} ${status}: ${text}  →  ${replacement}`,
    );
  }
}
