import { asReceived, isForm } from "../http/encode.ts";
import type { RequestParts } from "../http/request.ts";
import { isObject } from "../json.ts";
import type { Case } from "../run/case.ts";
import { applicable, membersIn } from "../spec/applicable.ts";
import type { Media, Operation } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import { type Fault, type FormatFaults, faultsOf } from "./faults.ts";
import { faultCase, type Gap, type Plan } from "./plan.ts";
import { sampleOf } from "./sample.ts";
import { othersOf } from "./walk.ts";

/** One case for each way in which the keywords of a request body can be broken. */
export function bodyFaultCases(plan: Plan, operation: Operation): Case[] {
  return (operation.body?.content ?? []).flatMap((media) => {
    const { schema } = media;
    if (schema === undefined) return [];
    const { refused, valid } = faultsIn(plan, operation, media, schema);
    for (const { value } of valid) plan.gaps.push({ ...gapOf(operation, media, schema), value });
    return refused.map((fault) => spoilt(plan, operation, media, fault));
  });
}

function gapOf({ id }: Operation, { type }: Media, schema: string): Omit<Gap, "value"> {
  const reason = "every value tried beyond it is valid in another way, or as it is written";
  return { operationId: id, place: type, schema, side: "beyond", reason };
}

type Spoilt = Fault & { example: unknown };

interface Judged {
  refused: readonly Spoilt[];
  /** Valid after all. */
  valid: readonly Spoilt[];
}

// Faults do not depend on the seed, and some are megabytes long.
const judged = new WeakMap<Spec, WeakMap<FormatFaults, Map<string, Judged>>>();

function faultsIn(plan: Plan, operation: Operation, media: Media, schema: string): Judged {
  const { spec, adapter } = plan;
  const ofSpec = judged.get(spec) ?? new WeakMap<FormatFaults, Map<string, Judged>>();
  judged.set(spec, ofSpec);
  const all = ofSpec.get(adapter.formatFaults) ?? new Map<string, Judged>();
  ofSpec.set(adapter.formatFaults, all);
  const key = `${operation.id} ${media.type} ${adapter.emptyIsAbsent(operation)}`;
  const known = all.get(key) ?? judge(plan, operation, media, schema);
  all.set(key, known);
  return known;
}

/** The faults of every documented example: each may be of another branch of the schema. */
function judge(plan: Plan, operation: Operation, media: Media, schema: string): Judged {
  const { spec, adapter } = plan;
  const bases = basesOf(spec, media);
  const all = bases.flatMap(([name, example]) => {
    const suffix = bases.length > 1 ? ` in the example ${name}` : "";
    const faults = faultsOf(spec, schema, example, adapter.formatFaults);
    return faults.map((fault) => ({ ...fault, name: fault.name + suffix, example }));
  });
  const different = [...new Map(all.map((fault) => [keyOf(fault.value), fault])).values()];
  const groups = Map.groupBy(different, ({ value }) => isRefused(plan, operation, media.type, value, schema));
  return { refused: groups.get(true) ?? [], valid: groups.get(false) ?? [] };
}

/** The valid bodies to start from, by name: the examples, and a plain one for each branch that none of them takes. */
export function basesOf(spec: Spec, { schema, examples }: Media): (readonly [string, unknown])[] {
  const named = Object.entries(examples);
  if (schema === undefined) return named;
  const bases = named.length > 0 ? named : [["", sampleOf(spec, schema)] as const];
  const taken = new Set(
    bases.flatMap(([, value]) => applicable(spec, schema, value).map(({ pointer }) => pointer)),
  );
  const others = othersOf(spec, applicable(spec, schema, bases[0]?.[1]), taken);
  return [...bases, ...others.map((value, index) => [`of branch ${index + 1}`, value] as const)];
}

const LONGEST_KEY = 10_000;

export function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "string" && inner.length > LONGEST_KEY ? `${inner.slice(0, 40)} ${inner.length}` : inner,
  );
}

function spoilt(plan: Plan, operation: Operation, { type, schema = "#" }: Media, fault: Spoilt): Case {
  const expect = plan.adapter.policy.invalidBody(operation, fault.member);
  const spoil = (parts: RequestParts) => {
    const body = revived(plan.adapter.liveMembers, fault, parts.body);
    // Where the live members made it valid there would be nothing to see.
    const isStillFault = body === fault.value || isRefused(plan, operation, type, body, schema);
    return { ...parts, media: type, body: isStillFault ? body : fault.value };
  };
  const use = { succeeds: false, example: fault.example };
  return faultCase(plan, operation, `${fault.name} (${type})`, expect, spoil, use);
}

/** The examples' identifiers and secrets mean nothing here, unless one of them is the fault. */
function revived(liveMembers: ReadonlySet<string>, { value, member }: Fault, live: unknown): unknown {
  if (!isObject(value) || !isObject(live)) return value;
  const isLive = (name: string) => name !== member && liveMembers.has(name) && name in live;
  if (!Object.keys(value).some(isLive)) return value;
  const members = Object.entries(value).map(([name, own]) => {
    return [name, isLive(name) ? live[name] : own];
  });
  return Object.fromEntries(members);
}

/** ajv judges what is on the wire: a value that is valid by accident is no fault. */
export function isRefused(
  plan: Plan,
  operation: Operation,
  media: string,
  value: unknown,
  schema: string,
): boolean {
  const { spec, adapter } = plan;
  const received = asReceived(spec.document, media, value, membersIn(spec, schema, value));
  const isThin = isForm(media) && adapter.emptyIsAbsent(operation);
  return !spec.oracle.accepts(schema, isThin ? withoutEmpty(received) : received);
}

function withoutEmpty(value: unknown): unknown {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, text]) => text !== ""))
    : value;
}
