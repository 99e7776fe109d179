/** A zod schema as source. */
export interface Expression {
  code: string;
  /** `object`: a ZodObject, which can be extended and told apart in a discriminated union. */
  kind: "object" | "nullable" | "other";
}

export function other(code: string): Expression {
  return { code, kind: "other" };
}

export function nullable({ code }: Expression): Expression {
  return { code: `${code}.nullable()`, kind: "nullable" };
}
