import type { Operation, Spec } from "../engine/index.ts";
import { exampleRequest, sampleOf } from "../engine/plan/sample.ts";
import type { Incoming, Outgoing } from "./fault.ts";
import type { RequestPlace } from "./request-places.ts";
import { valuesAt } from "./schema-places.ts";

/** A value for one place that the server takes: the last one that it took, until then the document's example. */
export interface GoodValue {
  readonly value: unknown;
  sees(request: Incoming, answer: Outgoing): Promise<void>;
}

export function goodValue(spec: Spec, operation: Operation, place: RequestPlace): GoodValue {
  let value = exampleOf(spec, operation, place);
  return {
    get value() {
      return value;
    },
    async sees(request, answer) {
      if (answer.status >= 400) return;
      const [taken] = await place.read(request);
      if (taken !== undefined && spec.oracle.accepts(place.pointer, taken)) value = taken;
    },
  };
}

function exampleOf(spec: Spec, operation: Operation, place: RequestPlace): unknown {
  const { path, query, body } = exampleRequest(spec, operation);
  const examples = operation.body?.content.flatMap((media) => Object.values(media.examples)) ?? [];
  const wholes = [{ ...query, ...path }, body, ...examples];
  const found = [...wholes.flatMap((whole) => valuesAt(whole, place.path)), sampleOf(spec, place.pointer)];
  return found.find((each) => spec.oracle.accepts(place.pointer, each));
}
