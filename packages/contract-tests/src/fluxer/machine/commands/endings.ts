import fc from "fast-check";
import { asObject, asString } from "../../../engine/json.ts";
import { PASSWORD } from "../../world/world.ts";
import { type Action, anyIndex, anyNumber, type Command, command, pick } from "../action.ts";
import { checkApplication } from "../agreement.ts";
import { deauthorize, deleteApplication, replaceSecret, revoke } from "../effects.ts";
import { type AccessToken, consentKey, type Index, isNear, type Model, type RefreshToken } from "../model.ts";
import { clientOf, demand, type System } from "../system.ts";

const OVERLAP = 3600;

/** Everything that ends something. */
export function endingCommands(): fc.Arbitrary<Command>[] {
  const numbered = (name: string, choose: (model: Model, number: number) => Action | undefined) =>
    anyNumber.map((number) => command(name, (model) => choose(model, number)));
  const ofApplication = (name: string, act: (model: Model, index: Index) => Action) =>
    anyIndex.map((index) =>
      command(name, (model) => (model.applications[index].isDeleted ? undefined : act(model, index))),
    );
  return [
    numbered("revoke an access token", (model, number) =>
      revoking(model, pick(model.accessTokens, number), false),
    ),
    numbered("revoke a refresh token", (model, number) =>
      revoking(model, pick(model.refreshTokens, number), false),
    ),
    numbered("revoke another's", (model, number) =>
      revoking(model, pick([...model.accessTokens, ...model.refreshTokens], number), true),
    ),
    fc
      .record({ account: anyIndex, application: anyIndex })
      .map(({ account, application }) =>
        command("deauthorize", (model) => forgetting(model, account, application)),
      ),
    ofApplication("reset the secret", (model, index) => resettingSecret(model, index, 0)),
    ofApplication("reset the secret", (model, index) => resettingSecret(model, index, OVERLAP)),
    ofApplication("reset the bot token", resettingBot),
    ofApplication("delete", deleting),
  ];
}

function revoking(
  model: Model,
  token: AccessToken | RefreshToken | undefined,
  isByOther: boolean,
): Action | undefined {
  if (!token || isNear(model, token.expiresAt) || model.now() > token.expiresAt) return undefined;
  const own = token.grant.application;
  const by = isByOther ? (own === 0 ? 1 : 0) : own;
  if (model.applications[by].isDeleted) return undefined;
  const [kind, list] =
    "isRevoked" in token ? ["access", model.accessTokens] : ["refresh", model.refreshTokens];
  const number = (list as readonly unknown[]).indexOf(token) + 1;
  return {
    told: `application ${by} revokes ${kind} token ${number}`,
    run: async (system) => {
      const answer = await system.ask(
        "revokeOauth2Token",
        { body: { token: token.text } },
        clientOf(model, by),
      );
      demand(
        answer.status === 200 || (isByOther && answer.status === 400),
        `revocation answers ${answer.status}`,
      );
      revoke(token, by);
    },
  };
}

function forgetting(model: Model, account: Index, application: Index): Action | undefined {
  return {
    told: `account ${account} deauthorizes application ${application}`,
    run: async (system) => {
      const path = { applicationId: model.applications[application].id };
      const { status } = await system.as(account, "deauthorizeApplication", { path });
      const expected = model.consents.has(consentKey(account, application)) ? 204 : 404;
      demand(status === expected, `deauthorizing answers ${status}, expected ${expected}`);
      deauthorize(model, account, application);
    },
  };
}

function resettingSecret(model: Model, index: Index, overlap: number): Action {
  return {
    told: `application ${index} gets another secret${overlap > 0 ? " with an overlap" : ""}`,
    run: async (system) => {
      const more = overlap > 0 ? { overlap_seconds: overlap } : {};
      const body = await confirmed(model, system, index, "resetClientSecret", more);
      replaceSecret(model, index, asString(body.client_secret) ?? "", overlap);
      for (const application of model.applications) await checkApplication(model, system, application);
    },
  };
}

function resettingBot(model: Model, index: Index): Action {
  return {
    told: `application ${index} gets another bot token`,
    run: async (system) => {
      const body = await confirmed(model, system, index, "resetBotToken");
      const application = model.applications[index];
      application.oldBotTokens.push(application.botToken);
      application.botToken = asString(body.token) ?? "";
      for (const each of model.applications) await checkApplication(model, system, each);
    },
  };
}

function deleting(model: Model, index: Index): Action {
  return {
    told: `application ${index} is deleted`,
    run: async (system) => {
      await confirmed(model, system, index, "deleteApplication");
      deleteApplication(model, index);
      for (const application of model.applications) await checkApplication(model, system, application);
    },
  };
}

async function confirmed(model: Model, system: System, index: Index, id: string, more: object = {}) {
  const parts = { path: { id: model.applications[index].id }, body: { password: PASSWORD, ...more } };
  const { status, body } = await system.as(index, id, parts);
  demand(status === 200 || status === 204, `${id} answers ${status}`);
  return asObject(body);
}
