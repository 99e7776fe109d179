import { subscribe } from "node:diagnostics_channel";
import { formats } from "@fluxer-oauth2/contract/formats";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { afterEach, expect } from "vitest";
import { loadSpec, validateExchange } from "../../src/engine/index.ts";

/**
 * Joins the SDK's own tests: whatever a test sent and was answered must be as the document has it, so that its fakes cannot
 * drift from what a server does.
 */
const spec = loadSpec(bundle, formats);
const exchanges: { request: Request; response: Response }[] = [];

/** What these tests are about is an answer outside the document. */
const UNDOCUMENTED = /status that the document does not list/;

subscribe("fluxer-oauth2:client:exchange", (message) =>
  exchanges.push(message as (typeof exchanges)[number]),
);

afterEach(async ({ task }) => {
  const all = exchanges.splice(0).map(({ request, response }) => validateExchange(spec, request, response));
  const faults = (await Promise.all(all)).flatMap((each) => each.faults);
  if (UNDOCUMENTED.test(task.name)) expect(faults).not.toEqual([]);
  else expect(faults).toEqual([]);
});
