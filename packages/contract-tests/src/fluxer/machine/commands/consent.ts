import fc from "fast-check";
import { answerOf } from "../../rules/kit.ts";
import { REDIRECT_URI } from "../../world/world.ts";
import { type Action, anyIndex, type Command, command, times } from "../action.ts";
import { agree } from "../effects.ts";
import { consentKey, type Index, type Model } from "../model.ts";
import { demand, type System } from "../system.ts";
import { exchange, isFull } from "./tokens.ts";

const SCOPE_SETS = [["identify"], ["identify", "email"], ["guilds"]] as const;
/** As many codes as are worth watching. */
const MOST_CODES = 8;

interface Question {
  account: Index;
  application: Index;
  scopes: readonly string[];
}

type Answer = (model: Model, question: Question) => Action | undefined;

/** What a user says to an application's request. */
export function consentCommands(): fc.Arbitrary<Command>[] {
  const question = fc.record({
    account: anyIndex,
    application: anyIndex,
    scopes: fc.constantFrom(...SCOPE_SETS),
  });
  const asked = (name: string, answer: Answer) =>
    question.map((each) => command(name, (model) => (isOpen(model, each) ? answer(model, each) : undefined)));
  return [
    ...times(4, asked("connect", connect)),
    asked("authorize", authorize),
    asked("deny", deny),
    asked("silently", silently),
  ];
}

function isOpen({ applications, codes }: Model, { application }: Question): boolean {
  return !applications[application].isDeleted && codes.length < MOST_CODES;
}

function told(verb: string, { account, application, scopes }: Question): string {
  return `account ${account} ${verb} application ${application} (${scopes.join(" ")})`;
}

function queryOf({ applications }: Model, { application, scopes }: Question): Record<string, string> {
  const { id } = applications[application];
  return { client_id: id, redirect_uri: REDIRECT_URI, response_type: "code", scope: scopes.join(" ") };
}

const authorize: Answer = (model, question) => ({
  told: told("authorizes", question),
  run: async (system) => {
    const parts = { body: queryOf(model, question) };
    const { status, body } = await system.as(question.account, "grantOauth2Consent", parts);
    demand(status === 200, `the consent was answered ${status}`);
    const code = URL.parse(String(body.redirect_to))?.searchParams.get("code");
    demand(!!code, "redirect_to has no code");
    keep(model, question, code);
  },
});

/** Both halves of what usually comes together. */
const connect: Answer = (model, question) => {
  if (isFull(model)) return undefined;
  return {
    told: told("connects", question),
    run: async (system) => {
      await authorize(model, question)?.run(system);
      await exchange(model, model.codes.at(-1))?.run(system);
    },
  };
};

const deny: Answer = (model, question) => ({
  told: told("refuses", question),
  run: async (system: System) => {
    const browser = await system.browser(question.account);
    const query = { ...queryOf(model, question), prompt: "consent" };
    const error = answerOf(await browser.decide(query, "deny"))?.get("error");
    demand(error === "access_denied", `the refusal came back as ${error}`);
  },
});

/** With prompt=none, which is only for what was agreed to before; what counts as less than that nobody has said. */
const silently: Answer = (model, question) => {
  const { account, application, scopes } = question;
  const agreed = model.consents.get(consentKey(account, application));
  const isAgreed = agreed?.has(scopes.join(" ")) === true;
  const covered = new Set([...(agreed ?? [])].flatMap((set) => set.split(" ")));
  if (!isAgreed && scopes.every((scope) => covered.has(scope))) return undefined;
  return {
    told: told("silently goes on to", question),
    run: async (system) => {
      const browser = await system.browser(account);
      const answer = answerOf(await browser.authorize({ ...queryOf(model, question), prompt: "none" }));
      const [code, error] = [answer?.get("code"), answer?.get("error")];
      if (!isAgreed) return demand(error === "consent_required", `without a consent the answer is ${error}`);
      demand(!!code, `after a consent the answer is ${error}`);
      keep(model, question, code);
    },
  };
};

function keep(model: Model, { account, application, scopes }: Question, code: string): void {
  agree(model, { account, application, scopes, hasEnded: false }, code);
}
