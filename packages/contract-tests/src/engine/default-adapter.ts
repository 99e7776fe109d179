import { type Adapter, defaultPolicy, type Impostor } from "./adapter.ts";
import type { Authorization } from "./http/request.ts";
import { asObject, asString, type JsonObject } from "./json.ts";
import { NotTested } from "./run/case.ts";
import { type Alternative, isPublic, type Operation } from "./spec/operation.ts";
import { locate, pointerTo } from "./spec/pointer.ts";
import type { Spec } from "./spec/spec.ts";

/** What can be done with any document alone; what is known beyond it takes the place of these parts. */
export function createAdapter(spec: Spec, known: Partial<Adapter> = {}): Adapter {
  return {
    recipe: () => undefined,
    isPublic,
    authorize: (_call, _operation, alternative) => {
      const schemes = Object.keys(alternative);
      if (schemes.length === 0) return {};
      throw new NotTested(`nobody gave a credential for ${schemes.join(" and ")}`);
    },
    impostors: (operation) => impostorsOf(spec, operation),
    otherScopes: () => [],
    policy: defaultPolicy,
    liveMembers: new Set(),
    isSecret: (name) => /password|secret|token/i.test(name),
    emptyIsAbsent: () => false,
    formatFaults: {},
    formatLimits: {},
    unseen: () => undefined,
    bodyLimit: () => undefined,
    spellings: () => [],
    inspect: () => [],
    unreachable: (_operation, status) => UNREACHABLE[status],
    flows: [],
    waitForLimit: async () => false,
    cleanUp: async () => [],
    ...known,
  };
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  "500": "a server that works has no such answer to give",
  "502": "needs a broken neighbour of the server",
  "503": "needs a broken part of the server",
  "504": "needs a broken neighbour of the server",
};

export function schemesOf(spec: Spec): string[] {
  return Object.keys(asObject(asObject(spec.document.components).securitySchemes));
}

function impostorsOf(spec: Spec, operation: Operation): Impostor[] {
  const schemes = new Set(operation.security.flatMap((alternative) => Object.keys(alternative)));
  return [...schemes].flatMap((scheme) => {
    const authorization = placeholder(spec, scheme);
    return authorization ? [{ name: `unknown ${scheme}`, authorize: () => authorization }] : [];
  });
}

const UNKNOWN = "conformance-unknown-credential";

function placeholder(spec: Spec, scheme: string): Authorization | undefined {
  return carry(spec, scheme, isBasic(spec, scheme) ? `${UNKNOWN}:${UNKNOWN}` : UNKNOWN);
}

/** Credentials for all schemes of an alternative, each carried as the document says; the secret of Basic is `user:password`. */
export function credentialOf(
  spec: Spec,
  alternative: Alternative,
  secretOf: (scheme: string, scopes: readonly string[]) => string,
): Authorization {
  const all = Object.entries(alternative).map(([scheme, scopes]) => {
    const carried = carry(spec, scheme, secretOf(scheme, scopes));
    if (!carried) throw new NotTested(`the suite does not know how ${scheme} is carried`);
    return carried;
  });
  return {
    headers: Object.assign({}, ...all.map(({ headers }) => headers)),
    query: Object.assign({}, ...all.map(({ query }) => query)),
    cookies: Object.assign({}, ...all.map(({ cookies }) => cookies)),
  };
}

function schemeNode({ document }: Spec, scheme: string): JsonObject {
  return asObject(locate(document, pointerTo("#", "components", "securitySchemes", scheme)).node);
}

function isBasic(spec: Spec, scheme: string): boolean {
  return String(schemeNode(spec, scheme).scheme).toLowerCase() === "basic";
}

function carry(spec: Spec, scheme: string, secret: string): Authorization | undefined {
  const node = schemeNode(spec, scheme);
  const name = asString(node.name) ?? "";
  if (node.type === "apiKey") {
    if (node.in === "header") return { headers: { [name]: secret } };
    return node.in === "query" ? { query: { [name]: secret } } : { cookies: { [name]: secret } };
  }
  if (node.type === "http" && isBasic(spec, scheme)) {
    return { headers: { authorization: `Basic ${btoa(secret)}` } };
  }
  const isBearer = node.type === "http" || node.type === "oauth2" || node.type === "openIdConnect";
  return isBearer ? { headers: { authorization: `Bearer ${secret}` } } : undefined;
}
