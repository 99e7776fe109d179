// One JSON Schema as one zod expression with the same verdicts.
import { asNode, child, fail, items, type Json, type Node, type Pointer } from "../nodes.ts";
import { call, identifier, array as list } from "../print.ts";
import { accepts } from "./accepts.ts";
import { extension } from "./all-of.ts";
import { combine } from "./combine.ts";
import { type Expression, nullable, other } from "./expression.ts";
import { array, object } from "./object.ts";
import { listed, number, string } from "./scalar.ts";
import type { Schemas } from "./schemas.ts";
import {
  BY_TYPE,
  COMBINERS,
  checkKeywords,
  isAnnotation,
  refName,
  typedKeywords,
  types,
} from "./vocabulary.ts";

/** Where the code will stand: how it calls a component schema. */
export class Translator {
  readonly schemas: Schemas;
  readonly #prefix: string;
  readonly #objects = new Map<string, boolean>();

  constructor(schemas: Schemas, prefix = "") {
    this.schemas = schemas;
    this.#prefix = prefix;
  }

  readonly reference = (name: string): string => `${this.#prefix}${identifier(name)}`;

  readonly translate = (value: Json, at: Pointer): Expression => {
    if (value === true) return other("keywords.any()");
    if (value === false) return other("z.never()");
    const node = asNode(value, at);
    checkKeywords(node, at);
    const name = refName(node, at);
    return name === undefined ? this.#inline(node, at) : this.#component(node, name, at);
  };

  #component(node: Node, name: string, at: Pointer): Expression {
    const sibling = Object.keys(node).find((keyword) => keyword !== "$ref" && !isAnnotation(keyword));
    if (sibling !== undefined) fail(child(at, sibling), `"${sibling}" beside $ref: put both into an allOf`);
    return { code: this.reference(name), kind: this.#isObject(name, at) ? "object" : "other" };
  }

  /** Whether the component is declared as a ZodObject. */
  #isObject(name: string, at: Pointer): boolean {
    const known = this.#objects.get(name);
    if (known !== undefined) return known;
    const target = this.schemas.get(name, at);
    const found =
      !this.schemas.isRecursive(name) && this.translate(target.value, target.at).kind === "object";
    this.#objects.set(name, found);
    return found;
  }

  #inline(node: Node, at: Pointer): Expression {
    if (node.discriminator !== undefined && node.oneOf === undefined) {
      fail(child(at, "discriminator"), "a discriminator has a translation beside oneOf only");
    }
    const extended =
      node.allOf === undefined
        ? undefined
        : extension(this.schemas, node, at, this.translate, this.reference);
    const parts = extended ? [extended] : this.#parts(node, at);
    const [first, ...rest] = parts;
    if (!first) return other("keywords.any()");
    return rest.reduce((left, right) => other(call("keywords.allOf", left.code, right.code)), first);
  }

  #parts(node: Node, at: Pointer): Expression[] {
    const combined = COMBINERS.some((keyword) => node[keyword] !== undefined);
    const own = this.#isImplied(node, at, combined) ? [] : [this.#own(node, at)];
    const all = items(node, "allOf", at).map((part) => this.translate(part.value, part.at));
    const choices = (["anyOf", "oneOf"] as const)
      .filter((keyword) => node[keyword] !== undefined)
      .map((keyword) => combine(this.schemas, node, keyword, at, this.translate));
    return [...own, ...all, ...choices];
  }

  /** Whether the schema's own keywords say no more than its allOf, anyOf and oneOf. */
  #isImplied(node: Node, at: Pointer, combined: boolean): boolean {
    if (typedKeywords(node).length > 0 || node.enum !== undefined || node.const !== undefined) return false;
    if (node.type === undefined) return true;
    if (!combined) return false;
    const { type: _, ...rest } = node;
    const named = accepts(this.schemas, { type: node.type }, at);
    return [...accepts(this.schemas, rest, at)].every((type) => named.has(type));
  }

  #own(node: Node, at: Pointer): Expression {
    const values = listed(this.#withoutCombiners(node), at);
    if (values) return values;
    const named = types(node);
    const stray = typedKeywords(node).find(
      (keyword) => !named.some((type) => BY_TYPE[type]?.includes(keyword)),
    );
    if (stray !== undefined) fail(child(at, stray), `"${stray}" needs a \`type\` that it speaks of`);
    const rest = named.filter((type) => type !== "null" && !(type === "integer" && named.includes("number")));
    const options = rest.map((type) => this.#ofType(type, node, at));
    const [only] = options;
    if (!only) return other("z.null()");
    const union = options.length === 1 ? only : other(call("z.union", list(options.map(({ code }) => code))));
    return named.includes("null") ? nullable(union) : union;
  }

  #withoutCombiners(node: Node): Node {
    return Object.fromEntries(Object.entries(node).filter(([keyword]) => !COMBINERS.includes(keyword)));
  }

  #ofType(type: string, node: Node, at: Pointer): Expression {
    switch (type) {
      case "string":
        return string(node, at);
      case "integer":
      case "number":
        return number(node, at, type);
      case "boolean":
        return other("z.boolean()");
      case "array":
        return array(node, at, this.translate);
      default:
        return object(node, at, this.translate);
    }
  }
}
