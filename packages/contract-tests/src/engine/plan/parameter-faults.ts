import { readParameter, textOf, unwritable, withParameter, write } from "../http/parameters.ts";
import type { RequestParts } from "../http/request.ts";
import type { Case } from "../run/case.ts";
import { type Operation, type Parameter, statusesBelow } from "../spec/operation.ts";
import { faultsOf } from "./faults.ts";
import { type Limit, limitsOf } from "./limits.ts";
import { answerTo, fixedBy } from "./member-knowledge.ts";
import { credentialsFor, faultCase, knowledgeOf, type Plan, requestFor } from "./plan.ts";
import { sampleOf } from "./sample.ts";

/** One case for each way in which a parameter can be wrong. */
export function parameterFaultCases(plan: Plan, operation: Operation): Case[] {
  return operation.parameters.flatMap((parameter) => [
    ...spoilt(plan, operation, parameter),
    ...(parameter.required && parameter.in !== "path" ? [missing(plan, operation, parameter)] : []),
  ]);
}

/** One case for each value that a parameter may just have, and one without it. */
export function parameterLimitCases(plan: Plan, operation: Operation): Case[] {
  return operation.parameters.flatMap((parameter) => [
    ...taken(plan, operation, parameter),
    ...(parameter.required ? [] : [limitCase(plan, operation, parameter, "left out", undefined)]),
  ]);
}

export function placeOf(parameter: Parameter): string {
  return `${parameter.in} ${parameter.name}`;
}

function titleOf(parameter: Parameter): string {
  return `${parameter.in} parameter ${parameter.name}`;
}

function validValue({ spec }: Plan, { example, schema }: Parameter): unknown {
  return example ?? (schema === undefined ? "x" : sampleOf(spec, schema));
}

/** As a server reads it off the wire; undefined when it is not there, or cannot be. */
function received({ spec }: Plan, parameter: Parameter, value: unknown): unknown {
  const texts = Object.values(write(parameter, value)).flatMap((each) => textOf(each) ?? []);
  if (!texts.every((text) => canCarry(parameter, text))) return undefined;
  // RFC 9110 4.1: nobody need take a longer URI; headers are limited to about as much.
  if (encodeURIComponent(texts.join("")).length > LONGEST_URI) return undefined;
  return readParameter(spec.document, withParameter(spec.document, {}, parameter, value), parameter);
}

const LONGEST_URI = 7500;

function spoilt(plan: Plan, operation: Operation, parameter: Parameter): Case[] {
  const { spec, adapter } = plan;
  const { schema } = parameter;
  if (schema === undefined || unwritable(parameter) !== undefined) return [];
  const faults = faultsOf(spec, schema, validValue(plan, parameter), adapter.formatFaults);
  const different = new Map(faults.map((fault) => [JSON.stringify(write(parameter, fault.value)), fault]));
  return [...different.values()].flatMap(({ name, value }) => {
    const read = received(plan, parameter, value);
    // ajv judges the text as a server reads it.
    if (read === undefined || spec.oracle.accepts(schema, read)) {
      const reason =
        read === undefined
          ? `a ${parameter.in} parameter cannot carry it`
          : "every value tried beyond it is valid in another way, or as it is written";
      plan.gaps.push({
        operationId: operation.id,
        place: placeOf(parameter),
        schema,
        value,
        side: "beyond",
        reason,
      });
      return [];
    }
    const expect = adapter.policy.invalidParameter(operation);
    return faultCase(plan, operation, `${titleOf(parameter)}: ${name}`, expect, (parts) =>
      withParameter(spec.document, parts, parameter, value),
    );
  });
}

const PLAIN = { name: "as in its example", member: "", isPresence: false, isBranch: false };

function taken(plan: Plan, operation: Operation, parameter: Parameter): Case[] {
  const { spec, adapter, random } = plan;
  const { schema, name } = parameter;
  if (schema === undefined || unwritable(parameter) !== undefined) return [];
  const valid = validValue(plan, parameter);
  const known = () => knowledgeOf(plan, operation, name);
  const limits = limitsOf(spec, schema, valid, { random, formats: adapter.formatLimits, known });
  const all = [{ ...PLAIN, values: [valid] }, ...limits];
  const found = new Map<string, Case>();
  for (const limit of all) {
    const value = firstTaken(plan, operation, parameter, schema, limit);
    const key = value === undefined ? "" : JSON.stringify(write(parameter, value));
    if (value === undefined || found.has(key)) continue;
    found.set(key, limitCase(plan, operation, parameter, limit.name, value));
  }
  return [...found.values()];
}

function firstTaken(
  plan: Plan,
  operation: Operation,
  parameter: Parameter,
  schema: string,
  limit: Limit,
): unknown {
  const gap = (value: unknown, reason: string) => {
    plan.gaps.push({
      operationId: operation.id,
      place: placeOf(parameter),
      schema,
      value,
      side: "at",
      reason,
    });
    return undefined;
  };
  const value = limit.values.find((each) => {
    const read = received(plan, parameter, each);
    return read !== undefined && plan.spec.oracle.accepts(schema, read);
  });
  if (value === undefined) {
    for (const each of limit.values) gap(each, "no value was found there that fits the other keywords too");
    return undefined;
  }
  const reason = fixedBy(knowledgeOf(plan, operation, parameter.name), value);
  return reason === undefined ? value : gap(value, reason);
}

function limitCase(
  plan: Plan,
  operation: Operation,
  parameter: Parameter,
  what: string,
  value: unknown,
): Case {
  const { name } = parameter;
  const use = { succeeds: true, limit: { member: name, value } };
  const answer = answerTo(knowledgeOf(plan, operation, name), value);
  const expect = answer ?? { status: statusesBelow(operation, 400) };
  return {
    operation,
    name: `takes ${titleOf(parameter)}: ${what}`,
    expects: expect.status,
    run: async (call) => {
      const by = await credentialsFor(plan, operation, call, use);
      const parts = await requestFor(plan, operation, call, use);
      const sent = withParameter(plan.spec.document, parts, parameter, value);
      await call(operation, sent, { by, expect, isLimit: true });
    },
  };
}

function canCarry({ in: place }: Parameter, text: string): boolean {
  // An empty or dotted segment is another path; a header cannot hold a line break, and loses white space at its ends.
  if (place === "path") return text !== "" && !/^\.{1,2}$/.test(text) && !text.includes("/");
  if (place === "cookie")
    return /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(encodeURIComponent(text));
  return place !== "header" || (/^[\x20-\x7e]*$/.test(text) && text.trim() === text);
}

function missing(plan: Plan, operation: Operation, parameter: Parameter): Case {
  const { name, in: place } = parameter;
  const expect = plan.adapter.policy.invalidParameter(operation);
  const spoil = (parts: RequestParts) => withParameter(plan.spec.document, parts, parameter, undefined);
  return faultCase(plan, operation, `without the ${place} parameter ${name}`, expect, spoil);
}
