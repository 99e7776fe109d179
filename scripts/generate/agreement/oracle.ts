// ajv over the raw bundle: what a JSON Schema validator that has never seen our generator says.
import { Ajv2020 } from "ajv/dist/2020.js";
import { formats } from "../../../packages/contract/src/formats.ts";
import type { Node, Pointer } from "../nodes.ts";

export class Oracle {
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<Pointer, (value: unknown) => boolean>();

  constructor(document: Node) {
    // The precision keeps ajv from calling 0.3 no multiple of 0.1.
    this.#ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9, logger: false, formats });
    this.#ajv.addSchema(document, "bundle");
  }

  /** Whether the value is an instance of the schema at the place. */
  accepts(at: Pointer, value: unknown): boolean {
    const known = this.#validators.get(at);
    if (known) return known(value);
    const compiled = this.#ajv.compile({ $ref: `bundle${encodeURI(at)}` });
    const validate = (one: unknown): boolean => compiled(one) === true;
    this.#validators.set(at, validate);
    return validate(value);
  }
}
