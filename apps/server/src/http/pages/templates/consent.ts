import type { Scope } from "../../../lib/scopes.ts";
import { html, type Markup } from "../markup.ts";
import { avatar } from "./avatar.ts";
import { hidden } from "./form.ts";
import { type GuildChoice, guildChoice, isFull } from "./guild-choice.ts";
import { icon } from "./icons.ts";
import { layout } from "./layout.ts";
import { permissionBoxes } from "./permissions.ts";
import { neverList, scopeList } from "./scopes.ts";

export type ConsentPage = {
  readonly application: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly tag: string; readonly name: string | null };
  readonly scopes: readonly Scope[];
  readonly redirectUri: string | undefined;
  /** Only when a bot is to be added. */
  readonly bot: (GuildChoice & { readonly permissions: bigint }) | undefined;
  /** The request that a decision answers, and the proof that the form is this browser's. */
  readonly request: string;
  readonly formToken: string;
  /** This very request, for somebody who would rather be somebody else. */
  readonly next: string;
};

export function consentPage(page: ConsentPage): string {
  const { application, user, scopes, bot, request, formToken, redirectUri } = page;
  return layout({
    title: "Authorize an application",
    width: "wide",
    content: html`<div class="pair">${avatar(application, "application")}<span class="dots" aria-hidden="true"></span>${avatar({ id: user.id, name: user.name ?? user.tag }, "person")}</div>
<h1>${headline(page)}</h1>
${signedInAs(page)}
<form method="post" action="/oauth2/authorize/decision">
  ${hidden({ csrf: formToken, request })}
  <section aria-labelledby="can"><h2 id="can">It will be able to</h2>${scopeList(scopes)}</section>
  ${bot === undefined ? "" : html`<section aria-label="The bot" class="bot">${guildChoice(bot)}${isFull(bot.guilds) ? "" : permissionBoxes(bot.permissions)}</section>`}
  <section aria-labelledby="cannot"><h2 id="cannot">It will not be able to</h2>${neverList(scopes)}</section>
  ${redirectUri === undefined ? "" : html`<p class="target">${icon("leave")}<span>${destination(redirectUri)}</span></p>`}
  <div class="choices">
    <button class="button secondary" name="decision" value="deny" formnovalidate>Cancel</button>
    <button class="button primary" name="decision" value="allow">${redirectUri === undefined ? "Add the bot" : "Authorize"}</button>
  </div>
</form>`,
  });
}

function headline({ application, scopes }: ConsentPage): Markup {
  const name = html`<bdi>${application.name}</bdi>`;
  return scopes.length === 1 && scopes[0] === "bot"
    ? html`Add ${name} to a guild`
    : html`${name} asks for access to your account`;
}

function signedInAs({ user, formToken, next }: ConsentPage): Markup {
  return html`<form method="post" action="/sign-out" class="who">
  ${hidden({ csrf: formToken, next })}
  <span>Signed in as <strong><bdi>${user.name ?? user.tag}</bdi></strong>${user.name === null ? "" : html` <bdi>${user.tag}</bdi>`}</span>
  <button class="link">Not you?</button>
</form>`;
}

function destination(redirectUri: string): Markup {
  const { host, hostname } = new URL(redirectUri);
  const target = html`You will then be sent to <strong><bdi>${host}</bdi></strong>`;
  const isHere = /^(?:(?:.+\.)?localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return isHere ? html`${target} on this device.` : html`${target}.`;
}
