import type { GuideFacts } from "../model.ts";
import { byValue, type Place } from "../spec/place.ts";
import type { Operation, Spec } from "../spec/read.ts";
import { absent, documented, type Finding, type Kind, presence, type Sides } from "./finding.ts";

/** Marked as documented in the spec, but by the guide: the pages of schemas do not list them. */
export const guideSchemas = ["Scope", "AuthorizationErrorCode"];
export const guideOperations = ["GET /oauth2/authorize", "POST /oauth2/revoke"];

export function* compareGuide({ facts: { guide }, source, spec }: Sides): Generator<Finding> {
  if (!guide) return;
  const claims = [scopes, flows, authorizationErrors, statuses, rateLimits, lifetime];
  for (const { path, at, ...claim } of claims.flatMap((read) => [...read(guide, spec)])) {
    const fact = ["guide", ...path];
    yield { ...claim, fact: fact.join("/"), at: at ?? spec.root, source: source.reach(fact) };
  }
}

/** A finding about the guide before it knows its place in the facts file. */
interface Claim {
  path: string[];
  kind: Kind;
  documentation: string;
  spec: string;
  at: Place | undefined;
}

function* scopes(guide: GuideFacts, spec: Spec): Generator<Claim> {
  const flows = flowsOf(spec);
  const inFlows = new Map(
    [...(flows?.members.values() ?? [])].flatMap((flow) => [...(flow.get("scopes")?.members ?? [])]),
  );
  const list = spec.schemas.get("Scope")?.get("enum");
  const inSchema = list ? byValue(list) : inFlows;
  for (const scope of new Set([...guide.scopes, ...inFlows.keys(), ...inSchema.keys()])) {
    const text = presence(inFlows.has(scope) || inSchema.has(scope));
    const lacking = inFlows.has(scope) ? "Scope" : "the flows";
    yield {
      path: ["scopes", scope],
      kind: "scope",
      documentation: presence(guide.scopes.includes(scope)),
      spec:
        text === documented && inFlows.has(scope) !== inSchema.has(scope) ? `absent from ${lacking}` : text,
      at: inFlows.get(scope) ?? inSchema.get(scope) ?? flows,
    };
  }
}

function* flows(guide: GuideFacts, spec: Spec): Generator<Claim> {
  const flows = flowsOf(spec);
  for (const flow of new Set([...guide.flows, ...(flows?.members.keys() ?? [])])) {
    const documentation = presence(guide.flows.includes(flow));
    const at = flows?.get(flow);
    yield {
      path: ["flows", flow],
      kind: "flow",
      documentation,
      spec: presence(at !== undefined),
      at: at ?? flows,
    };
  }
}

function flowsOf(spec: Spec): Place | undefined {
  return spec.root.reach(["components", "securitySchemes"]).get("accessToken")?.follow().get("flows");
}

function* authorizationErrors(guide: GuideFacts, spec: Spec): Generator<Claim> {
  const list = spec.schemas.get("AuthorizationErrorCode")?.get("enum");
  const members = byValue(list);
  for (const code of new Set([...guide.authorizationErrors, ...members.keys()])) {
    yield {
      path: ["authorizationErrors", code],
      kind: "authorization error",
      documentation: presence(guide.authorizationErrors.includes(code)),
      spec: presence(members.has(code)),
      at: members.get(code) ?? list,
    };
  }
}

function* statuses(guide: GuideFacts, spec: Spec): Generator<Claim> {
  for (const [name, status] of Object.entries(guide.statuses)) {
    const operations = [...spec.operations.values()].filter(answering[name] ?? (() => false));
    const lacking = operations.find(({ place }) => !place.get("responses")?.get(String(status)));
    const text = operations.length === 0 || lacking ? absent : String(status);
    const at = lacking?.place;
    yield { path: ["statuses", name], kind: "status", documentation: String(status), spec: text, at };
  }
}

/** The operations that must have the status that the guide names. */
const answering: Record<string, (operation: Operation) => boolean> = {
  tokenErrors: (operation) => operation.endpoint === "POST /oauth2/token",
  missingScope: ({ place }) =>
    place.get("security")?.items.some((way) => (way.get("accessToken")?.items ?? []).length > 0) ?? false,
};

/** The guide limits a path; the limit is held when every operation there has it. */
function* rateLimits(guide: GuideFacts, spec: Spec): Generator<Claim> {
  const limitText = (limit: unknown, window: unknown): string => `${limit} in ${window} s`;
  for (const { path, limit, window } of guide.rateLimits) {
    const documentation = limitText(limit, window);
    const limits = [...spec.operations.values()]
      .filter((operation) => operation.path === path)
      .map(({ place }) => {
        const at = place.get("x-rate-limit");
        const text = at ? limitText(at.get("limit")?.value, at.get("window")?.value) : absent;
        return { spec: text, at: at ?? place };
      });
    const worst = limits.find((each) => each.spec !== documentation) ?? limits[0];
    const held = worst ?? { spec: absent, at: spec.root.get("paths") };
    yield { path: ["rateLimits", path], kind: "rate limit", documentation, ...held };
  }
}

/** OpenAPI has no word for a token's lifetime: the example of the token response shows it. */
function* lifetime({ accessTokenLifetime }: GuideFacts, spec: Spec): Generator<Claim> {
  if (accessTokenLifetime === undefined) return;
  const at = spec.schemas.get("OAuth2TokenResponse")?.get("examples")?.get(0)?.get("expires_in");
  const documentation = String(accessTokenLifetime);
  const text = String(at?.value ?? absent);
  yield { path: ["accessTokenLifetime"], kind: "token lifetime", documentation, spec: text, at };
}
