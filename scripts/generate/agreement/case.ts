import type { Schemas } from "../schema/schemas.ts";
import type { Oracle } from "./oracle.ts";
import type { Texts } from "./texts.ts";
import type { Values } from "./values.ts";

export interface Validator {
  safeParse(value: unknown): { success: boolean };
}

/** One schema as zod has it and as the specification has it, with values to hold both against. */
export interface Case {
  name: string;
  zod: Validator;
  values: unknown[];
  /** What zod has to refuse although ajv cannot: a declared member that is there and undefined. */
  refused: unknown[];
  /** Whether a value can arrive there at all: parameters and forms carry text only. */
  isPossible: (value: unknown) => boolean;
  /** The verdict of the specification. */
  expected: (value: unknown) => boolean;
}

export interface Tools {
  schemas: Schemas;
  oracle: Oracle;
  values: Values;
  texts: Texts;
}

export function validator(value: unknown, name: string): Validator {
  if (typeof value !== "object" || value === null || !("safeParse" in value))
    throw new Error(`There is no zod schema for ${name}`);
  return value as Validator;
}
