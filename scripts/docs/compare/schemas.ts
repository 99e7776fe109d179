import { type FieldFact, type SchemaFact, typeText } from "../model.ts";
import { byValue, type Place } from "../spec/place.ts";
import { origin } from "../spec/read.ts";
import { specType } from "../spec/types.ts";
import { absent, documented, type Finding, type Kind, presence, type Sides } from "./finding.ts";
import { guideSchemas } from "./guide.ts";

export function* compareSchemas({ facts: { schemas }, source, spec }: Sides): Generator<Finding> {
  if (!schemas) return;
  for (const [name, fact] of Object.entries(schemas)) {
    const schema = spec.schemas.get(name);
    const comparison = new SchemaComparison(name, schema ?? spec.root, source);
    yield comparison.finding([], "schema", documented, schema ? origin(schema) : absent);
    if (schema) yield* comparison.compare(fact);
  }
  for (const [name, schema] of spec.schemas) {
    if (Object.hasOwn(schemas, name) || guideSchemas.includes(name) || origin(schema) !== documented)
      continue;
    yield new SchemaComparison(name, schema, source).finding([], "schema", absent, documented);
  }
}

/** Compares one schema; its findings stand under the schema's name. */
class SchemaComparison {
  readonly #name: string;
  readonly #schema: Place;
  readonly #source: Place;

  constructor(name: string, schema: Place, source: Place) {
    this.#name = name;
    this.#schema = schema;
    this.#source = source;
  }

  *compare(fact: SchemaFact): Generator<Finding> {
    const documentation = kindText(fact);
    const { type } = specType(this.#schema);
    // Values are compared one by one, so that a changed value is one difference.
    const spec = fact.kind === "enum" && "enum" in type ? "enum" : typeText(type);
    yield this.finding(["type"], "type", documentation, spec);
    if (documentation !== spec) return;
    if (fact.kind === "object") yield* this.#fields(fact.fields);
    if (fact.kind === "enum") yield* this.#values(fact.values);
    if (fact.kind === "flags") yield* this.#flags(fact.flags);
  }

  *#fields(fields: Record<string, FieldFact>): Generator<Finding> {
    const properties = this.#schema.get("properties");
    const required = byValue(this.#schema.get("required"));
    for (const [name, fact] of Object.entries(fields)) {
      const at = properties?.get(name);
      const extension = at && origin(at) === "an extension";
      const text = extension ? "an extension" : presence(at !== undefined);
      yield this.finding(["fields", name], "field", documented, text, at ?? properties);
      if (at) yield* this.#field(name, fact, !required.has(name), at);
    }
    for (const [name, at] of properties?.members ?? []) {
      if (Object.hasOwn(fields, name) || origin(at) === "an extension") continue;
      yield this.finding(["fields", name], "field", absent, documented, at);
    }
  }

  *#field(name: string, fact: FieldFact, optional: boolean, at: Place): Generator<Finding> {
    const { nullable, type } = specType(at);
    const path = ["fields", name];
    const absence = (optional: boolean): string => (optional ? "optional" : "required");
    const nullness = (nullable: boolean): string => (nullable ? "nullable" : "never null");
    yield this.finding([...path, "optional"], "optional", absence(fact.optional), absence(optional), at);
    yield this.finding([...path, "nullable"], "nullable", nullness(fact.nullable), nullness(nullable), at);
    yield this.finding([...path, "type"], "type", typeText(fact.type), typeText(type), at);
  }

  *#values(values: string[]): Generator<Finding> {
    const list = this.#schema.get("enum");
    const members = byValue(list);
    for (const value of new Set([...values, ...members.keys()])) {
      const documentation = presence(values.includes(value));
      const at = members.get(value);
      yield this.finding(
        ["values", value],
        "enum value",
        documentation,
        presence(at !== undefined),
        at ?? list,
      );
    }
  }

  *#flags(flags: Record<string, number>): Generator<Finding> {
    const list = this.#schema.get("x-flags");
    const members = byValue(list, "name");
    for (const name of new Set([...Object.keys(flags), ...members.keys()])) {
      const at = members.get(name);
      const documentation = String(flags[name] ?? absent);
      const spec = String(at?.get("value")?.value ?? absent);
      yield this.finding(["flags", name], "flag", documentation, spec, at ?? list);
    }
  }

  finding(path: string[], kind: Kind, documentation: string, spec: string, at?: Place): Finding {
    const fact = ["schemas", this.#name, ...path];
    const source = this.#source.reach(fact);
    return { fact: fact.join("/"), kind, documentation, spec, at: at ?? this.#schema, source };
  }
}

function kindText(fact: SchemaFact): string {
  return fact.kind === "alias" || fact.kind === "flags" ? typeText(fact.type) : fact.kind;
}
