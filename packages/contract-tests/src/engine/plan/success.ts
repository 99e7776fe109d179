import type { Use } from "../adapter.ts";
import type { RequestParts } from "../http/request.ts";
import { isObject } from "../json.ts";
import type { Call, Case } from "../run/case.ts";
import { type Alternative, type Operation, statusesBelow } from "../spec/operation.ts";
import { credentialsFor, describe, type Plan, requestFor, SUCCEEDS } from "./plan.ts";

interface Variant {
  name: string;
  use?: Use;
  alternative?: Alternative;
  /** Its place in the document. */
  example?: string;
  prefix?: string;
  change?(parts: RequestParts): RequestParts;
}

/** Every way in which the document says that an operation succeeds. */
export function successCases(plan: Plan, operation: Operation): Case[] {
  const statuses = statusesBelow(operation, 300);
  const variants = [
    ...alternativesOf(operation),
    ...mediaOf(operation),
    ...examplesOf(plan, operation),
    ...prefixesOf(plan),
    ...plan.adapter.spellings(operation).map(spelled),
  ];
  return variants.map((variant) => ({
    operation,
    name: `succeeds ${variant.name}`,
    expects: statuses,
    run: (call) => succeed(plan, operation, call, variant, statuses),
  }));
}

async function succeed(plan: Plan, operation: Operation, call: Call, variant: Variant, status: number[]) {
  const { use = SUCCEEDS, alternative, example, prefix, change } = variant;
  const by = await credentialsFor(plan, operation, call, use, alternative);
  const parts = await requestFor(plan, operation, call, use);
  const options = {
    by,
    expect: { status },
    alternative: alternative ?? operation.security[0] ?? {},
    ...(example !== undefined && { example }),
    ...(prefix !== undefined && { prefix }),
  };
  await call(operation, change?.(parts) ?? parts, options);
}

/** The first is left to the recipe, which may know better whose turn it is. */
function alternativesOf(operation: Operation): Variant[] {
  const [first = {}, ...others] = operation.security;
  return [
    { name: `with ${describe(first)}` },
    ...others.map((alternative) => ({ name: `with ${describe(alternative)}`, alternative })),
  ];
}

function mediaOf({ body }: Operation): Variant[] {
  const others = body?.content.slice(1) ?? [];
  return others.map(({ type }) => ({ name: `as ${type}`, change: (parts) => ({ ...parts, media: type }) }));
}

function examplesOf({ adapter }: Plan, { body }: Operation): Variant[] {
  return (body?.content ?? []).flatMap(({ type, examples }) =>
    Object.entries(examples).map(([name, example]) => ({
      name: `for the example ${name} (${type})`,
      example: `${name} (${type})`,
      use: { succeeds: true, example },
      change: (parts) => ({ ...parts, media: type, body: alive(example, parts.body, adapter.liveMembers) }),
    })),
  );
}

/** The example, with those members that cannot mean anything here taken from a request that does. */
function alive(example: unknown, body: unknown, liveMembers: ReadonlySet<string>): unknown {
  if (!isObject(example) || !isObject(body)) return example;
  const live = Object.entries(example).map(([name, value]) => {
    return [name, liveMembers.has(name) && name in body ? body[name] : value];
  });
  return Object.fromEntries(live);
}

function prefixesOf({ spec }: Plan): Variant[] {
  return spec.prefixes.slice(1).map((prefix) => ({ name: `under ${prefix}`, prefix }));
}

function spelled({ name, spelling }: { name: string; spelling: (path: string) => string }): Variant {
  return { name: `spelled ${name}`, change: (parts) => ({ ...parts, spelling }) };
}
