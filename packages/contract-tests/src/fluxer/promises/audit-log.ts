import type { JsonObject } from "../../engine/json.ts";
import { createBrowser } from "../browser/browser.ts";
import { GONE } from "../flows/steps.ts";
import { CHALLENGE, PAIR, refused, sentBack, VERIFIER } from "../rules/kit.ts";
import { text } from "../world/ask.ts";
import { basic } from "../world/credentials.ts";
import { PASSWORD, REDIRECT_URI } from "../world/world.ts";
import { type PromiseKit, promise, type Somebody } from "./promise.ts";

type Entry = { outcome: "success" | "failure"; actor_id: string | null; hasGrant: boolean };

export default promise(
  "An owner sees each event of an application, latest first, and no other user's name",
  async (kit) => {
    const [owner, user] = [await kit.somebody("audited"), await kit.somebody("user")];
    const client = await kit.world.newApplication(kit.call, owner);
    const { id } = client;
    const path = { id };
    const [confirmed, by] = [{ path, body: { password: PASSWORD } }, basic(client)];
    const watch = await watcher(kit, owner, id);
    const mine: Entry = { outcome: "success", actor_id: owner.id, hasGrant: false };
    const misuse: Entry = { outcome: "failure", actor_id: null, hasGrant: true };

    await watch("updateApplication", mine, () =>
      kit.read("updateApplication", { path, body: { name: "Renamed" } }, owner.by),
    );
    await watch("updateBotProfile", mine, () =>
      kit.read("updateBotProfile", { path, body: { bio: "Renamed" } }, owner.by),
    );
    await watch("resetBotToken", mine, () => kit.read("resetBotToken", confirmed, owner.by));
    const overlap = { path, body: { password: PASSWORD, overlap_seconds: 60 } };
    await watch("resetClientSecret", mine, () => kit.read("resetClientSecret", overlap, owner.by));
    const agree = (account: Somebody) => () => kit.world.consent(kit.call, account, client, "identify");
    await watch("the owner's consent", { ...mine, hasGrant: true }, agree(owner));
    const code = await watch("a user's consent", { ...mine, actor_id: null, hasGrant: true }, agree(user));
    const body = { client_id: id, redirect_uri: REDIRECT_URI, scope: "admin" };
    await watch("a refused consent", { ...mine, outcome: "failure" }, () =>
      kit.step("grantOauth2Consent", { body }, owner.by, { status: [400] }),
    );
    const query = await kit.query({ client_id: id, scope: "identify" });
    const browser = createBrowser(kit.spec, kit.call, await kit.world.browserOf(kit.call, owner, client));
    await watch("a denial", mine, () => browser.decide({ ...query, prompt: "consent" }, "deny"));
    await watch("a remembered consent", { ...mine, hasGrant: true }, () => browser.authorize(query));
    await watch("a refused request", { ...misuse, hasGrant: false }, () =>
      kit.authorize({ ...query, scope: "everything" }, sentBack("invalid_scope")),
    );
    const wrongUri = { redirect_uri: `${REDIRECT_URI}/` };
    await watch("a refused code", misuse, () => kit.exchange(code, refused("invalid_grant"), wrongUri, by));
    await watch("an unknown code", { ...misuse, hasGrant: false }, () =>
      kit.exchange("conformance-unknown", refused("invalid_grant"), {}, by),
    );
    const pair = await kit.exchange(code, PAIR, {}, by);
    await watch("a revocation", { ...mine, actor_id: null, hasGrant: true }, () =>
      kit.revoke(text(pair, "access_token"), {}, by),
    );
    await watch("a refused scope", misuse, () =>
      kit.refresh(text(pair, "refresh_token"), refused("invalid_scope"), { scope: "email" }, by),
    );
    await watch("a code used again", misuse, () => kit.exchange(code, refused("invalid_grant"), {}, by));
    await watch("a token of an ended grant", misuse, () =>
      kit.refresh(text(pair, "refresh_token"), refused("invalid_grant"), {}, by),
    );
    await watch("a deauthorization", { ...mine, actor_id: null }, () =>
      kit.step("deauthorizeApplication", { path: { applicationId: id } }, user.by, GONE),
    );
    await watch("the owner's deauthorization", mine, () =>
      kit.step("deauthorizeApplication", { path: { applicationId: id } }, owner.by, GONE),
    );
    await pagesOf(kit, owner, id);
  },
);

export const misuse = promise(
  "An owner sees what was tried in vain with codes and tokens, and whose grant it was about",
  async (kit) => {
    const [owner, user] = [await kit.somebody("audited"), await kit.somebody("user")];
    const client = await kit.world.newApplication(kit.call, owner);
    const by = basic(client);
    const watch = await watcher(kit, owner, client.id);
    const failed: Entry = { outcome: "failure", actor_id: null, hasGrant: true };
    const success: Entry = { ...failed, outcome: "success" };
    const newCode = (more = {}) =>
      watch("a consent", success, () => kit.world.consent(kit.call, user, client, "identify email", more));
    const invalid = refused("invalid_grant");

    const challenged = await newCode(CHALLENGE);
    await watch("a missing verifier", failed, () => kit.exchange(challenged, invalid, {}, by));
    const wrong = { code_verifier: CHALLENGE.code_challenge };
    await watch("a wrong verifier", failed, () => kit.exchange(challenged, invalid, wrong, by));

    const pair = await kit.exchange(await newCode(), PAIR, {}, by);
    const first = text(pair, "refresh_token");
    const second = text(await kit.refresh(first, PAIR, {}, by), "refresh_token");
    const fewer = { scope: "identify" };
    await watch("a retry with another scope", failed, () =>
      kit.refresh(first, refused("invalid_scope"), fewer, by),
    );
    await kit.refresh(second, PAIR, {}, by);
    await watch("a refresh token used again", failed, () => kit.refresh(first, invalid, {}, by));

    const unspent = await newCode();
    const path = { applicationId: client.id };
    await watch("a deauthorization", { ...success, hasGrant: false }, () =>
      kit.step("deauthorizeApplication", { path }, user.by, GONE),
    );
    await watch("a code of an ended grant", failed, () => kit.exchange(unspent, invalid, {}, by));
    if (!kit.world.config.advance) return;
    const late = await newCode();
    await kit.world.advance(60_000);
    await watch("a code that has expired", failed, () => kit.exchange(late, invalid, {}, by));
  },
);

export const oneGuess = promise(
  "A code is refused or still good after a wrong verifier, and works once",
  async (kit) => {
    const code = await kit.code(CHALLENGE);
    await kit.exchange(code, refused("invalid_grant"), { code_verifier: CHALLENGE.code_challenge });
    const either = { status: [200, 400] };
    const given = await kit.exchange(code, either, { code_verifier: VERIFIER });
    if (given.access_token === undefined) kit.same("the error", given.error, "invalid_grant");
    await kit.exchange(code, refused("invalid_grant"), { code_verifier: VERIFIER });
  },
);

/** Does something, and holds the one entry that this must leave against what it should be. */
async function watcher(kit: PromiseKit, { by }: Somebody, id: string) {
  const entries = () => kit.list("listApplicationAuditLogs", { path: { id } }, by);
  const known = await entries();
  if (known.length !== 1) kit.wrong(`a new application has ${known.length} entries, expected 1`);
  return async <T>(what: string, wanted: Entry, act: () => Promise<T>): Promise<T> => {
    await kit.moment();
    const done = await act();
    const now = await entries();
    kit.same(`the log before ${what}`, now.slice(1), known);
    const [newest = {}] = now;
    const { hasGrant, ...members } = wanted;
    kit.shows(`the entry for ${what}`, newest, { ...members, application_id: id });
    kit.same(`whether the entry for ${what} has a grant`, typeof newest.grant_id === "string", hasGrant);
    checkTime(kit, what, newest, known[0]);
    known.splice(0, known.length, ...now);
    return done;
  };
}

function checkTime(kit: PromiseKit, what: string, newest: JsonObject, previous: JsonObject | undefined) {
  const [time, before] = [newest, previous].map((each) => Date.parse(String(each?.created_at)));
  if (!(Number(time) > Number(before))) kit.wrong(`the entry for ${what} is not later than the one before`);
  if (typeof newest.request_id !== "string") kit.wrong(`the entry for ${what} names no request`);
}

async function pagesOf(kit: PromiseKit, { by }: Somebody, id: string): Promise<void> {
  const path = { id };
  const whole = await kit.list("listApplicationAuditLogs", { path }, by);
  const paged: JsonObject[] = [];
  for (let before: string | undefined; paged.length < whole.length; before = text(paged.at(-1) ?? {}, "id")) {
    const query = { limit: "4", ...(before !== undefined && { before }) };
    const page = await kit.list("listApplicationAuditLogs", { path, query }, by);
    kit.same("the size of a page", page.length, Math.min(4, whole.length - paged.length));
    if (page.length === 0) return;
    paged.push(...page);
  }
  kit.same("the pages together", paged, whole);
}
