// Faults that any OpenAPI document gives by itself, as a wrapper or a proxy in front of any server of it.
export { specFaults } from "./derive.ts";
export type { SpecFault, SpecFaultFamily } from "./fault.ts";
export { type Changed, type Faulty, faulty } from "./faulty.ts";
export { type FaultProxy, startFaultProxy } from "./proxy.ts";
export { sampleOf } from "./sample.ts";
