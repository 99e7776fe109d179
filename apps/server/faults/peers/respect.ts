import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { OperationId } from "@fluxer-oauth2/contract";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { operationTable } from "@fluxer-oauth2/contract/operations";
import type { Peer } from "./peer.ts";
import { run } from "./process.ts";
import type { Ready, Scene } from "./scene.ts";

// It is a development tool of the workspace's scripts, which lint the document with it.
const manifest = createRequire(join(import.meta.dirname, "../../../../scripts/package.json")).resolve(
  "@redocly/cli/package.json",
);
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };

export const respect: Peer = {
  tool: "respect",
  version: `(@redocly/cli ${version})`,
  given:
    "An Arazzo workflow for each operation with one good request and the status that it must have; respect holds the answer against the document by itself.",
  prepare: async () => undefined,
  async failures({ directory, url, scene }) {
    const [arazzo, result] = [join(directory, "each.arazzo.json"), join(directory, "result.json")];
    writeFileSync(join(directory, "openapi.json"), JSON.stringify(bundle));
    writeFileSync(arazzo, JSON.stringify(workflows(scene), undefined, 1));
    const command = join(dirname(manifest), "bin/cli.js");
    await run(
      process.execPath,
      [command, "respect", arazzo, "--server", `api=${url}`, "--json-output", result],
      directory,
    );
    return failuresIn(JSON.parse(readFileSync(result, "utf8")));
  },
};

function workflows(scene: Scene): object {
  return {
    arazzo: "1.0.1",
    info: { title: "Each operation once", version: "1.0.0" },
    sourceDescriptions: [{ name: "api", type: "openapi", url: "openapi.json" }],
    workflows: Object.entries(scene).map(([id, ready]) => ({
      workflowId: id,
      steps: [stepOf(id as OperationId, ready)],
    })),
  };
}

function stepOf(id: OperationId, { params = {}, query = {}, authorization, json, form }: Ready): object {
  const all = {
    path: params,
    query,
    header: authorization === undefined ? {} : { Authorization: authorization },
  };
  const parameters = Object.entries(all).flatMap(([place, values]) =>
    Object.entries(values).map(([name, value]) => ({ name, in: place, value })),
  );
  const contentType = form ? "application/x-www-form-urlencoded" : "application/json";
  const payload = form ?? json;
  const status = Object.keys(operationTable[id].responses).find((each) => each.startsWith("2"));
  return {
    stepId: id,
    operationId: id,
    parameters,
    ...(payload !== undefined && { requestBody: { contentType, payload } }),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  };
}

interface Result {
  files: Record<
    string,
    { executedWorkflows: readonly { workflowId: string; executedSteps: readonly Step[] }[] }
  >;
}

interface Step {
  checks?: readonly { name: string; status: string }[];
}

function failuresIn({ files }: Result): Map<string, ReadonlySet<string>> {
  const all = Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
  return new Map(
    all.map(({ workflowId, executedSteps }) => {
      const checks = executedSteps.flatMap((step) => step.checks ?? []);
      return [
        workflowId,
        new Set(checks.filter(({ status }) => status !== "success").map(({ name }) => name)),
      ];
    }),
  );
}
