import { Ajv2020, type ErrorObject, str, type ValidateFunction } from "ajv/dist/2020.js";
import type { JsonObject } from "../json.ts";
import { lengthOf } from "./length.ts";
import { matcherOf } from "./patterns.ts";
import { toUriFragment } from "./pointer.ts";

export interface SchemaFault {
  /** Where in the value, as a JSON Pointer; empty for the value itself. */
  instance: string;
  /** Which keyword of which schema. */
  schema: string;
  keyword: string;
  message: string;
}

/** Judges values by the schemas of the document as they stand there, by nothing that was generated from them. */
export interface Oracle {
  faults(schema: string, value: unknown): SchemaFault[];
  accepts(schema: string, value: unknown): boolean;
}

export type Formats = Readonly<
  Record<string, { type: "string" | "number"; validate: (value: never) => boolean }>
>;

const DOCUMENT = "spec:document";

export function createOracle(document: JsonObject, formats: Formats): Oracle {
  // Not strict: an OpenAPI document has words of its own (discriminator, example, x-…) beside JSON Schema's.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    logger: false,
    code: { regExp: createRegExp },
  });
  for (const [name, { type, validate }] of Object.entries(formats)) {
    // ajv calls a format with values of its `type` only.
    if (type === "string") ajv.addFormat(name, { type, validate: validate as (value: string) => boolean });
    else ajv.addFormat(name, { type, validate: validate as (value: number) => boolean });
  }
  addLengths(ajv);
  ajv.addSchema(document, DOCUMENT);
  const compiled = new Map<string, ValidateFunction>();

  function validatorOf(schema: string): ValidateFunction {
    const known = compiled.get(schema);
    if (known) return known;
    const validator = ajv.compile({ $ref: DOCUMENT + toUriFragment(schema) });
    compiled.set(schema, validator);
    return validator;
  }

  function faults(schema: string, value: unknown): SchemaFault[] {
    const validator = validatorOf(schema);
    return validator(value) ? [] : (validator.errors ?? []).map(readable);
  }

  const accepts = (schema: string, value: unknown) => validatorOf(schema)(value) === true;
  return { faults, accepts };
}

/** As ajv's own, but quick with the longest texts that a document allows. */
function addLengths(ajv: Ajv2020): void {
  const bounds = [
    ["maxLength", "more", (length: number, limit: number) => length <= limit],
    ["minLength", "fewer", (length: number, limit: number) => length >= limit],
  ] as const;
  for (const [keyword, word, holds] of bounds) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      keyword,
      type: "string",
      schemaType: "number",
      compile: (limit: number) => (text: string) => holds(lengthOf(text), limit),
      error: { message: ({ schemaCode }) => str`must NOT have ${word} than ${schemaCode} characters` },
    });
  }
}

/** Patterns too; the code is for a module of its own, which nobody writes here. */
const createRegExp = Object.assign(
  (pattern: string) => ({ test: matcherOf(pattern), toString: () => `/${pattern}/u` }),
  { code: "createRegExp" },
);

function readable(error: ErrorObject): SchemaFault {
  const { instancePath, schemaPath, keyword, params, message = keyword } = error;
  const allowed = params.allowedValues ?? params.allowedValue;
  const detail = allowed === undefined ? message : `${message}: ${JSON.stringify(allowed)}`;
  return { instance: instancePath, schema: schemaPath.replace(DOCUMENT, ""), keyword, message: detail };
}
