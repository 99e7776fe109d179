import type { RequestParts } from "../http/request.ts";
import type { Case } from "../run/case.ts";
import type { Operation, Parameter } from "../spec/operation.ts";
import { readText } from "../spec/text-value.ts";
import { faultsOf } from "./faults.ts";
import { faultCase, type Plan } from "./plan.ts";
import { sampleOf } from "./sample.ts";

/** One case for each way in which a path, query or header parameter can be wrong. */
export function parameterFaultCases(plan: Plan, operation: Operation): Case[] {
  return operation.parameters.flatMap((parameter) => [
    ...spoilt(plan, operation, parameter),
    ...(parameter.required && parameter.in !== "path" ? [missing(plan, operation, parameter)] : []),
  ]);
}

function spoilt(plan: Plan, operation: Operation, parameter: Parameter): Case[] {
  const { spec, adapter } = plan;
  const { schema, name } = parameter;
  if (schema === undefined || parameter.in === "cookie") return [];
  const valid = parameter.example ?? sampleOf(spec, schema);
  const faults = faultsOf(spec, schema, valid, adapter.formatFaults);
  const texts = new Map(faults.map((fault) => [asText(fault.value), fault.name]));
  const sendable = [...texts].filter(([text]) => canCarry(parameter, text));
  // ajv judges the text as a server reads it.
  const refused = sendable.filter(
    ([text]) => !spec.oracle.accepts(schema, readText(spec.document, schema, text)),
  );
  return refused.map(([text, fault]) =>
    faultCase(
      plan,
      operation,
      `${parameter.in} parameter ${name}: ${fault}`,
      adapter.policy.invalidParameter(operation),
      (parts) => withParameter(parts, parameter, text),
    ),
  );
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function canCarry({ in: place }: Parameter, text: string): boolean {
  // An empty or dotted segment is another path; a header cannot hold a line break, and loses white space at its ends.
  if (place === "path") return text !== "" && !/^\.{1,2}$/.test(text) && !text.includes("/");
  return place !== "header" || (/^[\x20-\x7e]*$/.test(text) && text.trim() === text);
}

function withParameter(parts: RequestParts, { in: place, name }: Parameter, text: string): RequestParts {
  if (place === "path") return { ...parts, path: { ...parts.path, [name]: text } };
  if (place === "query") return { ...parts, query: { ...parts.query, [name]: text } };
  return { ...parts, headers: { ...parts.headers, [name]: text } };
}

function missing(plan: Plan, operation: Operation, parameter: Parameter): Case {
  const { name, in: place } = parameter;
  const expect = plan.adapter.policy.invalidParameter(operation);
  return faultCase(plan, operation, `without the ${place} parameter ${name}`, expect, (parts) => ({
    ...parts,
    query: omit(parts.query, name),
    headers: omit(parts.headers, name),
  }));
}

function omit<T>(members: Readonly<Record<string, T>> = {}, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
}
