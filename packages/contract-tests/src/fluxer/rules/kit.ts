import {
  type Authorization,
  type Call,
  type Exchange,
  type Expectation,
  NotTested,
  operationOf,
  type RequestParts,
  type Spec,
} from "../../engine/index.ts";
import { asObject, type JsonObject, parseJson } from "../../engine/json.ts";
import { type Browser, createBrowser } from "../browser/browser.ts";
import { createSteps, type Step } from "../flows/steps.ts";
import { basic } from "../world/credentials.ts";
import {
  type Account,
  type Application,
  REDIRECT_URI,
  STATE,
  type Tokens,
  type World,
} from "../world/world.ts";

// RFC 7636, appendix B.
export const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
export const CHALLENGE = {
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  code_challenge_method: "S256",
};

/** What most rules need: the main application and its owner, and short words for what a client does. */
export interface Kit {
  spec: Spec;
  world: World;
  call: Call;
  step: Step;
  client(): Promise<Application>;
  /** Another user's application. */
  foreign(): Promise<Application>;
  owner(): Promise<Account>;
  /** A new code of the owner's for the main application. */
  code(more?: JsonObject): Promise<string>;
  tokens(scope?: string): Promise<Tokens & { refresh: string }>;
  /** A request to the token endpoint, by the main application with Basic unless said otherwise. */
  token(body: JsonObject, expect: Expectation, by?: Authorization): Promise<JsonObject>;
  /** Exchanges a code at the usual redirect URI. */
  exchange(code: string, expect: Expectation, more?: JsonObject, by?: Authorization): Promise<JsonObject>;
  refresh(token: string, expect: Expectation, more?: JsonObject, by?: Authorization): Promise<JsonObject>;
  introspect(token: string, expect: Expectation, by?: Authorization): Promise<JsonObject>;
  revoke(token: string, more?: JsonObject, by?: Authorization): Promise<JsonObject>;
  /** Tells what the access token stands for, or that it is refused. */
  use(token: string, expect: Expectation): Promise<JsonObject>;
  metadata(): Promise<JsonObject>;
  /** What a browser is asked to send: an authorization request that is in order, with changes. */
  query(change?: Readonly<Record<string, string | undefined>>): Promise<Record<string, string>>;
  /** The authorization endpoint, for a browser in which nobody is signed in. */
  authorize(query: RequestParts["query"], expect: Expectation): Promise<Exchange>;
  /** A browser in which the owner is signed in. */
  browser(): Promise<Browser>;
  send(id: string, parts: RequestParts, by?: Authorization, expect?: Expectation): Promise<Exchange>;
  /** Says what the last answer did wrong. */
  wrong(message: string): void;
  advance(milliseconds: number): Promise<void>;
}

export function createKit(spec: Spec, world: World, call: Call): Kit {
  const step = createSteps(spec, call);
  const client = () => world.application(call, "main");
  const owner = () => world.account(call, "owner");

  const token: Kit["token"] = async (body, expect, by) =>
    step("exchangeOauth2Token", { body }, by ?? basic(await client()), expect);

  const send: Kit["send"] = (id, parts, by, expect) =>
    call(operationOf(spec, id), parts, { by, ...(expect && { expect }) });

  return {
    ...{ spec, world, call, step, client, owner, token, send },
    foreign: () => world.application(call, "foreign"),
    code: async (more) => world.consent(call, await owner(), await client(), "identify email", more),
    tokens: async (scope = "identify email") => {
      const { access, refresh } = await world.newTokens(call, scope);
      if (refresh === undefined) throw new NotTested("the server gives no refresh tokens");
      return { access, refresh };
    },
    exchange: (code, expect, more, by) =>
      token({ grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI, ...more }, expect, by),
    refresh: (text, expect, more, by) =>
      token({ grant_type: "refresh_token", refresh_token: text, ...more }, expect, by),
    introspect: async (text, expect, by) =>
      step("introspectOauth2Token", { body: { token: text } }, by ?? basic(await client()), expect),
    revoke: async (text, more, by) =>
      step("revokeOauth2Token", { body: { token: text, ...more } }, by ?? basic(await client()), OK),
    use: (text, expect) =>
      step("getCurrentOauth2User", {}, { headers: { authorization: `Bearer ${text}` } }, expect),
    metadata: async () => {
      const { response } = await send("getAuthorizationServerMetadata", {}, undefined, OK);
      return asObject(parseJson(response.body));
    },
    query: async (change = {}) => {
      const usual = {
        client_id: (await client()).id,
        redirect_uri: REDIRECT_URI,
        response_type: "code",
        scope: "identify",
        state: STATE,
      };
      const given = Object.entries({ ...usual, ...change });
      return Object.fromEntries(given.filter((pair): pair is [string, string] => pair[1] !== undefined));
    },
    authorize: (query, expect) => send("authorize", query === undefined ? {} : { query }, undefined, expect),
    browser: async () => {
      const cookies = await world.browserOf(call, await owner(), await client());
      return createBrowser(spec, call, cookies);
    },
    wrong: (message) => call.report(message),
    advance: world.advance,
  };
}

export const OK: Expectation = { status: [200] };

export function refused(error: string | readonly string[], status = 400): Expectation {
  return { status: [status], body: { error } };
}

export const PAIR: Expectation = { status: [200], body: { token_type: "Bearer" } };

/** The answer at the redirect URI; undefined when the browser was not sent there. */
export function answerOf(
  { response }: Pick<Exchange, "response">,
  at = REDIRECT_URI,
): URLSearchParams | undefined {
  const location = response.headers.get("location") ?? "";
  const [address, query] = splitAt(location, location.indexOf("?"));
  return address === at.split("?")[0] ? new URLSearchParams(query) : undefined;
}

function splitAt(text: string, index: number): [string, string] {
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}

/** A redirect to the application with one of these errors. */
export function sentBack(...errors: string[]): Expectation {
  const holds = (text: string) => {
    const [address, query] = splitAt(text, text.indexOf("?"));
    const told = new URLSearchParams(query).getAll("error");
    return address === REDIRECT_URI && told.length === 1 && errors.includes(told[0] ?? "");
  };
  const is = `${REDIRECT_URI} with the error ${errors.join(" or ")}`;
  return { status: [302, 303], headers: { location: { is, holds } } };
}

/** No redirect at all. */
export const NOT_SENT: Expectation = {
  status: [400],
  headers: { location: { is: "absent", holds: (text) => text === "" } },
};
