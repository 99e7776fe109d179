import { OpenAPIHono } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { emitDocument, registerComponents, registerRoute } from "../src/document.ts";
import bundle from "../src/generated/openapi.json" with { type: "json" };
import { type OperationId, operationTable } from "../src/generated/operations.ts";
import { routes } from "../src/generated/routes.ts";

const ids = Object.keys(operationTable) as OperationId[];

function emitted(mounted: OperationId[]) {
  const app = new OpenAPIHono();
  registerComponents(app.openAPIRegistry);
  for (const id of mounted) registerRoute(app.openAPIRegistry, id);
  return emitDocument(app);
}

test("an application that mounts every route emits the specification, word for word", () => {
  expect(emitted(ids)).toEqual(bundle);
});

test("each route that is not mounted makes a difference", () => {
  for (const id of ids) expect(emitted(ids.filter((other) => other !== id))).not.toEqual(bundle);
});

test("the routes are the operations of the table, with their methods and paths", () => {
  expect(Object.keys(routes)).toEqual(ids);
  for (const id of ids) {
    expect(routes[id].method).toBe(operationTable[id].method);
    expect(routes[id].path).toBe(operationTable[id].path);
    expect(Object.keys(routes[id].responses)).toEqual(Object.keys(operationTable[id].responses));
  }
});
