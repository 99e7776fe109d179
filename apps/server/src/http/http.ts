import type { OperationId } from "@fluxer-oauth2/contract";
import { registerComponents, registerRoute } from "@fluxer-oauth2/contract/document";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { OpenAPIHono } from "@hono/zod-openapi";
import { type BindDependencies, bind, createContext, type NodeEnv } from "./bind.ts";
import type { BodyLimits } from "./body.ts";
import { mountDocument } from "./document.ts";
import { ApiError } from "./errors.ts";
import { createFailure } from "./failure.ts";
import type { Handlers } from "./operation.ts";
import { pathOf } from "./path.ts";
import { planOf } from "./plan.ts";
import { ConcreteFirstRouter } from "./router.ts";

export type HttpDependencies = BindDependencies & {
  readonly handlers: Handlers;
  readonly bodyLimits: BodyLimits;
};

export type Http = OpenAPIHono<NodeEnv>;

/** The application with every operation of the specification, and answers for all other addresses. */
export function createHttp(dependencies: HttpDependencies): Http {
  const app = new OpenAPIHono<NodeEnv>({ getPath: pathOf, router: new ConcreteFirstRouter() });
  registerComponents(app.openAPIRegistry);
  for (const id of OPERATION_IDS) mount(app, id, dependencies);
  mountDocument(app);
  const fail = createFailure("api", "none", dependencies.errorPage);
  app.notFound((c) => fail(missing(app, c.req.method, c.req.path), createContext(c, dependencies)));
  app.onError((error, c) => fail(error, createContext(c, dependencies)));
  return app;
}

const OPERATION_IDS = Object.keys(operationTable) as OperationId[];

function mount<Id extends OperationId>(app: Http, id: Id, dependencies: HttpDependencies): void {
  const plan = planOf(id, dependencies.bodyLimits);
  const path = plan.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app.on(plan.method.toUpperCase(), path, bind(plan, dependencies.handlers[id], dependencies));
  registerRoute(app.openAPIRegistry, id);
}

/** RFC 9110 15.5.6: a 405 says which methods the address does take. */
function missing(app: Http, method: string, path: string): ApiError {
  const isTaken = (each: string) => app.router.match(each, path)[0].length > 0;
  const taken = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter(isTaken);
  const reason = `${method} ${path}`;
  if (taken.length === 0) return new ApiError("NOT_FOUND", { reason });
  const allow = taken.includes("GET") ? ["HEAD", ...taken] : taken;
  return new ApiError("METHOD_NOT_ALLOWED", { headers: { allow: allow.join(", ") }, reason });
}
