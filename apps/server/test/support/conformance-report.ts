import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { runConformance } from "@fluxer-oauth2/contract-tests";
import type { ReportOptions } from "@fluxer-oauth2/contract-tests/engine";
import { createRecorder } from "../scans/recorder.ts";
import type { TestDatabases } from "./databases.ts";
import { startHost } from "./host.ts";

type Body = Record<string, unknown>;

/** What a careless server adds to its answers, and a hostile one. */
const MARKUP = `</code></pre><script>alert(1)</script><img src=x onerror="alert(1)">\u202e\u001b[31m`;

/** Every answer says once more what was in its request and in itself. */
function telltale(sent: string, request: Request, body: Body): Body {
  const authorization = request.headers.get("authorization");
  return { ...body, debug: { sent, authorization, again: JSON.stringify(body), markup: MARKUP } };
}

/** A run of some cases against the provider with many faults in front of it, and how to report it. */
export async function troubledReport(open: TestDatabases, only: RegExp) {
  const host = await startHost(open);
  const { exchanges, fetch } = createRecorder(async (request) => {
    const sent = await request.clone().text();
    const response = await host.fetch(request);
    if (!response.headers.get("content-type")?.startsWith("application/json")) return response;
    const body = telltale(sent, request, (await response.json()) as Body);
    return Response.json(body, { status: response.status, headers: response.headers });
  });
  const report = await runConformance({ baseUrl: "http://localhost", fetch, only });
  const options: ReportOptions = {
    formats: ["junit", "har", "sarif", "html"],
    tool: { name: "conformance", version: "0.1.0", again: (only = "all") => `again ${only}` },
    source: { uri: "openapi.json", text: JSON.stringify(bundle, null, 2) },
  };
  return { report, options, exchanges };
}
