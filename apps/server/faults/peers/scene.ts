import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";

/** A request to one operation that succeeds. */
export interface Ready {
  params?: Record<string, string>;
  query?: Record<string, string>;
  authorization?: string;
  json?: unknown;
  form?: Record<string, string>;
}

export type Scene = Readonly<Record<OperationId, Ready>>;

const PASSWORD = "correct horse battery staple";
const CALLBACK = "https://weather.example/callback";
const PERSON = { username: "ada", password: PASSWORD, global_name: "Ada" };
/** RFC 7636, appendix B. */
export const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/** The administrator's application, which only the operator can make. */
export interface AdminApplication {
  id: string;
  secret: string;
  redirectUri: string;
}

type Answer = Record<string, string> & { bot: { token: string } };

/**
 * New people, applications and tokens, and with them one good request to each operation: what a tool that knows only the
 * document has to be given so that it gets past the door.
 */
export async function makeScene(url: string, admin: AdminApplication): Promise<Scene> {
  const send = sender(url);
  const email = () => `${crypto.randomUUID()}@example.com`;
  const address = email();
  const { token: session = "", user_id: userId = "" } = await send("register", {
    json: { ...PERSON, email: address },
  });
  const { token: doomed = "" } = await send("login", { json: { email: address, password: PASSWORD } });
  const newApplication = () =>
    send("createOauth2Application", {
      authorization: session,
      json: { name: "Weather", redirect_uris: [CALLBACK] },
    });
  const [main, other, dying] = [await newApplication(), await newApplication(), await newApplication()];
  const { id = "", client_secret: secret = "" } = main;
  const basic = `Basic ${btoa(`${id}:${secret}`)}`;
  const consentOf = async (client: string, redirect: string, scope: string) => {
    const json = { client_id: client, redirect_uri: redirect, scope, ...PROOF };
    const { redirect_to = "" } = await send("grantOauth2Consent", { authorization: session, json });
    return new URL(redirect_to).searchParams.get("code") ?? "";
  };
  const exchange = async (authorization: string, code: string, redirect: string) => {
    const form = { grant_type: "authorization_code", code, redirect_uri: redirect, code_verifier: VERIFIER };
    return send("exchangeOauth2Token", { authorization, form });
  };
  const scope = "identify email guilds connections";
  const pair = await exchange(basic, await consentOf(id, CALLBACK, scope), CALLBACK);
  const spare = await exchange(basic, await consentOf(id, CALLBACK, scope), CALLBACK);
  const code = await consentOf(admin.id, admin.redirectUri, "identify admin");
  const byAdmin = await exchange(`Basic ${btoa(`${admin.id}:${admin.secret}`)}`, code, admin.redirectUri);
  await exchange(
    `Basic ${btoa(`${dying.id}:${dying.client_secret}`)}`,
    await consentOf(dying.id ?? "", CALLBACK, "identify"),
    CALLBACK,
  );
  const { id: guild = "" } = await send("createGuild", { authorization: session, json: { name: "Harbour" } });
  await send("createConnection", { authorization: session, json: { type: "github", name: "ada" } });

  const own = { authorization: session };
  const bearer = { authorization: `Bearer ${pair.access_token}` };
  const bot = { authorization: `Bot ${main.bot.token}` };
  const byOperator = { authorization: `Bearer ${byAdmin.access_token}` };
  const client = { authorization: basic };
  const scratch = { params: { id: other.id ?? "" } };
  return {
    getAuthorizationServerMetadata: {},
    authorize: { query: { client_id: id, redirect_uri: CALLBACK, response_type: "code", scope: "identify" } },
    grantOauth2Consent: {
      ...own,
      json: { client_id: id, redirect_uri: CALLBACK, scope: "identify", ...PROOF },
    },
    exchangeOauth2Token: { ...client, form: { grant_type: "client_credentials" } },
    revokeOauth2Token: { ...client, form: { token: spare.refresh_token ?? "" } },
    revokeOauth2TokenAlias: { ...client, form: { token: spare.access_token ?? "" } },
    introspectOauth2Token: { ...client, form: { token: pair.access_token ?? "" } },
    getOauth2UserInformation: bearer,
    getCurrentOauth2User: bearer,
    listUserOauth2Authorizations: own,
    deauthorizeApplication: { ...own, params: { applicationId: dying.id ?? "" } },
    createOauth2Application: { ...own, json: { name: "Weather", redirect_uris: [CALLBACK] } },
    listUserApplications: own,
    listUserApplicationsAlias: own,
    getApplication: { ...own, params: { id } },
    updateApplication: { ...own, ...scratch, json: { name: "Renamed" } },
    deleteApplication: { ...own, params: { id: dying.id ?? "" }, json: { password: PASSWORD } },
    resetClientSecret: { ...own, ...scratch, json: { password: PASSWORD } },
    getPublicApplication: { params: { id } },
    listApplicationAuditLogs: { ...own, params: { id } },
    getAdminApplication: { ...byOperator, params: { id } },
    updateBotProfile: { ...own, ...scratch, json: { bio: "Renamed" } },
    resetBotToken: { ...own, ...scratch, json: { password: PASSWORD } },
    listCurrentUserApplications: bot,
    getGatewayBot: bot,
    register: { json: { ...PERSON, email: email() } },
    login: { json: { email: address, password: PASSWORD } },
    logout: { authorization: doomed },
    getCurrentUser: own,
    updateCurrentUser: { ...own, json: { global_name: "Ada" } },
    listConnections: own,
    createConnection: { ...own, json: { type: "github", name: "lovelace" } },
    listCurrentUserGuilds: own,
    getUser: { ...own, params: { id: userId } },
    listAuditLogs: byOperator,
    createGuild: { ...own, json: { name: "Harbour" } },
    getGuild: { ...own, params: { id: guild } },
    getGuildMember: { ...own, params: { id: guild, userId } },
    listGuildRoles: { ...own, params: { id: guild } },
  };
}

const PROOF = { code_challenge: CHALLENGE, code_challenge_method: "S256" };

function sender(url: string) {
  return async (id: OperationId, { params = {}, authorization, json, form }: Ready): Promise<Answer> => {
    const { method, path } = operationTable[id];
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
    const headers = new Headers();
    if (authorization !== undefined) headers.set("authorization", authorization);
    if (json !== undefined) headers.set("content-type", "application/json");
    const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
    const response = await fetch(url + address, { method: method.toUpperCase(), headers, body });
    if (!response.ok) throw new Error(`${id} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
}
