import { formats } from "@fluxer-oauth2/contract/formats";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { loadSpec, type Spec } from "@fluxer-oauth2/contract-tests/engine";
import { type SpecFault, sampleOf, specFaults } from "@fluxer-oauth2/contract-tests/faults";
import { PATCHES } from "./catalogue/index.ts";
import type { Patch } from "./patch.ts";

export type SeededFault =
  | { readonly kind: "spec"; readonly fault: SpecFault }
  | { readonly kind: "patch"; readonly fault: Patch };

export const spec: Spec = loadSpec(bundle, formats);

/** The benchmark: a sample of what the document gives, and every mistake of the catalogue. */
export function seededFaults(): SeededFault[] {
  return [
    ...sampleOf(specFaults(spec)).map((fault) => ({ kind: "spec" as const, fault })),
    ...PATCHES.map((fault) => ({ kind: "patch" as const, fault })),
  ];
}
