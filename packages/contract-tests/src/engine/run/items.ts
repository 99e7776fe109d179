import type { Adapter } from "../adapter.ts";
import { isForm } from "../http/encode.ts";
import { unwritable } from "../http/parameters.ts";
import { asArray, isObject } from "../json.ts";
import type { Gap } from "../plan/plan.ts";
import type { Operation, Parameter } from "../spec/operation.ts";
import { placesIn } from "../spec/places.ts";
import { pointerTo } from "../spec/pointer.ts";
import { unplannedWords } from "../spec/probes.ts";
import { shapeOf } from "../spec/shape.ts";
import type { Spec } from "../spec/spec.ts";
import type { Cell, CoverageItem, Skipped } from "./coverage.ts";
import { keys, probesAt, sightsIn, type Tally } from "./tally.ts";

export interface ItemsOptions {
  spec: Spec;
  adapter: Adapter;
  tally: Tally;
  gaps: readonly Gap[];
  cells: readonly Cell[];
  skipped: readonly Skipped[];
  isWhole: boolean;
}

/** Something to be seen, and the key under which it is counted. */
type Wanted = Pick<CoverageItem, "kind" | "operationId" | "pointer" | "name"> & {
  key: string;
  status?: string;
  /** Why no plan can show it. */
  reason?: string;
};

/** Everything that the document says beside its statuses, and whether the run sent or saw it. */
export function itemsOf(options: ItemsOptions): CoverageItem[] {
  const { spec, adapter, tally, cells, skipped, isWhole } = options;
  const unreached = new Map(
    cells
      .filter(({ count }) => count === 0)
      .map((cell) => [`${cell.operationId} ${cell.status}`, cell.reason]),
  );
  const reasons = createReasons(options);
  // Some of the operation's cases could not be tried, and they would have shown it.
  const untried = new Map(skipped.map(({ operationId, reason }) => [operationId, reason]));
  return wantedOf(spec).map(({ key, status, reason, ...item }) => {
    const count = tally.countOf(key);
    if (count > 0) return { ...item, count, state: "reached", reason: undefined };
    const why = () =>
      reason ??
      (status === undefined ? undefined : unreached.get(`${item.operationId} ${status}`)) ??
      adapter.unseen({ ...item, status }) ??
      reasons(item.operationId, key) ??
      untried.get(item.operationId);
    const found = isWhole ? why() : undefined;
    const state = !isWhole ? "untried" : found === undefined ? "missing" : "unreachable";
    return { ...item, count, state, reason: found };
  });
}

/** The reasons of what the plan left out, found by looking at the values that it did not send. */
function createReasons({
  spec,
  gaps,
}: ItemsOptions): (operationId: string, key: string) => string | undefined {
  const ofOperation = Map.groupBy(gaps, ({ operationId }) => operationId);
  const found = new Map<string, Map<string, string>>();
  return (operationId, key) => {
    const known = found.get(operationId) ?? reasonsIn(spec, ofOperation.get(operationId) ?? []);
    found.set(operationId, known);
    return known.get(key);
  };
}

function reasonsIn(spec: Spec, gaps: readonly Gap[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { operationId, place, schema, value, side, reason } of gaps) {
    for (const sight of sightsIn(spec, schema, value)[side]) {
      const key = keys.keyword(operationId, place, sight);
      if (!reasons.has(key)) reasons.set(key, reason);
    }
  }
  return reasons;
}

const wanted = new WeakMap<Spec, readonly Wanted[]>();

function wantedOf(spec: Spec): readonly Wanted[] {
  const known = wanted.get(spec);
  if (known) return known;
  const all = spec.operations.flatMap((operation) => wantedIn(spec, operation));
  // What several answers share is one thing of the document.
  const different = new Map<string, Wanted>();
  for (const each of all) if (!different.has(each.key)) different.set(each.key, each);
  wanted.set(spec, [...different.values()]);
  return [...different.values()];
}

function wantedIn(spec: Spec, operation: Operation): Wanted[] {
  const { id: operationId, parameters, body } = operation;
  const content = body?.content ?? [];
  const suffix = (type: string) => (content.length > 1 ? ` (${type})` : "");
  const blocked = parameters.flatMap((each) => (each.required ? (unwritable(each) ?? []) : []))[0];
  const all: Wanted[] = [
    ...content.map(({ type, pointer }): Wanted => {
      const key = keys.media(operationId, type);
      return { kind: "request media type", operationId, pointer, name: type, key };
    }),
    ...alternatives(operation),
    ...content.flatMap(({ type, pointer, examples }) =>
      Object.keys(examples).map((example): Wanted => {
        const name = `${example} (${type})`;
        return { kind: "example", operationId, pointer, name, key: keys.example(operationId, name) };
      }),
    ),
    ...parameters.flatMap((each) => parameterItems(spec, operationId, each)),
    ...content.flatMap(({ type, schema }) =>
      schema === undefined ? [] : keywords(spec, operationId, type, schema, "", suffix(type)),
    ),
    ...properties(spec, operation),
  ];
  return blocked === undefined ? all : all.map((each) => ({ ...each, reason: blocked }));
}

function alternatives({ id: operationId, pointer, security }: Operation): Wanted[] {
  const all = security.length > 0 ? security : [{}];
  return all.map((alternative): Wanted => {
    const schemes = Object.entries(alternative).map(([scheme, scopes]) => [scheme, ...scopes].join(" "));
    const name = schemes.length > 0 ? schemes.join(" and ") : "without credentials";
    const key = keys.alternative(operationId, alternative);
    return { kind: "security alternative", operationId, pointer: `${pointer}/security`, name, key };
  });
}

function parameterItems(spec: Spec, operationId: string, parameter: Parameter): Wanted[] {
  const { pointer, required, schema } = parameter;
  const place = `${parameter.in} ${parameter.name}`;
  const reason = unwritable(parameter);
  const item = (name: string): Wanted => ({
    ...{ kind: "parameter", operationId, pointer, name, key: keys.parameter(operationId, name) },
    ...(reason !== undefined && { reason }),
  });
  const without = required ? `${place}, missing` : `${place}, left out`;
  return [
    item(place),
    ...(required && parameter.in === "path" ? [] : [item(without)]),
    ...(schema === undefined
      ? []
      : keywords(spec, operationId, place, schema, `${place}: `, "").map((each) =>
          reason === undefined ? each : { ...each, reason },
        )),
  ];
}

/** The keywords of one body or parameter, at the limit and beyond, and the values of its enums. */
function keywords(
  spec: Spec,
  operationId: string,
  place: string,
  schema: string,
  prefix: string,
  suffix: string,
): Wanted[] {
  return placesIn(spec, schema).flatMap(({ path, pointer, node }) => {
    const where = prefix + (path.length > 0 ? `${path.join(".")}: ` : "");
    const sight = `${path.join(".")} ${pointer}`;
    const key = (what: string) => keys.keyword(operationId, place, `${sight} ${what}`);
    const item = (kind: CoverageItem["kind"], word: string, name: string, what: string): Wanted => {
      return {
        kind,
        operationId,
        pointer: pointerTo(pointer, word),
        name: where + name + suffix,
        key: key(what),
      };
    };
    const listed = asArray(isObject(node) ? node.enum : undefined).map((value) => JSON.stringify(value));
    return [
      ...probesAt(spec, pointer, node).flatMap(({ label, word, at, beyond }) => [
        ...(at ? [item("keyword", word, `${label}, at the limit`, `${label} at`)] : []),
        ...(beyond
          ? [
              {
                ...item("keyword", word, `${label}, beyond the limit`, `${label} beyond`),
                ...textReason(place, word, label),
              },
            ]
          : []),
      ]),
      ...listed.map((value) => item("enum value", "enum", value, `value ${value}`)),
      ...unplannedWords({ pointer, node }).map((word) => ({
        ...item("keyword", word, word, word),
        reason: `the suite makes no values for the keyword ${word}`,
      })),
    ];
  });
}

/** What cannot be broken in a form or a parameter, where everything is text. */
function textReason(place: string, word: string, label: string): Pick<Wanted, "reason"> {
  if (!isForm(place) && !/^(?:path|query|header|cookie) /.test(place)) return {};
  if (word === "type") return { reason: "it is written as text, whatever it is of" };
  return label === "minItems 1" ? { reason: "an empty list leaves nothing on the wire" } : {};
}

/** What each documented answer may show. */
function properties(spec: Spec, { id: operationId, responses }: Operation): Wanted[] {
  return responses.flatMap(({ status, content }) => {
    const found = content.flatMap(({ schema }) => (schema === undefined ? [] : shapeItems(spec, schema)));
    return found.map(({ kind, pointer, name, sight }): Wanted => {
      if (kind === "enum value") return { kind, operationId, pointer, name, key: keys.value(sight) };
      const key = keys.property(operationId, status, sight);
      return { kind, operationId, pointer, name: `${status} ${name}`, key, status };
    });
  });
}

interface ShapeItem {
  kind: CoverageItem["kind"];
  pointer: string;
  name: string;
  sight: string;
}

function shapeItems({ document }: Spec, schema: string): ShapeItem[] {
  const found: ShapeItem[] = [];
  const visit = (schemas: readonly string[], path: string, above: ReadonlySet<string>) => {
    const key = schemas.join(" ");
    if (schemas.length === 0 || above.has(key)) return;
    const inner = new Set([...above, key]);
    const shape = shapeOf(document, schemas);
    for (const { pointer, value } of shape.values) {
      const sight = `${pointer} ${JSON.stringify(value)}`;
      found.push({
        kind: "enum value",
        pointer,
        name: `answers: ${nameOf(pointer)}: ${JSON.stringify(value)}`,
        sight,
      });
    }
    for (const [member, { schemas: own, isRequired }] of shape.members) {
      const place = pointerTo(path, member);
      const called = place.slice(1).replaceAll("/", ".");
      const [pointer = "#"] = own;
      const states = [
        "present",
        ...(isRequired ? [] : ["absent"]),
        ...(shapeOf(document, own).isNullable ? ["null"] : []),
      ];
      for (const state of states) {
        found.push({
          kind: "response property",
          pointer,
          name: `${called}, ${state}`,
          sight: `${place} ${state}`,
        });
      }
      visit(own, place, inner);
    }
    visit(shape.items, `${path}/*`, inner);
    visit(shape.others, `${path}/*`, inner);
  };
  visit([schema], "", new Set());
  const different = new Map(found.map((each) => [each.sight, each]));
  return [...different.values()];
}

/** `Genre` or `Book.genre`, where the document has a name for it. */
function nameOf(pointer: string): string {
  const place = pointer.replace(/^#\/components\/schemas\//, "").replace(/\/enum$/, "");
  return place.replaceAll("/properties/", ".").replaceAll("/items", ".*");
}
