import { asReceived } from "../http/encode.ts";
import { isObject } from "../json.ts";
import type { Case } from "../run/case.ts";
import { applicable, memberSchemas } from "../spec/applicable.ts";
import type { Media, Operation } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { faultCase, type Plan } from "./plan.ts";
import { exampleRequest } from "./sample.ts";

/** One case for each way in which the keywords of a request body can be broken. */
export function bodyFaultCases(plan: Plan, operation: Operation): Case[] {
  return (operation.body?.content ?? []).flatMap((media) => {
    return faultsIn(plan, operation, media).map((fault) => spoilt(plan, operation, media, fault));
  });
}

/** The faults of every documented example: each may be of another branch of the schema. */
function faultsIn({ spec, adapter }: Plan, operation: Operation, media: Media): Fault[] {
  const { schema } = media;
  if (schema === undefined) return [];
  const examples = Object.entries(media.examples);
  const bases = examples.length > 0 ? examples : [["", exampleRequest(spec, operation).body]];
  const all = bases.flatMap(([name, base]) => {
    const suffix = bases.length > 1 ? ` in the example ${name}` : "";
    const faults = faultsOf(spec, schema, base, adapter.formatFaults);
    return faults.map((fault) => ({ ...fault, name: fault.name + suffix }));
  });
  const different = new Map(all.map((fault) => [JSON.stringify(fault.value), fault]));
  return [...different.values()].filter((fault) => isRefused(spec, media.type, schema, fault.value));
}

function spoilt(plan: Plan, operation: Operation, { type, schema = "#" }: Media, fault: Fault): Case {
  const expect = plan.adapter.policy.invalidBody(operation, fault.member);
  return faultCase(plan, operation, `${fault.name} (${type})`, expect, (parts) => {
    const body = revived(plan, fault, parts.body);
    // Where a live member is itself the fault it stays; where the rest became valid by it there is nothing to see.
    const isStill = isRefused(plan.spec, type, schema, body);
    return { ...parts, media: type, body: isStill ? body : fault.value };
  });
}

/** The examples' identifiers and secrets mean nothing here, unless one of them is the fault. */
function revived({ adapter }: Plan, { value, member }: Fault, live: unknown): unknown {
  if (!isObject(value) || !isObject(live)) return value;
  const members = Object.entries(value).map(([name, own]) => {
    return [name, name !== member && adapter.liveMembers.has(name) && name in live ? live[name] : own];
  });
  return Object.fromEntries(members);
}

/** ajv judges what is on the wire: a value that is valid by accident is no fault. */
function isRefused(spec: Spec, media: string, schema: string, value: unknown): boolean {
  const received = asReceived(spec.document, media, value, (name) => {
    return applicable(spec, schema, value).flatMap((each) => memberSchemas(each, name))[0];
  });
  return !spec.oracle.accepts(schema, received);
}
