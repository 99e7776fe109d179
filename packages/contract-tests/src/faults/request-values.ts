import type { Operation, Spec } from "../engine/index.ts";
import { asArray, isObject } from "../engine/json.ts";
import { boundsOf } from "./bounds.ts";
import type { Behaviour, SpecFault } from "./fault.ts";
import { goodValue } from "./good-value.ts";
import { type RequestPlace, requestPlaces } from "./request-places.ts";

type Draft = Pick<SpecFault, "kind" | "says" | "start"> & { subject: string; isCertain?: boolean };

/**
 * A server that takes what the document forbids, or refuses what it allows. The fault changes the request on its way: a value
 * just beyond a limit is moved to it, so that the server takes it; one at the limit is moved beyond, so that it refuses it in
 * its own words.
 */
export function requestValueFaults(spec: Spec, operation: Operation): SpecFault[] {
  const faults = requestPlaces(spec, operation).flatMap((place) => {
    const drafts = [
      ...ofBounds(spec, operation, place),
      ...ofEnum(spec, operation, place),
      ...ofKeywords(spec, operation, place),
      ...ofMembers(spec, operation, place),
    ];
    return drafts.map(({ subject, says, isCertain = true, ...draft }): SpecFault => {
      return {
        ...draft,
        name: `${operation.id} ${place.name}${subject}: ${draft.kind}`,
        family: "request value",
        operationId: operation.id,
        says: `${operation.id} ${says}.`,
        pointer: place.pointer,
        isCertain,
      };
    });
  });
  return [...new Map(faults.map((fault) => [fault.name, fault])).values()].map((fault) => ({
    ...fault,
    start: () => only(operation, fault.start()),
  }));
}

function only(operation: Operation, { asks, sees }: Behaviour): Behaviour {
  return {
    asks: (request) => (request.operation === operation ? asks?.(request) : undefined),
    sees: (request, answer) => (request.operation === operation ? sees?.(request, answer) : undefined),
  };
}

function ofBounds(spec: Spec, operation: Operation, place: RequestPlace): Draft[] {
  const isAllowed = (value: unknown) => spec.oracle.accepts(place.whole, value);
  const example = goodValue(spec, operation, place).value;
  return boundsOf(place.node).flatMap(({ keyword, limit, at, beyond, back }) => {
    const subject = ` ${keyword} ${limit}`;
    const last = at(example);
    // Another keyword may leave no value at this limit at all.
    const isCertain = last !== undefined && isAllowed(last) && !isAllowed(beyond(last));
    // An empty text where every value is a text is often read as none.
    const isThin = keyword === "minLength" && limit === 1 && !place.isTyped;
    return [
      {
        subject,
        kind: "takes one more",
        says: `takes ${place.name} just beyond its ${keyword} ${limit}`,
        isCertain,
        start: () => ({
          asks: (request) => place.write(request, (value) => (isAllowed(value) ? undefined : back(value))),
        }),
      },
      {
        subject,
        kind: "refuses the last",
        says: `refuses ${place.name} exactly at its ${keyword} ${limit}`,
        isCertain: isCertain && !isThin,
        start: () => ({
          asks: (request) =>
            place.write(request, (value) => {
              const other = beyond(value);
              return other === undefined || isAllowed(other) ? undefined : other;
            }),
        }),
      },
    ] satisfies Draft[];
  });
}

function ofEnum(spec: Spec, operation: Operation, place: RequestPlace): Draft[] {
  const allowed = "const" in place.node ? [place.node.const] : asArray(place.node.enum);
  if (allowed.length === 0) return [];
  const other = typeof allowed[0] === "number" ? Math.max(...allowed.map(Number)) + 1 : "conformance-other";
  // A list that any other value may stand beside refuses none.
  if (spec.oracle.accepts(place.whole, other)) return [];
  const refused = allowed.map((one): Draft => {
    return {
      subject: ` ${JSON.stringify(one)}`,
      kind: "refused",
      says: `refuses the value ${JSON.stringify(one)} of ${place.name}`,
      start: () => ({
        asks: (request) => place.write(request, (value) => (value === one ? other : undefined)),
      }),
    };
  });
  return [...refused, unchecked(spec, operation, place, "const" in place.node ? "const" : "enum")];
}

function ofKeywords(spec: Spec, operation: Operation, place: RequestPlace): Draft[] {
  const keywords = ["pattern", "format"].filter((keyword) => keyword in place.node);
  if (place.isTyped) keywords.push("type");
  return keywords.map((keyword) => unchecked(spec, operation, place, keyword));
}

/** What fails this keyword only is replaced by a value that passes. */
function unchecked(spec: Spec, operation: Operation, place: RequestPlace, keyword: string): Draft {
  return {
    subject: ` ${keyword}`,
    kind: "unchecked",
    says: `does not check the ${keyword} of ${place.name}`,
    start: () => {
      const good = goodValue(spec, operation, place);
      const repaired = (value: unknown) => {
        if (spec.oracle.accepts(place.whole, value)) return undefined;
        const faults = spec.oracle.faults(place.pointer, value);
        const isAlone =
          faults.length > 0 && faults.every((fault) => fault.keyword === keyword && fault.instance === "");
        return isAlone ? good.value : undefined;
      };
      return { asks: (request) => place.write(request, repaired), sees: good.sees };
    },
  };
}

function ofMembers(spec: Spec, operation: Operation, place: RequestPlace): Draft[] {
  const { node } = place;
  const needed = asArray(node.required).filter((name) => typeof name === "string");
  const places = requestPlaces(spec, operation);
  const required = needed.map((name): Draft => {
    const member = places.find(({ path }) => path.join(".") === [...place.path, name].join("."));
    return {
      subject: ` without ${name}`,
      kind: "taken",
      says: `takes ${place.name} without ${name}, which is required`,
      start: () => {
        const good = member && goodValue(spec, operation, member);
        const completed = (value: unknown) => {
          const isLacking = isObject(value) && !Object.hasOwn(value, name) && good?.value !== undefined;
          return isLacking ? { ...value, [name]: good?.value } : undefined;
        };
        return { asks: (request) => place.write(request, completed), ...(good && { sees: good.sees }) };
      },
    };
  });
  return node.additionalProperties === false ? [...required, closed(place)] : required;
}

function closed(place: RequestPlace): Draft {
  const known = new Set(Object.keys(isObject(place.node.properties) ? place.node.properties : {}));
  return {
    subject: " with an unknown member",
    kind: "taken",
    says: `takes ${place.name} with a member that the document does not know`,
    start: () => ({
      asks: (request) =>
        place.write(request, (value) => {
          if (!isObject(value) || Object.keys(value).every((name) => known.has(name))) return undefined;
          return Object.fromEntries(Object.entries(value).filter(([name]) => known.has(name)));
        }),
    }),
  };
}
