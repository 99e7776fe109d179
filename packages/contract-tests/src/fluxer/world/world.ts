import type { Call, Random } from "../../engine/index.ts";
import { CannotPrepare, NotTested, type Spec } from "../../engine/index.ts";
import { asString, type JsonObject } from "../../engine/json.ts";
import { type Cookies, createBrowser } from "../browser/browser.ts";
import type { FluxerConfig } from "../config.ts";
import { type Ask, createAsk, text } from "./ask.ts";
import { type Client, inBody, session } from "./credentials.ts";
import { createOnce, type Once } from "./once.ts";

export interface Account {
  id: string;
  email: string;
  /** One that works, for whoever has the account from the world just now. */
  session: string;
}

export interface Application extends Client {
  botToken: string;
  owner: Account;
}

export interface Tokens {
  access: string;
  refresh: string | undefined;
}

/** Who takes part: the owner of nearly everything, another one with things of their own, and one who owns nothing. */
export type Role = "owner" | "other" | "stranger";

/**
 * `main` stays as it is through the whole run, `scratch` is changed and reset at will, `foreign` is the other's, and its bot is private.
 */
export type ApplicationRole = "main" | "scratch" | "foreign";

/** New for each run, because the accounts stay. */
export const PASSWORD: string = crypto.randomUUID();
export const REDIRECT_URI = "https://client.example/callback";
/** With what is lost or changed when it is decoded, encoded or cut once too often. */
export const STATE = "conformance state +%2B&=#?/ ~é";
/** SEND_MESSAGES, which the main application's bot gets in the guild. */
export const GUILD_PERMISSIONS = "2048";
export const ORDINARY_SCOPES = ["identify", "email", "guilds", "connections"];

const HOUR = 3_600_000;
const NO_CLOCK = "needs a clock that can be moved on, as only a caller in the same process has";
const ACCOUNT_OF: Record<ApplicationRole, Role> = { main: "owner", scratch: "owner", foreign: "other" };

/** The people and things that requests are about. All are made through the API itself, when they are first needed. */
export interface World {
  spec: Spec;
  ask: Ask;
  random: Random;
  config: FluxerConfig;
  /** An address that no account has yet. */
  newEmail(): string;
  account(call: Call, role: Role): Promise<Account>;
  /** One that nobody else uses. */
  newAccount(call: Call, name: string): Promise<Account>;
  /** The same with a session that works now. */
  renewed(call: Call, account: Account): Promise<Account>;
  /** Those that have been made so far. */
  accounts(): readonly Account[];
  /** Whose session this is or was. */
  accountOf(session: string): Account | undefined;
  /** Lets the time pass. After an hour or more whatever expires is made anew when it is asked for. */
  advance(milliseconds: number): Promise<void>;
  /** One more session of an account. */
  newSession(call: Call, account: Account): Promise<string>;
  application(call: Call, role: ApplicationRole): Promise<Application>;
  newApplication(call: Call, owner: Account, more?: JsonObject): Promise<Application>;
  /** The cookies of a browser in which this account signed in on its way to the application. */
  browserOf(call: Call, account: Account, client: Client): Promise<Cookies>;
  /** Agrees, and gives the code. */
  consent(call: Call, account: Account, client: Client, scope: string, more?: JsonObject): Promise<string>;
  exchange(call: Call, client: Client, code: string, more?: JsonObject): Promise<Tokens>;
  /** A pair of the owner's for the main application. */
  newTokens(call: Call, scope: string): Promise<Tokens>;
  accessToken(call: Call, scopes: readonly string[]): Promise<string>;
  /** One that nobody spends. */
  refreshToken(call: Call): Promise<string>;
  /** Makes what has this name when it is first asked for. */
  once: Once;
  /** The owner's guild, which the main application's bot is in. */
  guild(call: Call): Promise<string>;
  newGuild(call: Call, owner: Account): Promise<string>;
}

export function createWorld(spec: Spec, random: Random, config: FluxerConfig): World {
  const ask = createAsk(spec);
  const once = createOnce();
  const run = config.run ?? Date.now().toString(36);
  const accounts: Account[] = [];
  const sessions = new Map<string, Account>();
  const ages = new Map<Account, number>();
  let emails = 0;
  let epoch = 0;
  const newEmail = () => `conformance-${run}-${++emails}@example.com`;

  async function newAccount(call: Call, name: string): Promise<Account> {
    const email = newEmail();
    const body = {
      email,
      username: `conformance_${name}`,
      global_name: `Conformance ${name}`,
      password: PASSWORD,
    };
    const made = await ask(call, "register", { body });
    const account = { id: text(made, "user_id"), email, session: text(made, "token") };
    accounts.push(account);
    sessions.set(account.session, account);
    ages.set(account, epoch);
    return account;
  }

  async function renewed(call: Call, known: Account): Promise<Account> {
    if (ages.get(known) === epoch) return known;
    known.session = await newSession(call, known);
    ages.set(known, epoch);
    return known;
  }

  const account = async (call: Call, role: Role) =>
    renewed(call, await once(`account ${role}`, () => newAccount(call, role)));

  async function newSession(call: Call, known: Account): Promise<string> {
    const body = { email: known.email, password: PASSWORD };
    const session = text(await ask(call, "login", { body }), "token");
    sessions.set(session, known);
    return session;
  }

  async function advance(milliseconds: number): Promise<void> {
    if (!config.advance) throw new NotTested(NO_CLOCK);
    await config.advance(milliseconds);
    if (milliseconds >= HOUR) epoch++;
  }

  async function newApplication(call: Call, owner: Account, more: JsonObject = {}): Promise<Application> {
    const body = { name: `Conformance ${random.word(6)}`, redirect_uris: [REDIRECT_URI], ...more };
    const made = await ask(call, "createOauth2Application", { body }, session(owner.session));
    return {
      id: text(made, "id"),
      secret: text(made, "client_secret"),
      botToken: text(made, "bot", "token"),
      owner,
    };
  }

  async function application(call: Call, role: ApplicationRole): Promise<Application> {
    // Its owner's session works now too.
    const owner = await account(call, ACCOUNT_OF[role]);
    return once(`application ${role}`, () =>
      newApplication(call, owner, role === "foreign" ? { bot_public: false } : {}),
    );
  }

  function browserOf(call: Call, account: Account, client: Client): Promise<Cookies> {
    return once(`browser of ${account.id} ${epoch}`, async () => {
      const cookies: Cookies = new Map();
      const query = {
        client_id: client.id,
        redirect_uri: REDIRECT_URI,
        response_type: "code",
        scope: "identify",
      };
      await createBrowser(spec, call, cookies).signIn({ email: account.email, password: PASSWORD }, query);
      return cookies;
    });
  }

  async function consent(
    call: Call,
    by: Account,
    client: Client,
    scope: string,
    more: JsonObject = {},
  ): Promise<string> {
    const body = { client_id: client.id, redirect_uri: REDIRECT_URI, response_type: "code", scope, ...more };
    const made = await ask(call, "grantOauth2Consent", { body }, session(by.session));
    const code = URL.parse(text(made, "redirect_to"))?.searchParams.get("code");
    if (!code) throw new CannotPrepare("redirect_to has no code");
    return code;
  }

  async function exchange(call: Call, client: Client, code: string, more: JsonObject = {}): Promise<Tokens> {
    const body = { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI, ...more };
    const made = await ask(call, "exchangeOauth2Token", { body }, inBody(client));
    return { access: text(made, "access_token"), refresh: asString(made.refresh_token) };
  }

  async function newTokens(call: Call, scope: string): Promise<Tokens> {
    const client = await application(call, "main");
    return exchange(call, client, await consent(call, await account(call, "owner"), client, scope));
  }

  async function adminToken(call: Call, scope: string): Promise<string> {
    const { adminApplication } = config;
    if (!adminApplication) throw new NotTested("needs adminApplication in the config");
    const client = { id: adminApplication.client_id, secret: adminApplication.client_secret };
    const { redirect_uri } = adminApplication;
    const code = await consent(call, await account(call, "owner"), client, scope, { redirect_uri });
    return (await exchange(call, client, code, { redirect_uri })).access;
  }

  function accessToken(call: Call, scopes: readonly string[]): Promise<string> {
    const scope = scopes.length === 0 ? "identify" : scopes.join(" ");
    return once(`token ${scope} ${epoch}`, async () => {
      return scopes.includes("admin") ? adminToken(call, scope) : (await newTokens(call, scope)).access;
    });
  }

  const refreshToken = (call: Call) =>
    once(`refresh token ${epoch}`, async () => {
      const { refresh } = await newTokens(call, "identify");
      if (refresh === undefined) throw new CannotPrepare("the answer to a code has no refresh_token");
      return refresh;
    });

  async function newGuild(call: Call, owner: Account): Promise<string> {
    const body = { name: `Conformance ${random.word(6)}` };
    return text(await ask(call, "createGuild", { body }, session(owner.session)), "id");
  }

  function guild(call: Call): Promise<string> {
    return once("guild", async () => {
      const owner = await account(call, "owner");
      const id = await newGuild(call, owner);
      await consent(call, owner, await application(call, "main"), "bot", {
        guild_id: id,
        permissions: GUILD_PERMISSIONS,
      });
      return id;
    });
  }

  return {
    spec,
    ask,
    random,
    config,
    newEmail,
    account,
    newAccount,
    renewed,
    accounts: () => accounts,
    accountOf: (token) => sessions.get(token),
    advance,
    newSession,
    application,
    newApplication,
    browserOf,
    consent,
    exchange,
    newTokens,
    accessToken,
    refreshToken,
    once,
    guild,
    newGuild,
  };
}
