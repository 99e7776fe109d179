import { expect, test } from "vitest";
import { Copy } from "./fixture.ts";

const widgets = "spec/schemas/widgets.yaml";
const tokens = "spec/schemas/tokens.yaml";
const paths = "spec/paths/widgets.yaml";

test.each([
  ["a documented schema without a mark", ", x-origin: docs }", " }", "WidgetCount: it / without x-origin"],
  ["a schema that nothing refers to", "$ref: '#/WidgetCount'", "type: integer", "WidgetCount: it / nothing"],
  ["a field of nobody", "total:", "sum: { type: string }\n    total:", "Widget/fields/sum: nothing / it"],
  [
    "a field called extension",
    "label: {",
    "label: { x-origin: extension,",
    "Widget/fields/label: it / an extension",
  ],
  ["a schema of nobody", "string, x-origin: extension", "string, x-origin: docs", "IdType: nothing / it"],
  [
    "a type beyond words",
    "items: { $ref: '#/IdType'",
    "items: { allOf: []",
    "Widget/fields/parts/type: IdType[] / allOf[]",
  ],
])("A spec with %s is one difference", (_, from, to, difference) => {
  const copy = new Copy();
  const before = copy.text(widgets);
  const at = before.indexOf(from, from.startsWith(",") ? before.indexOf("WidgetCount: {") : 0);
  copy.write(widgets, before.slice(0, at) + to + before.slice(at + from.length));
  expect(copy.differing()).toEqual([`schemas/${difference}`]);
});

const operation = "operations/GET /widgets/{id}";

test.each([
  [
    "an operation of nobody",
    /(?<=deleteWidget\s+x-origin: )extension/,
    "docs",
    "operations/DELETE /widgets/{id}: nothing / it",
  ],
  [
    "an operation without a mark",
    /(?<=getWidget)\s+x-origin: docs/,
    "",
    `${operation}: it / without x-origin`,
  ],
  [
    "another body",
    /(?<=getWidget[\s\S]*)\$ref: '#.created'/,
    "description: A",
    `${operation}/schemas/Widget: it / nothing`,
  ],
  ["a scope but no 403", "'403'", "'404'", "guide/statuses/missingScope: 403 / nothing"],
])("A spec with %s is one difference", (_, from, to, difference) => {
  expect(new Copy().replace(paths, from, to).differing()).toEqual([difference]);
});

test.each([
  [
    "a scope that one of two places lacks",
    "[look, move]",
    "[look]",
    "guide/scopes/move: it / absent from Scope",
  ],
  ["an error code of nobody", "[not_now,", "[no, not_now,", "guide/authorizationErrors/no: nothing / it"],
])("A spec with %s is one difference", (_, from, to, difference) => {
  expect(new Copy().replace(tokens, from, to).differing()).toEqual([difference]);
});
