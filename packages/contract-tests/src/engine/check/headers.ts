import type { DocumentedHeader, DocumentedResponse } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import { readText } from "../spec/text-value.ts";
import type { Violation } from "./violation.ts";

export function checkHeaders(spec: Spec, documented: DocumentedResponse, headers: Headers): Violation[] {
  return documented.headers.flatMap((header) => {
    const text = headers.get(header.name);
    const pointer = `${documented.pointer}/headers/${header.name}`;
    if (text === null) {
      if (!header.required) return [];
      return [{ rule: "missing-header" as const, message: `the header ${header.name} is missing`, pointer }];
    }
    return checkValue(spec, header, text);
  });
}

function checkValue(
  { document, oracle }: Spec,
  { name, schema }: DocumentedHeader,
  text: string,
): Violation[] {
  // RFC 9110 5.2: Content-Type is described by the media types, whatever the document says under this name.
  if (schema === undefined || name.toLowerCase() === "content-type") return [];
  const faults = oracle.faults(schema, readText(document, schema, text));
  return faults.map((fault) => ({
    rule: "header-value",
    message: `the header ${name} is ${JSON.stringify(text)}, which ${fault.message}`,
    pointer: fault.schema,
  }));
}
