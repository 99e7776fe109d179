import type { Har } from "har-format";
import { beforeAll, describe, expect, test } from "vitest";
import type { Exchange } from "../../src/engine/index.ts";
import type { Context } from "../../src/engine/report/context.ts";
import { harOf } from "../../src/engine/report/har.ts";
import { context as contextOf } from "../support/reports.ts";

let context: Context;
let har: Har;

beforeAll(async () => {
  context = await contextOf();
  har = JSON.parse(harOf(context));
});

function entryOf(change: Partial<Exchange["request"]>, headers: Record<string, string> = {}, body = "") {
  const request = {
    method: "POST",
    url: "http://library.test/a?b=1",
    headers: new Headers(),
    body: undefined,
  };
  const response = { status: 302, headers: new Headers(headers), body, milliseconds: 12.5 };
  const startedAt = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
  const exchange: Exchange = {
    ...{ case: "one", operationId: undefined, startedAt },
    request: { ...request, ...change },
    response,
  };
  const report = { ...context.report, exchanges: [exchange] };
  return (JSON.parse(harOf({ ...context, report })) as Har).log.entries[0];
}

describe("HAR", () => {
  test("is of version 1.2 and has every exchange in its order, with the case that it was for", () => {
    const { exchanges } = context.report;
    expect(har.log.version).toBe("1.2");
    expect(har.log.creator).toEqual({ name: "library-conformance", version: "1.2.3" });
    expect(har.log.entries.map(({ comment }) => comment)).toEqual(exchanges.map((each) => each.case));
    expect(har.log.entries.map(({ response }) => response.status)).toEqual(
      exchanges.map(({ response }) => response.status),
    );
  });

  test("has when each began, how long it took, and the sizes of what is known", () => {
    const entry = entryOf({ body: "é" }, { "content-type": "text/plain" }, "ü!");
    expect(entry).toMatchObject({
      startedDateTime: "2026-01-02T03:04:05.006Z",
      time: 12.5,
      timings: { send: 0, wait: 12.5, receive: 0 },
      request: { bodySize: 2, headersSize: -1, queryString: [{ name: "b", value: "1" }] },
      response: { statusText: "Found", content: { size: 3, mimeType: "text/plain", text: "ü!" } },
    });
  });

  test("masks credentials wherever they stand", () => {
    const headers = new Headers({ authorization: "Bearer short", cookie: "sid=short; theme=dark" });
    const entry = entryOf({ headers }, { "set-cookie": "sid=short; Path=/; HttpOnly" });
    expect(JSON.stringify(entry)).not.toContain("short");
    expect(entry?.request.cookies).toEqual([
      { name: "sid", value: "***" },
      { name: "theme", value: "***" },
    ]);
    expect(entry?.response.cookies).toEqual([{ name: "sid", value: "***" }]);
    expect(entry?.response.headers).toEqual([{ name: "set-cookie", value: "sid=***; Path=/; HttpOnly" }]);
    expect(JSON.stringify(har)).not.toContain("s3cr3t");
  });

  test("gives the body of a request with its media type, and a redirect its target", () => {
    const headers = new Headers({ "content-type": "application/x-www-form-urlencoded" });
    const entry = entryOf({ headers, body: "a=1&b=2" }, { location: "/elsewhere" });
    expect(entry?.request.postData).toEqual({
      mimeType: "application/x-www-form-urlencoded",
      text: "a=1&b=2",
    });
    expect(entry?.response.redirectURL).toBe("/elsewhere");
    expect(entryOf({})?.request).not.toHaveProperty("postData");
  });
});
