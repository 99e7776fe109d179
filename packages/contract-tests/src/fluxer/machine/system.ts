import {
  type Authorization,
  type Call,
  type Exchange,
  operationOf,
  type RequestParts,
} from "../../engine/index.ts";
import { asArray, type JsonObject, parseJson } from "../../engine/json.ts";
import { type Browser, createBrowser } from "../browser/browser.ts";
import { bodyOf } from "../world/ask.ts";
import { basic, session } from "../world/credentials.ts";
import { type Account, PASSWORD, type World } from "../world/world.ts";
import type { Index, Model, ModelApplication } from "./model.ts";

export interface Answer {
  status: number;
  body: JsonObject;
}

/** The server, as the commands talk to it. */
export interface System {
  ask(id: string, parts: RequestParts, by: Authorization): Promise<Answer>;
  /** A request by an account's session. */
  as(account: Index, id: string, parts: RequestParts): Promise<Answer>;
  /** What the account has authorized. */
  authorizations(account: Index): Promise<{ status: number; list: readonly unknown[] }>;
  /** A browser in which the account is signed in. */
  browser(account: Index): Promise<Browser>;
  accountId(account: Index): string;
  advance(milliseconds: number): Promise<void>;
}

/** The server and the model are not of one mind. */
export class Disagreement extends Error {
  override readonly name = "Disagreement";
}

export function demand(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Disagreement(message);
}

/** Makes the people once, and for each run applications that no earlier run has touched. */
export interface Stage {
  system: System;
  newApplications(): Promise<Model["applications"]>;
  clear(applications: Model["applications"]): Promise<void>;
  /** Milliseconds since it was made. */
  now(): number;
}

/** An account can own 25 applications; those of a server that deletes none add up. */
const MOST_KEPT = 20;

export async function createStage(world: World, call: Call): Promise<Stage> {
  let accounts = await newAccounts();
  let kept = 0;
  let advanced = -performance.now();

  async function newAccounts(): Promise<[Account, Account]> {
    return [await world.newAccount(call, "machine_0"), await world.newAccount(call, "machine_1")];
  }

  const ask: System["ask"] = async (id, parts, by) =>
    readAnswer(await call(operationOf(world.spec, id), parts, { by }));

  async function by(account: Index): Promise<Authorization> {
    return session((await world.renewed(call, accounts[account])).session);
  }

  const system: System = {
    ask,
    as: async (account, id, parts) => ask(id, parts, await by(account)),
    authorizations: async (account) => {
      const operation = operationOf(world.spec, "listUserOauth2Authorizations");
      const { response } = await call(operation, {}, { by: await by(account) });
      return { status: response.status, list: asArray(parseJson(response.body)) };
    },
    browser: async (index) => {
      const account = await world.renewed(call, accounts[index]);
      const cookies = await world.browserOf(call, account, await world.application(call, "main"));
      return createBrowser(world.spec, call, cookies);
    },
    accountId: (account) => accounts[account].id,
    advance: async (milliseconds) => {
      await world.advance(milliseconds);
      advanced += milliseconds;
    },
  };

  async function newApplication(index: Index): Promise<ModelApplication> {
    const owner = await world.renewed(call, accounts[index]);
    const { id, secret, botToken } = await world.newApplication(call, owner);
    return { index, id, secret, botToken, isDeleted: false, oldSecrets: [], oldBotTokens: [] };
  }

  async function clear(applications: Model["applications"]): Promise<void> {
    for (const { index, id, isDeleted } of applications) {
      if (isDeleted) continue;
      const parts = { path: { id }, body: { password: PASSWORD } };
      if ((await system.as(index, "deleteApplication", parts)).status !== 204) kept++;
    }
  }

  return {
    system,
    clear,
    newApplications: async () => {
      if (kept >= MOST_KEPT) [accounts, kept] = [await newAccounts(), 0];
      return [await newApplication(0), await newApplication(1)];
    },
    now: () => advanced + performance.now(),
  };
}

function readAnswer(exchange: Exchange): Answer {
  return { status: exchange.response.status, body: bodyOf(exchange) };
}

export function clientOf({ applications }: Model, index: Index): Authorization {
  return basic(applications[index]);
}
