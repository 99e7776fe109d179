import { expect, test } from "vitest";
import { createLocator } from "../../src/engine/report/source.ts";

const yaml = `openapi: 3.1.0
paths:
  /a~b:
    get:
      tags:
        - one
        - two
      responses: { "200": { description: Well } }
components: &all
  schemas: {}
`;
const json = JSON.stringify({ paths: { "/a~b": { get: { tags: ["one", "two"] } } }, info: {} }, null, 2);

test.each([
  ["a member by its name", yaml, "#/paths/~1a~0b/get", 4, 5, 8],
  ["an element of a list", yaml, "#/paths/~1a~0b/get/tags/1", 7, 11, 7],
  ["a member on a line with others", yaml, "#/paths/~1a~0b/get/responses/200/description", 8, 29, 8],
  ["behind an anchor", yaml, "#/components/schemas", 10, 3, 10],
  ["in JSON", json, "#/paths/~1a~0b/get/tags", 5, 9, 8],
  ["what is not there, as the nearest part around it", json, "#/paths/~1a~0b/put/tags", 3, 5, 10],
  ["the whole document", yaml, "#", 1, 1, 10],
])("a pointer finds %s", (_, text, pointer, line, column, endLine) => {
  const { find } = createLocator({ uri: "a.yaml", text });
  expect(find(pointer)).toEqual({ line, column, endLine });
});
