import { describe, expect, test } from "vitest";
import { Copy } from "./fixture.ts";

describe("A page of schemas that differs in one fact is one difference:", () => {
  test.each([
    ["a field added", "| parts |", "| size | string | |\n| parts |", "Widget/fields/size: it / nothing"],
    ["a field gone", "| kind? | [WidgetKind](#widgetkind) | |\n", "", "Widget/fields/kind: nothing / it"],
    ["no ? on a name", "| label? |", "| label |", "Widget/fields/label/optional: required / optional"],
    ["a ? on a name", "| id |", "| id? |", "Widget/fields/id/optional: optional / required"],
    ["no ? on a type", "| ?string |", "| string |", "Widget/fields/label/nullable: never null / nullable"],
    ["a ? on a type", "| [WidgetK", "| ?[WidgetK", "Widget/fields/kind/nullable: nullable / never null"],
    ["no ? on an array", "| ?string[]", "| string[]", "Widget/fields/tags/nullable: never null / nullable"],
    ["another type", "integer (int32) |", "string |", "Widget/fields/count/type: string / integer (int32)"],
    [
      "another format",
      "(int32) |",
      "(int64) |",
      "Widget/fields/count/type: integer (int64) / integer (int32)",
    ],
    ["no reference", "| id | [IdType](#idtype)", "| id | string", "Widget/fields/id/type: string / IdType"],
    ["no array", "[IdType](#idtype)[]", "[IdType](#idtype)", "Widget/fields/parts/type: IdType / IdType[]"],
    [
      "another alias",
      "Type: integer (int32)",
      "Type: integer",
      "WidgetCount/type: integer / integer (int32)",
    ],
    ["another list", "[Widget](#widget)[]", "string[]", "WidgetListResponse/type: string[] / Widget[]"],
    ["another flag value", "FLOATS | `4`", "FLOATS | `2`", "WidgetFlags/flags/FLOATS: 2 / 4"],
    ["a flag gone", "| FLOATS | `4` | It floats |\n", "", "WidgetFlags/flags/FLOATS: nothing / 4"],
    ["a value added", "| `round`", "| `flat` | |\n| `round`", "WidgetKind/values/flat: it / nothing"],
    ["a schema added", "## WidgetCount", "## Sum\n\nType: string\n\n## WidgetCount", "Sum: it / nothing"],
    ["a schema gone", "## WidgetCount\n\nType: integer (int32)", "", "WidgetCount: nothing / it"],
  ])("%s", (_, from, to, difference) => {
    expect(new Copy().replace("reference.md", from, to).differing()).toEqual([`schemas/${difference}`]);
  });

  test("another constant", () => {
    expect(new Copy().replace("reference.md", "<`whole`>", "<`all`>").differing()).toEqual([
      "schemas/WidgetCreateRequestOneOf0/fields/form/type: enum<all> / enum<whole>",
    ]);
  });

  test("a member of a union gone", () => {
    const member = " \\| [WidgetCreateRequestOneOf1](#widgetcreaterequestoneof1)";
    const types = "WidgetCreateRequestOneOf0 / WidgetCreateRequestOneOf0 | WidgetCreateRequestOneOf1";
    expect(new Copy().replace("reference.md", member, "").differing()).toEqual([
      `schemas/WidgetCreateRequest/type: ${types}`,
    ]);
  });

  test("a schema gone of which a divergence is listed", () => {
    const section = /## WidgetCreateRequestOneOf0[\s\S]*?(?=<a id="widgetcreaterequestoneof1")/;
    expect(new Copy().replace("reference.md", section, "").differing()).toEqual([
      "schemas/WidgetCreateRequestOneOf0: nothing / it",
    ]);
  });
});

describe("A page that renames or moves one endpoint is one difference:", () => {
  test.each([
    [
      "its path",
      "GET /widgets/{id}",
      "GET /w/{id}",
      "GET /widgets/{id}/endpoint: GET /w/{id} / GET /widgets/{id}",
    ],
    ["a path twice", "POST /widgets", "POST /ws", "POST /widgets/endpoint: POST /ws / POST /widgets"],
    ["its method", "POST /widgets", "PUT /widgets", "POST /widgets/endpoint: PUT /widgets / POST /widgets"],
    [
      "to one that is taken",
      "GET /widgets/",
      "DELETE /widgets/",
      "GET /widgets/{id}/endpoint: DELETE /widgets/{id} / GET /widgets/{id}",
    ],
    ["its slug", "/get-widget)", "/fetch-widget)", "GET /widgets/{id}/slug: fetchWidget / getWidget"],
    ["an addition", "\n- [`GET /widgets/{id}`", "\n- [`GET /w`](/a#b)$&", "GET /w: it / nothing"],
  ])("%s", (_, from, to, difference) => {
    const text = to.replace("(/a#b)$&", `(/api-reference/widgets/best)${from}`);
    expect(new Copy().replace("reference.md", from, text).differing()).toEqual([`operations/${difference}`]);
  });

  test.each([
    [
      "its path under one of two schemas",
      /`POST \/widgets`(?=.*\s+Type)/,
      "`POST /ws`",
      "POST /ws: it / nothing",
    ],
    [
      "its slug there",
      /create-widget(?=\)\s+Type)/,
      "make-widget",
      "POST /widgets/slug: makeWidget / createWidget",
    ],
    ["only its relation", /- .*create-widget\)(?=\s+\|)/, "", "POST /widgets/schemas/Widget: nothing / it"],
  ])("%s", (_, from, to, difference) => {
    expect(new Copy().replace("reference.md", from, to).differing()).toEqual([`operations/${difference}`]);
  });

  test("the path of one whose slug another has too", () => {
    const endpoint = "GET /users/@me/widgets";
    expect(new Copy().replace("reference.md", endpoint, "GET /me/widgets").differing()).toEqual([
      `operations/${endpoint}/endpoint: GET /me/widgets / ${endpoint}`,
    ]);
  });
});

describe("A guide that differs in one fact is one difference:", () => {
  test.each([
    ["a scope added", "See widgets", "See widgets\nlend\nTake it", "scopes/lend: it / nothing"],
    ["a scope gone", "move\nPush", "Push", "scopes/move: nothing / it"],
    ["an error code added", "not_now |", "no | No\nnot_now |", "authorizationErrors/no: it / nothing"],
    ["another status", "400 Bad Request", "422 Bad", "statuses/tokenErrors: 422 / nothing"],
    ["another limit", "| 5 |", "| 6 |", "rateLimits//oauth2/token: 6 in 60 s / 5 in 60 s"],
    ["another window", "1 minute", "1 hour", "rateLimits//oauth2/token: 5 in 3600 s / 5 in 60 s"],
    ["a limit elsewhere", "/oauth2/token", "/oauth2/t", "rateLimits//oauth2/t: 5 in 60 s / nothing"],
    ["a flow gone", "Client Credentials Flow", "", "flows/clientCredentials: nothing / it"],
    ["another lifetime", "2 hours", "1 hour", "accessTokenLifetime: 3600 / 7200"],
  ])("%s", (_, from, to, difference) => {
    expect(new Copy().replace("guide.txt", from, to).differing()).toEqual([`guide/${difference}`]);
  });
});

describe("The report names the line of the spec", () => {
  test.each([
    ["reference.md", "| label? |", "| label |", "label: { type: [string, 'null'], maxLength: 9 }"],
    ["reference.md", "| `4` |", "| `2` |", "- { name: FLOATS, value: 4, description: Floats }"],
    ["reference.md", "| parts |", "| size | string | |\n| parts |", "properties:"],
    ["reference.md", "/get-widget)", "/fetch-widget)", "operationId: getWidget"],
    ["guide.txt", "| 5 |", "| 6 |", "x-rate-limit: { limit: 5, window: 60 }"],
  ])("that a change of %s from %j to %j concerns", (page, from, to, line) => {
    expect(new Copy().replace(page, from, to).differences()).toMatchObject([{ at: line }]);
  });
});
