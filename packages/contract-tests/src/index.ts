export { type ConformanceOptions, listCases, runConformance } from "./conformance.ts";
export { type Fetch, type Finding, groupFindings, type Report, summaryOf } from "./engine/index.ts";
export type { AdminApplication, FluxerConfig } from "./fluxer/config.ts";
