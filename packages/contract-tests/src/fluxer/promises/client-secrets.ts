import type { JsonObject } from "../../engine/json.ts";
import { asArray, asObject } from "../../engine/json.ts";
import { refused } from "../rules/kit.ts";
import { text } from "../world/ask.ts";
import { basic } from "../world/credentials.ts";
import { PASSWORD } from "../world/world.ts";
import { type PromiseKit, promise, type Somebody } from "./promise.ts";

const OWN = { grant_type: "client_credentials" };
const INVALID_CLIENT = refused("invalid_client", 401);
const OVERLAP = 60;
/** In milliseconds. */
const HOUR = 3_600_000;

export default promise(
  "An owner sees which secrets work, since when, until when, and whether they are used",
  async (kit) => {
    const owner = await kit.somebody("secret_owner");
    const { id, secret: first } = await kit.world.newApplication(kit.call, owner);
    const [only] = await secretsOf(kit, owner, id, 1);
    kit.shows("the new secret", only ?? {}, { last_used_at: null, expires_at: null });
    await kit.token(OWN, { status: [200] }, basic({ id, secret: first }));
    const used = Date.parse(String(await newUse(kit, owner, id, null)));
    if (!(used >= Date.parse(String(only?.created_at)))) kit.wrong("the use of a secret is not shown");

    await kit.moment();
    const second = await reset(kit, owner, id, { overlap_seconds: 3600 });
    const [current, ending] = await secretsOf(kit, owner, id, 2);
    kit.shows("the current secret", current ?? {}, { last_used_at: null, expires_at: null });
    kit.same("created_at of the old secret", ending?.created_at, only?.created_at);
    kit.same("the end of the old secret", lifetimeFrom(current, ending), 3600);
    for (const secret of [first, second]) await kit.token(OWN, { status: [200] }, basic({ id, secret }));

    // Beside the new one there is one old secret at most.
    await kit.moment();
    const third = await reset(kit, owner, id, { overlap_seconds: OVERLAP });
    const [newest, last] = await secretsOf(kit, owner, id, 2);
    kit.same("created_at of the second secret", last?.created_at, current?.created_at);
    kit.same("the end of the second secret", lifetimeFrom(newest, last), OVERLAP);
    await kit.token(OWN, INVALID_CLIENT, basic({ id, secret: first }));
    for (const secret of [second, third]) await kit.token(OWN, { status: [200] }, basic({ id, secret }));

    await kit.moment();
    const fourth = await reset(kit, owner, id, {});
    await secretsOf(kit, owner, id, 1);
    for (const secret of [first, second, third]) await kit.token(OWN, INVALID_CLIENT, basic({ id, secret }));
    await kit.token(OWN, { status: [200] }, basic({ id, secret: fourth }));
  },
);

export const overlapEnds = promise(
  "An overlap of two client secrets ends when it was said to",
  async (kit) => {
    const owner = await kit.somebody("overlap_owner");
    const { id, secret } = await kit.world.newApplication(kit.call, owner);
    const next = await reset(kit, owner, id, { overlap_seconds: OVERLAP });
    await kit.world.advance((OVERLAP - 1) * 1000);
    await kit.token(OWN, { status: [200] }, basic({ id, secret }));
    await kit.world.advance(1000);
    await kit.token(OWN, INVALID_CLIENT, basic({ id, secret }));
    await kit.token(OWN, { status: [200] }, basic({ id, secret: next }));
    await secretsOf(kit, owner, id, 1);
  },
);

export const lastUse = promise("The last use of a client secret is shown to within an hour", async (kit) => {
  const owner = await kit.somebody("secret_user");
  const client = await kit.world.newApplication(kit.call, owner);
  const use = async (before: unknown) => {
    await kit.world.advance(2 * HOUR);
    await kit.token(OWN, { status: [200] }, basic(client));
    return newUse(kit, owner, client.id, before);
  };
  const first = await use(null);
  const passed = Date.parse(String(await use(first))) - Date.parse(String(first));
  if (!(passed >= HOUR && passed <= 3 * HOUR)) kit.wrong(`between two uses there are ${passed} ms`);
});

export async function reset(kit: PromiseKit, { by }: Somebody, id: string, how: JsonObject): Promise<string> {
  const body = { password: PASSWORD, ...how };
  return text(await kit.read("resetClientSecret", { path: { id }, body }, by), "client_secret");
}

/** Newest first; as many as there should be. */
async function secretsOf(
  kit: PromiseKit,
  { by }: Somebody,
  id: string,
  count: number,
): Promise<JsonObject[]> {
  const { client_secrets } = await kit.read("getApplication", { path: { id } }, by);
  const [listed] = await kit.list("listUserApplications", {}, by);
  kit.same("client_secrets in the list", listed?.client_secrets, client_secrets);
  const secrets = asArray(client_secrets).map(asObject);
  kit.same("the number of secrets", secrets.length, count);
  return secrets;
}

/** When the one secret was last used, if that is not what it was before; a server may note it after it has answered. */
async function newUse(kit: PromiseKit, owner: Somebody, id: string, before: unknown): Promise<unknown> {
  for (let tries = 0; tries < 10; tries++) {
    const [secret] = await secretsOf(kit, owner, id, 1);
    if (secret?.last_used_at !== before) return secret?.last_used_at;
    await new Promise((resolve) => setTimeout(resolve, tries));
  }
  return before;
}

function lifetimeFrom(newer: JsonObject | undefined, older: JsonObject | undefined): number {
  return Math.round((Date.parse(String(older?.expires_at)) - Date.parse(String(newer?.created_at))) / 1000);
}
