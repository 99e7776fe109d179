import fc from "fast-check";
import { asString, type JsonObject } from "../../../engine/json.ts";
import { REDIRECT_URI } from "../../world/world.ts";
import { type Action, anyIndex, anyNumber, type Command, command, pick, times } from "../action.ts";
import { addPair, isRetry, isUnclear, presentCode, presentRefresh, type Verdict } from "../effects.ts";
import {
  CODE_LIFETIME,
  type Code,
  type Index,
  isNear,
  MEMORY,
  type Model,
  type RefreshToken,
} from "../model.ts";
import { type Answer, clientOf, demand, type System } from "../system.ts";

/** As many pairs as are worth watching. */
const MOST_TOKENS = 6;

/** What a client does at the token endpoint, with what is its own and with what is not. */
export function tokenCommands(): fc.Arbitrary<Command>[] {
  const numbered = (name: string, choose: (model: Model, number: number) => Action | undefined) =>
    anyNumber.map((number) => command(name, (model) => choose(model, number)));
  return [
    ...times(
      2,
      numbered("exchange", (model, number) => exchange(model, pick(freshCodes(model), number))),
    ),
    ...times(
      2,
      numbered("replay a code", (model, number) => exchange(model, pick(spentCodes(model), number))),
    ),
    numbered("another's code", (model, number) => exchange(model, pick(model.codes, number), "another's")),
    ...times(
      5,
      fc
        .tuple(anyNumber, fc.boolean())
        .map(([number, isNarrow]) =>
          command("refresh", (model) => refresh(model, pick(unspent(model), number), isNarrow)),
        ),
    ),
    ...times(
      2,
      numbered("retry a refresh", (model, number) => refresh(model, pick(retriable(model), number))),
    ),
    ...times(
      3,
      numbered("replay a refresh token", (model, number) => refresh(model, pick(spent(model), number))),
    ),
    numbered("another's refresh token", (model, number) =>
      refresh(model, pick(model.refreshTokens, number), false, "another's"),
    ),
    anyIndex.map((index) => command("own token", (model) => ownToken(model, index))),
  ];
}

function freshCodes({ codes }: Model): Code[] {
  return codes.filter(({ isSpent }) => !isSpent);
}

function spentCodes(model: Model): Code[] {
  return model.codes.filter(({ isSpent, issuedAt }) => isSpent && model.now() < issuedAt + MEMORY);
}

function unspent({ refreshTokens }: Model): RefreshToken[] {
  return refreshTokens.filter(({ next }) => next === undefined);
}

function spent({ refreshTokens }: Model): RefreshToken[] {
  return refreshTokens.filter(({ next }) => next?.refresh.next !== undefined);
}

function retriable(model: Model): RefreshToken[] {
  return model.refreshTokens.filter((token) => isRetry(model, token));
}

type Whose = "its own" | "another's";

/** The application that presents something; undefined when it is gone, for then it is nobody. */
function presenter({ applications }: Model, owner: Index, whose: Whose): Index | undefined {
  const index = whose === "its own" ? owner : owner === 0 ? 1 : 0;
  return applications[index].isDeleted ? undefined : index;
}

export function isFull({ accessTokens }: Model): boolean {
  return accessTokens.length >= MOST_TOKENS;
}

export function exchange(model: Model, code: Code | undefined, whose: Whose = "its own"): Action | undefined {
  if (!code || isNear(model, code.issuedAt + CODE_LIFETIME)) return undefined;
  if (isFull(model) && !code.isSpent) return undefined;
  const by = presenter(model, code.grant.application, whose);
  if (by === undefined) return undefined;
  return {
    told: `application ${by} exchanges code ${model.codes.indexOf(code) + 1}${code.isSpent ? " again" : ""}`,
    run: async (system) => {
      const body = { grant_type: "authorization_code", code: code.text, redirect_uri: REDIRECT_URI };
      const answer = await ask(model, system, body, by);
      judge(answer, presentCode(model, code, by));
      if (answer.status === 200) addPair(model, code.grant, readPair(answer, code.grant.scopes));
    },
  };
}

function refresh(
  model: Model,
  token: RefreshToken | undefined,
  isNarrow = false,
  whose: Whose = "its own",
): Action | undefined {
  if (!token || isUnclear(model, token) || isForgotten(model, token)) return undefined;
  if (isFull(model) && !token.next) return undefined;
  const by = presenter(model, token.grant.application, whose);
  if (by === undefined) return undefined;
  const { next, grant } = token;
  // Whoever asks again asks for the same.
  const asked = next ? next.asked : isNarrow ? grant.scopes[0] : undefined;
  const scopes = asked === undefined ? grant.scopes : [asked];
  const number = model.refreshTokens.indexOf(token) + 1;
  const manner = `${next ? " again" : ""}${asked === undefined ? "" : ` for ${asked}`}`;
  return {
    told: `application ${by} spends refresh token ${number}${manner}`,
    run: async (system) => {
      const body = { grant_type: "refresh_token", refresh_token: token.text, ...(asked && { scope: asked }) };
      const answer = await ask(model, system, body, by);
      const verdict = presentRefresh(model, token, by);
      judge(answer, verdict);
      if (verdict === "the same pair" && next) demandSame(answer, next);
      if (verdict !== "pair") return;
      const pair = addPair(model, grant, readPair(answer, scopes));
      token.next = { at: model.now(), asked, ...pair };
    },
  };
}

/** A server may have forgotten what has expired, also that it was spent. */
function isForgotten(model: Model, { expiresAt, next }: RefreshToken): boolean {
  if (isNear(model, expiresAt)) return true;
  return next !== undefined && (model.now() > expiresAt || model.now() > next.at + MEMORY);
}

function ownToken(model: Model, application: Index): Action | undefined {
  if (isFull(model) || model.applications[application].isDeleted) return undefined;
  return {
    told: `application ${application} gets a token of its own`,
    run: async (system) => {
      const { status, body } = await ask(model, system, { grant_type: "client_credentials" }, application);
      demand(status === 200, `the application's own token was answered ${status}`);
      const grant = { application, account: undefined, scopes: ["bot"], hasEnded: false };
      const expiresAt = model.now() + Number(body.expires_in) * 1000;
      const text = asString(body.access_token) ?? "";
      model.accessTokens.push({ text, grant, scopes: grant.scopes, expiresAt, isRevoked: false });
    },
  };
}

function ask(model: Model, system: System, body: JsonObject, by: Index): Promise<Answer> {
  return system.ask("exchangeOauth2Token", { body }, clientOf(model, by));
}

function judge({ status, body }: Answer, verdict: Verdict): void {
  const found = status === 200 ? "a pair" : `${status} ${asString(body.error) ?? ""}`;
  const isRight = verdict === "invalid_grant" ? status === 400 && body.error === verdict : status === 200;
  demand(isRight, `the answer is ${found}, expected ${verdict}`);
}

function demandSame({ body }: Answer, { access, refresh }: NonNullable<RefreshToken["next"]>): void {
  const isSame = body.access_token === access.text && body.refresh_token === refresh.text;
  demand(isSame, "a retry gives another pair than the first answer");
}

function readPair({ body }: Answer, scopes: readonly string[]) {
  const [access, refresh] = [asString(body.access_token), asString(body.refresh_token)];
  demand(access !== undefined && refresh !== undefined, "the pair lacks a token");
  demand(
    body.scope === scopes.join(" "),
    `the pair has the scope ${body.scope}, expected ${scopes.join(" ")}`,
  );
  return { access, refresh, scopes, expiresIn: Number(body.expires_in) };
}
