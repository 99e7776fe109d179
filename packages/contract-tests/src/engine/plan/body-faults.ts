import { asReceived, isForm } from "../http/encode.ts";
import type { RequestParts } from "../http/request.ts";
import { isObject } from "../json.ts";
import type { Case } from "../run/case.ts";
import { applicable, memberSchemas } from "../spec/applicable.ts";
import type { Media, Operation } from "../spec/operation.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { faultCase, type Plan } from "./plan.ts";
import { exampleRequest } from "./sample.ts";

/** One case for each way in which the keywords of a request body can be broken. */
export function bodyFaultCases(plan: Plan, operation: Operation): Case[] {
  return (operation.body?.content ?? []).flatMap((media) => {
    return faultsIn(plan, operation, media).map((fault) => spoilt(plan, operation, media, fault));
  });
}

type Spoilt = Fault & { example: unknown };

/** The faults of every documented example: each may be of another branch of the schema. */
function faultsIn(plan: Plan, operation: Operation, media: Media): Spoilt[] {
  const { spec, adapter } = plan;
  const { schema } = media;
  if (schema === undefined) return [];
  const examples = Object.entries(media.examples);
  const bases = examples.length > 0 ? examples : [["", exampleRequest(spec, operation).body] as const];
  const all = bases.flatMap(([name, example]) => {
    const suffix = bases.length > 1 ? ` in the example ${name}` : "";
    const faults = faultsOf(spec, schema, example, adapter.formatFaults);
    return faults.map((fault) => ({ ...fault, name: fault.name + suffix, example }));
  });
  const different = new Map(all.map((fault) => [JSON.stringify(fault.value), fault]));
  return [...different.values()].filter((fault) =>
    isRefused(plan, operation, media.type, fault.value, schema),
  );
}

function spoilt(plan: Plan, operation: Operation, { type, schema = "#" }: Media, fault: Spoilt): Case {
  const expect = plan.adapter.policy.invalidBody(operation, fault.member);
  const spoil = (parts: RequestParts) => {
    const body = revived(plan, fault, parts.body);
    // Where the live members made it valid there would be nothing to see.
    return {
      ...parts,
      media: type,
      body: isRefused(plan, operation, type, body, schema) ? body : fault.value,
    };
  };
  const use = { succeeds: false, example: fault.example };
  return faultCase(plan, operation, `${fault.name} (${type})`, expect, spoil, use);
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
function isRefused(plan: Plan, operation: Operation, media: string, value: unknown, schema: string): boolean {
  const { spec, adapter } = plan;
  const received = asReceived(spec.document, media, value, (name) => {
    return applicable(spec, schema, value).flatMap((each) => memberSchemas(each, name))[0];
  });
  const isThin = isForm(media) && adapter.emptyIsAbsent(operation);
  return !spec.oracle.accepts(schema, isThin ? withoutEmpty(received) : received);
}

function withoutEmpty(value: unknown): unknown {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, text]) => text !== ""))
    : value;
}
