import type { Spec } from "../engine/index.ts";
import type { SpecFault } from "./fault.ts";
import { requestEnvelopeFaults } from "./request-envelope.ts";
import { requestValueFaults } from "./request-values.ts";
import { responseEnvelopeFaults } from "./response-envelope.ts";
import { responsePropertyFaults } from "./response-properties.ts";

/** Every fault that the document alone can name. */
export function specFaults(spec: Spec): SpecFault[] {
  return spec.operations.flatMap((operation) => [
    ...responsePropertyFaults(spec, operation),
    ...responseEnvelopeFaults(spec, operation),
    ...requestValueFaults(spec, operation),
    ...requestEnvelopeFaults(spec, operation),
  ]);
}
