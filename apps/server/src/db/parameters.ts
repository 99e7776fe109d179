import { is, Param, Placeholder, sql } from "drizzle-orm";

export type Encode = (value: unknown) => unknown;
export type Bind<P> = (parameters: P) => unknown[];

// A lie to the type checker only: whatever parameter is asked for, the answer is its placeholder.
export function placeholders<P extends object>(): P {
  return new Proxy({}, { get: (_, key) => sql.placeholder(String(key)) }) as P;
}

/** Puts named parameters into the order of the SQL, each as the driver takes it. */
export function binder<P extends object>(statement: string, params: unknown[], plain: Encode): Bind<P> {
  const slots = params.map((param) => slot(param, plain));
  return (parameters) => {
    const values: unknown[] = [];
    // Loops rather than callbacks here and in rows.ts: every statement passes through both.
    for (const { name, encode } of slots) {
      if (name === undefined) {
        values.push(encode(undefined));
        continue;
      }
      const value: unknown = Reflect.get(parameters, name);
      if (value === undefined) throw new TypeError(`statement ${statement} got no value for "${name}"`);
      values.push(value === null ? null : encode(value));
    }
    return values;
  };
}

interface Slot {
  readonly name?: string;
  readonly encode: Encode;
}

function slot(param: unknown, plain: Encode): Slot {
  if (is(param, Placeholder)) return { name: param.name, encode: plain };
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder, value } = param;
    return { name: value.name, encode: (given) => encoder.mapToDriverValue(given) };
  }
  return { encode: () => param };
}
