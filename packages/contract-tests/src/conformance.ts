import { formats } from "@fluxer-oauth2/contract/formats";
import { document } from "./document.ts";
import {
  type Case,
  createRandom,
  type Fetch,
  loadSpec,
  type Progress,
  planCases,
  type Report,
  run,
  titleOf,
} from "./engine/index.ts";
import { createFluxerAdapter } from "./fluxer/adapter.ts";
import type { FluxerConfig } from "./fluxer/config.ts";

export interface ConformanceOptions {
  /** Where the API is, with its path if it has one. */
  baseUrl: string;
  /** Anything that answers a Request, such as an application in the same process. The global fetch when absent. */
  fetch?: Fetch;
  config?: FluxerConfig;
  /** Another bundle than the one that this suite came with. */
  spec?: unknown;
  /** The same seed plans the same cases. 1 when absent. */
  seed?: number;
  /** Only the cases whose title it matches, or takes. */
  only?: RegExp | ((title: string) => boolean) | undefined;
  /** Stops after the first case with a finding. */
  bail?: boolean;
  /** Ends the run after the case that is running; what was made is still taken away. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Holds a server against the document. The report has no findings when it does what the document says. */
export function runConformance(options: ConformanceOptions): Promise<Report> {
  const { fetch = globalThis.fetch, seed = 1, ...rest } = options;
  return run({ ...rest, ...prepare(options), fetch: (request) => fetch(request), seed });
}

/** The titles of the cases that a run would try, without asking any server. */
export function listCases(options: Pick<ConformanceOptions, "spec" | "config" | "seed">): string[] {
  const cases: Case[] = planCases({ ...prepare(options), random: createRandom(options.seed ?? 1) });
  return cases.map(titleOf);
}

function prepare({ spec: given = document, config = {}, seed = 1 }: Partial<ConformanceOptions>) {
  const spec = loadSpec(given, formats);
  return { spec, adapter: createFluxerAdapter(spec, createRandom(seed), config) };
}
