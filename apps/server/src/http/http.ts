import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { Hono } from "hono";
import { type BindDependencies, bind, createContext, type NodeEnv } from "./bind.ts";
import type { BodyLimits } from "./body.ts";
import { ApiError } from "./errors.ts";
import { createFailure } from "./failure.ts";
import type { Handlers } from "./operation.ts";
import { pathOf } from "./path.ts";
import { planOf } from "./plan.ts";

export type HttpDependencies = BindDependencies & {
  readonly handlers: Handlers;
  readonly bodyLimits: BodyLimits;
};

/** The application with every operation of the specification, and answers for all other addresses. */
export function createHttp(dependencies: HttpDependencies): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>({ getPath: pathOf });
  const fail = createFailure("api", "none", dependencies.errorPage);
  for (const id of operationIds()) mount(app, id, dependencies);
  app.notFound((c) => fail(missing(app, c.req.method, c.req.path), createContext(c, dependencies)));
  app.onError((error, c) => fail(error, createContext(c, dependencies)));
  return app;
}

// A fixed path goes before one with a parameter in the same place: `@me` before `{id}`.
function operationIds(): OperationId[] {
  const ids = Object.keys(operationTable) as OperationId[];
  return ids.toSorted(
    (a, b) => Number(operationTable[a].path.includes("{")) - Number(operationTable[b].path.includes("{")),
  );
}

function mount<Id extends OperationId>(app: Hono<NodeEnv>, id: Id, dependencies: HttpDependencies): void {
  const plan = planOf(id, dependencies.bodyLimits);
  const path = plan.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app.on(plan.method.toUpperCase(), path, bind(plan, dependencies.handlers[id], dependencies));
}

/** RFC 9110 15.5.6: a 405 says which methods the address does take. */
function missing(app: Hono<NodeEnv>, method: string, path: string): ApiError {
  const takes = (candidate: string) => app.router.match(candidate, path)[0].length > 0;
  const allowed = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    .filter(takes)
    .flatMap((m) => (m === "GET" ? [m, "HEAD"] : [m]));
  const reason = `${method} ${path}`;
  if (allowed.length === 0) return new ApiError("NOT_FOUND", { reason });
  return new ApiError("METHOD_NOT_ALLOWED", { headers: { allow: allowed.join(", ") }, reason });
}
