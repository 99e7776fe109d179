import type { Scope } from "../../../lib/scopes.ts";
import { html, type Markup } from "../markup.ts";
import { type IconName, icon } from "./icons.ts";

const MEANINGS: Record<Scope, { icon: IconName; can: string; detail: string }> = {
  identify: { icon: "user", can: "See who you are", detail: "Your name, picture and public badges" },
  email: { icon: "mail", can: "See your email address", detail: "And whether it is verified" },
  guilds: {
    icon: "guilds",
    can: "See your guilds",
    detail: "Their names, their icons and what you may do in them",
  },
  connections: { icon: "link", can: "See your linked accounts", detail: "Who you are at other services" },
  bot: { icon: "bot", can: "Add its bot to a guild", detail: "To the one that you choose, and no other" },
  admin: {
    icon: "shield",
    can: "Administer everything here",
    detail: "The data of all people, and what only operators may do",
  },
};

/** What each scope opens, in the words of somebody who has never heard of scopes. */
export function scopeList(scopes: readonly Scope[]): Markup {
  return html`<ul class="scopes">
  ${scopes.map((scope) => {
    const { icon: name, can, detail } = MEANINGS[scope];
    return html`<li class="${scope === "admin" ? "grave" : ""}">${icon(name)}<span><strong>${can}</strong><small>${detail}</small></span></li>`;
  })}
</ul>`;
}

/** What stays closed: the fears first, then what was not asked for. */
export function neverList(scopes: readonly Scope[]): Markup {
  const never = ["See your password", ...(scopes.includes("admin") ? [] : ["Write or act in your name"])];
  if (!scopes.includes("email") && !scopes.includes("admin")) never.push("See your email address");
  return html`<ul class="never">${never.map((what) => html`<li>${icon("never")}<span>${what}</span></li>`)}</ul>`;
}
