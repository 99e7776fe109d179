// ajv over the raw bundle: what a JSON Schema validator that has never seen our generator says.
import { Ajv2020 } from "ajv/dist/2020.js";
import { formats } from "../../../packages/contract/src/formats.ts";
import type { Node, Pointer } from "../nodes.ts";

export class Oracle {
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<Pointer, (value: unknown) => boolean>();

  constructor(document: Node) {
    this.#ajv = new Ajv2020({ strict: false, logger: false, formats });
    this.#ajv.removeKeyword("multipleOf").addKeyword({
      keyword: "multipleOf",
      type: "number",
      validate: (divisor: number, value: number) => decimal(value) % decimal(divisor) === 0n,
    });
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

// ajv divides in binary, where 0.3 is no multiple of 0.1 and 1e30 none of 1; the specification means decimals.
const PLACES = 100;
const DECIMALS = new Intl.NumberFormat("en-US", {
  useGrouping: false,
  minimumFractionDigits: PLACES,
  maximumFractionDigits: PLACES,
});

const known = new Map<number, bigint>();

function decimal(value: number): bigint {
  const found = known.get(value) ?? BigInt(DECIMALS.format(value).replace(".", ""));
  known.set(value, found);
  return found;
}
