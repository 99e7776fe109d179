import { textOf, unwritable } from "../http/parameters.ts";
import { asString } from "../json.ts";
import { type Case, type Exchange, NotTested } from "../run/case.ts";
import { type Operation, responseFor } from "../spec/operation.ts";
import type { Plan } from "./plan.ts";
import { exampleRequest } from "./sample.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Methods that a path does not document, and paths that the document does not have. */
export function strayCases(plan: Plan): Case[] {
  const { spec } = plan;
  const paths = Map.groupBy(spec.operations, ({ path }) => path);
  const methods = [...paths].flatMap(([path, operations]) => {
    const documented = new Set(operations.map(({ method }) => method));
    const address = fill(path, pathValues(plan, operations));
    const others = METHODS.filter((method) => !documented.has(method));
    const reason = operations.flatMap(({ parameters }) =>
      parameters.flatMap((each) => unwritable(each) ?? []),
    )[0];
    const cases = [
      ...others.map((method) => methodCase(plan, path, address, method, documented)),
      optionsCase(plan, path, address, documented),
      ...(documented.has("GET") && !documented.has("HEAD") ? [headCase(plan, path, address)] : []),
    ];
    return reason === undefined ? cases : cases.map((each) => ({ ...each, run: () => notTested(reason) }));
  });
  return [...methods, ...spec.prefixes.map((prefix) => unknownPathCase(plan, prefix))];
}

async function notTested(reason: string): Promise<never> {
  throw new NotTested(reason);
}

function pathValues({ spec }: Plan, [operation]: readonly Operation[]): Readonly<Record<string, string>> {
  const values = Object.entries(operation ? (exampleRequest(spec, operation).path ?? {}) : {});
  return Object.fromEntries(values.map(([name, value]) => [name, textOf(value) ?? ""]));
}

function fill(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? "x"));
}

function methodCase(
  { spec, adapter }: Plan,
  path: string,
  address: string,
  method: string,
  documented: Set<string>,
): Case {
  const { methodNotAllowed: expect, straySchema: schema } = adapter.policy;
  return {
    operation: undefined,
    name: `${method} ${path} is not documented`,
    expects: expect.status,
    run: async (call) => {
      const stray = { method, path: prefixed(spec.prefixes, address), schema, expect, headers: ["allow"] };
      checkAllow(await call.stray(stray), documented, (message) => call.report(message));
    },
  };
}

/** RFC 9110 10.2.1: Allow lists what the resource supports. HEAD and OPTIONS need no documentation. */
function checkAllow(
  { response }: Exchange,
  documented: Set<string>,
  report: (message: string) => void,
): void {
  const header = response.headers.get("allow");
  if (header === null) return;
  const allowed = new Set(header.split(",").map((method) => method.trim().toUpperCase()));
  for (const method of ["HEAD", "OPTIONS"]) if (!documented.has(method)) allowed.delete(method);
  if (allowed.size === documented.size && [...allowed].every((method) => documented.has(method))) return;
  report(`Allow is ${header}, documented: ${[...documented].join(", ")}`);
}

/** RFC 9110 9.3.7: OPTIONS may be offered everywhere; where it is not, it is a method like any other. */
function optionsCase({ spec, adapter }: Plan, path: string, address: string, documented: Set<string>): Case {
  const status = [...adapter.policy.methodNotAllowed.status, 200, 204];
  return {
    operation: undefined,
    name: `OPTIONS ${path}`,
    expects: status,
    run: async (call) => {
      const stray = { method: "OPTIONS", path: prefixed(spec.prefixes, address), expect: { status } };
      checkAllow(await call.stray(stray), documented, (message) => call.report(message));
    },
  };
}

/** RFC 9110 9.3.2: as GET, without a body. */
function headCase({ spec }: Plan, path: string, address: string): Case {
  const get = spec.operations.find((each) => each.path === path && each.method === "GET");
  return {
    operation: undefined,
    name: `HEAD ${path}`,
    expects: [],
    run: async (call) => {
      const { response } = await call.stray({ method: "HEAD", path: prefixed(spec.prefixes, address) });
      const { status, body } = response;
      const isAsGet = status === 405 || (get !== undefined && responseFor(get, status) !== undefined);
      if (!isAsGet) call.report(`answered ${status}, which GET does not document`);
      if (body !== "") call.report("the answer to HEAD has a body");
    },
  };
}

function unknownPathCase({ adapter, random }: Plan, prefix: string): Case {
  const { unknownPath: expect, straySchema: schema } = adapter.policy;
  const path = `${prefix}/conformance-${random.word(8)}`;
  return {
    operation: undefined,
    name: `GET ${prefix}/… at an unknown path`,
    expects: expect.status,
    run: async (call) => {
      await call.stray({ method: "GET", path, schema, expect });
    },
  };
}

function prefixed(prefixes: readonly string[], address: string): string {
  return (asString(prefixes[0]) ?? "") + address;
}
