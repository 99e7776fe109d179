import { type Exchange, NotTested } from "../../engine/index.ts";
import { type Browser, createBrowser, type Query, type Question } from "../browser/browser.ts";
import { GONE } from "../flows/steps.ts";
import { answerOf } from "../rules/kit.ts";
import type { Client } from "../world/credentials.ts";
import { PASSWORD, REDIRECT_URI } from "../world/world.ts";
import { permissionsOf } from "./bot-consent.ts";
import { type PromiseKit, promise, type Somebody } from "./promise.ts";

/** SEND_MESSAGES and VIEW_CHANNEL. */
const PERMISSIONS = "3072";

async function browserOf(kit: PromiseKit, account: Somebody, client: Client): Promise<Browser> {
  return createBrowser(kit.spec, kit.call, await kit.world.browserOf(kit.call, account, client));
}

/** A page that should ask and does not is no page that cannot be used. */
async function mustAsk(kit: PromiseKit, browser: Browser, query: Query): Promise<void> {
  const { status } = (await browser.authorize(query)).response;
  if (status !== 200) kit.wrong(`the authorization endpoint answered ${status} and did not ask`);
}

/** Who gets no code is told why: the person on a page, or the application at its redirect URI. */
function outcomeOf(sent: Pick<Exchange, "response">): "a code" | "refused" | "neither" {
  const answer = answerOf(sent);
  if (answer?.has("code")) return "a code";
  const { status } = sent.response;
  return (status >= 400 && status < 500) || answer?.has("error") ? "refused" : "neither";
}

/** The list of the page that a guild can be chosen from. */
function listOf({ form }: Question, guild: string): string {
  const [found] = Object.entries(form.choices).filter(([, options]) => options.includes(guild));
  if (found === undefined) throw new NotTested("the page has no list from which a guild can be chosen");
  return found[0];
}

export default promise(
  "A bot that is added through the page joins the guild that was chosen, with the permissions agreed to",
  async (kit) => {
    const [owner, stranger] = [await kit.somebody("page_owner"), await kit.somebody("stranger")];
    const client = await kit.world.newApplication(kit.call, owner);
    const [asked, chosen] = [
      await kit.world.newGuild(kit.call, owner),
      await kit.world.newGuild(kit.call, owner),
    ];
    const elsewhere = await kit.world.newGuild(kit.call, stranger);
    const browser = await browserOf(kit, owner, client);
    const request = { scope: "identify bot", guild_id: asked, permissions: PERMISSIONS };
    const query = await kit.query({ client_id: client.id, ...request });
    await mustAsk(kit, browser, query);
    const question = await browser.question(query);
    const list = listOf(question, asked);
    kit.same("the guild that the page preselects", question.form.fields[list] === asked, true);
    for (const [guild, isListed] of [
      [chosen, true],
      [elsewhere, false],
    ] as const)
      kit.same("whether the page lists it", question.form.choices[list]?.includes(guild), isListed);

    const code = answerOf(await browser.answer(question, "allow", { [list]: chosen }))?.get("code") ?? "";
    const by = { body: { client_id: client.id, client_secret: client.secret } };
    await kit.exchange(code, { status: [200], body: { scope: "identify bot" } }, {}, by);
    kit.same("the permissions", await permissionsOf(kit, owner, chosen, client.id), PERMISSIONS);
    await notIn(kit, owner, asked, client);

    // Which guild is to have the bot has to be asked each time.
    await mustAsk(kit, browser, query);
    // RFC 6749 4.1.2.1: what fails while the redirect URI holds is told to the application.
    const again = answerOf(await browser.decide(query, "allow", { [list]: chosen }));
    if (!again?.has("error")) kit.wrong("the application is not told that the bot cannot be added once more");
    await browser.answer(withoutBoxes(await browser.question(query)), "allow", { [list]: asked });
    kit.same("the permissions without any box", await permissionsOf(kit, owner, asked, client.id), "0");
  },
);

async function notIn(kit: PromiseKit, { by }: Somebody, guild: string, { id }: Client): Promise<void> {
  await kit.step("getGuildMember", { path: { id: guild, userId: id } }, by, { status: [404] });
}

function withoutBoxes(question: Question): Question {
  const { fields, types } = question.form;
  const boxes = Object.keys(fields).filter((name) => types[name] === "checkbox");
  if (boxes.length === 0) throw new NotTested("the page has no boxes to untick permissions with");
  const left = Object.entries(fields).filter(([name]) => !boxes.includes(name));
  return { ...question, form: { ...question.form, fields: Object.fromEntries(left) } };
}

export const botAlone = promise(
  "Where no application waits, the page adds the bot or leaves it, and sends nobody anywhere else",
  async (kit) => {
    const owner = await kit.somebody("page_owner");
    const client = await kit.world.newApplication(kit.call, owner);
    const guild = await kit.world.newGuild(kit.call, owner);
    const browser = await browserOf(kit, owner, client);
    const alone = { scope: "bot", redirect_uri: undefined, response_type: undefined, guild_id: guild };
    const query = await kit.query({ client_id: client.id, ...alone });
    await mustAsk(kit, browser, query);
    const { issuer } = await kit.metadata();
    for (const decision of ["deny", "allow"] as const) {
      const { headers } = (await browser.decide(query, decision)).response;
      const target = headers.get("location") ?? "";
      const isHere = target === "" || (target.startsWith(`${issuer}/`) && !target.includes("code="));
      if (!isHere) kit.wrong("the browser is sent elsewhere");
      if (decision === "deny") await notIn(kit, owner, guild, client);
    }
    kit.same("the permissions", await permissionsOf(kit, owner, guild, client.id), "0");
  },
);

export const privateOnPage = promise(
  "Nobody but its owner is asked to add a bot that is not public",
  async (kit) => {
    const [owner, user] = [await kit.somebody("page_owner"), await kit.somebody("user")];
    const client = await kit.world.newApplication(kit.call, owner, { bot_public: false });
    for (const [account, isAsked] of [
      [user, false],
      [owner, true],
    ] as const) {
      const browser = await browserOf(kit, account, client);
      const query = await kit.query({ client_id: client.id, scope: "bot" });
      const sent = await browser.authorize(query);
      kit.same("whether the page asks", sent.response.status === 200, isAsked);
      if (!isAsked) kit.same("the error", answerOf(sent)?.get("error"), "access_denied");
      // Where no application waits, nobody is sent anywhere, and the page says it itself.
      const alone = await browser.authorize({ client_id: client.id, scope: "bot" });
      kit.same("the status without a redirect URI", alone.response.status, isAsked ? 200 : 400);
    }
  },
);

export const counted = promise(
  "A decision counts once, and only in the browser that was asked",
  async (kit) => {
    const [owner, user] = [await kit.somebody("page_owner"), await kit.somebody("user")];
    const client = await kit.world.newApplication(kit.call, owner);
    const [own, other] = [await browserOf(kit, owner, client), await browserOf(kit, user, client)];
    const query = await kit.query({ client_id: client.id, prompt: "consent" });
    await mustAsk(kit, own, query);
    const question = await own.question(query);
    const allow = async (browser: Browser, about: Question) =>
      outcomeOf(await browser.answer(about, "allow"));
    kit.same("the decision in another's browser", await allow(other, question), "refused");
    for (const name of Object.keys(question.form.fields)) {
      const outcome = await allow(own, changed(question, name));
      kit.same("the decision without what the page holds", outcome, "refused");
    }
    kit.same("the decision", await allow(own, question), "a code");
    kit.same("the same decision again", await allow(own, question), "refused");
    const denied = await own.question(query);
    await own.answer(denied, "deny");
    kit.same("the decision after the refusal", await allow(own, denied), "refused");
  },
);

function changed(question: Question, name: string): Question {
  const { form } = question;
  return { ...question, form: { ...form, fields: { ...form.fields, [name]: "conformance" } } };
}

export const meanwhile = promise(
  "What an application loses while its page is open, the decision does not give it",
  async (kit) => {
    const owner = await kit.somebody("page_owner");
    const endings: ((path: { id: string }) => Promise<unknown>)[] = [
      (path) =>
        kit.read("updateApplication", { path, body: { redirect_uris: [`${REDIRECT_URI}/new`] } }, owner.by),
      (path) => kit.step("deleteApplication", { path, body: { password: PASSWORD } }, owner.by, GONE),
    ];
    for (const end of endings) {
      for (const decision of ["allow", "deny"] as const) {
        const client = await kit.world.newApplication(kit.call, owner);
        const browser = await browserOf(kit, owner, client);
        const question = await browser.question(await kit.query({ client_id: client.id }));
        await end({ id: client.id });
        const { status, headers } = (await browser.answer(question, decision)).response;
        if (status < 400 || headers.has("location"))
          kit.wrong(`${decision} is answered as if nothing had changed`);
      }
    }
    kit.same("the authorizations", await kit.list("listUserOauth2Authorizations", {}, owner.by), []);
  },
);

export const signedOut = promise("A decision without a session is none", async (kit) => {
  const owner = await kit.somebody("page_owner");
  const client = await kit.world.newApplication(kit.call, owner);
  const question = await (await browserOf(kit, owner, client)).question(
    await kit.query({ client_id: client.id }),
  );
  const nobody = createBrowser(kit.spec, kit.call);
  const { response } = await nobody.answer(question, "allow");
  if (response.status < 400) kit.wrong("somebody without a session could agree");
  kit.same("the authorizations", await kit.list("listUserOauth2Authorizations", {}, owner.by), []);
});
