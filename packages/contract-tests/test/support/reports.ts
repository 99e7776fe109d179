// A run with every kind of trouble that a report has to tell of.

import {
  type CoverageItem,
  type Fetch,
  type ReportOptions,
  type RunOptions,
  run,
} from "../../src/engine/index.ts";
import type { Context } from "../../src/engine/report/context.ts";
import { createContext } from "../../src/engine/report/context.ts";
import document from "./library.json" with { type: "json" };
import { adapter, library, spec } from "./library.ts";

export const baseUrl = "http://library.test";
export const text: string = `${JSON.stringify(document, null, 2)}\n`;
/** What a hostile server would like to see in a page, an XML file and a terminal. */
export const HOSTILE = "</pre><script>alert(1)</script>]]>&\u0000\u001b[31m\u202e\ud800\uffff\"'\r\n";
export const SECRET = "s3cr3t-&-<value>/é";

const clause = { clause: "RFC 9110 9.3.2", title: "HEAD is GET without content", url: "https://rfc.test/#9" };

const troubled: typeof adapter = {
  ...adapter,
  isSecret: (name) => name.endsWith("token"),
  cleanUp: async () => [`a shelf called ${HOSTILE}`],
  flows: [
    {
      operation: undefined,
      name: "RFC 9110 9.3.2: HEAD is GET without content",
      expects: [],
      rule: clause,
      run: async (call) => call.report(`there is ${HOSTILE}`),
    },
  ],
};

/** Hostile bodies from one operation, no answers from another, a status that never comes, and a secret that is told. */
export const faulty: Fetch = async (request) => {
  const { pathname } = new URL(request.url);
  if (request.method === "DELETE") throw new TypeError("fetch failed", { cause: new Error("ECONNRESET") });
  const response = await library(request);
  if (pathname === "/categories" && response.ok) {
    return Response.json({ name: HOSTILE, children: [], access_token: SECRET, told: `it is ${SECRET}` });
  }
  return response;
};

export const item: CoverageItem = {
  kind: "keyword",
  operationId: "search",
  pointer: "#/components/schemas/Query/properties/text",
  name: "text: minLength 1, beyond",
  state: "missing",
  count: 0,
  reason: undefined,
};

export const options: ReportOptions = {
  formats: ["junit", "har", "sarif", "html"],
  tool: { name: "library-conformance", version: "1.2.3", again: (only) => `again ${only ?? "all"}` },
  source: { uri: "openapi/library.json", text },
};

export async function context(more: Partial<RunOptions> = {}): Promise<Context> {
  const settings = { spec, adapter: troubled, fetch: faulty, baseUrl, seed: 4, ...more };
  const report = await run(settings);
  const items: CoverageItem[] = [
    item,
    { ...item, state: "reached", name: "text: minLength 1, at", count: 3 },
    { ...item, kind: "response property", state: "unreachable", name: "hits, null", reason: HOSTILE },
  ];
  return createContext({ ...report, items }, options.tool, options.source);
}
