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

/** What the document alone takes for a fault and this API does not show: nobody could tell such a server from a right one. */
export const EQUIVALENT: readonly (readonly [pattern: RegExp, why: string])[] = [
  [
    /^(?:deleteApplication|resetClientSecret|resetBotToken|login) (?:password|email) m(?:in|ax)Length/,
    "A password or address of the limit's length is not the account's, and is refused with the same status whether it was measured or compared.",
  ],
  [
    /^[a-zA-Z0-9]+ client_secret m(?:in|ax)Length/,
    "A secret of the limit's length is not the client's, and is refused whether it was measured or compared.",
  ],
  [
    /^[a-zA-Z0-9]+ (?:avatar|banner) m(?:in|ax)Length/,
    "A text of the limit's length is no image, and is refused whether it was measured or decoded.",
  ],
];

/** The benchmark: a sample of what the document gives, and every mistake of the catalogue. */
export function seededFaults(): SeededFault[] {
  return [
    ...sampleOf(
      specFaults(spec).filter(({ name }) => !EQUIVALENT.some(([pattern]) => pattern.test(name))),
    ).map((fault) => ({ kind: "spec" as const, fault })),
    ...PATCHES.map((fault) => ({ kind: "patch" as const, fault })),
  ];
}
