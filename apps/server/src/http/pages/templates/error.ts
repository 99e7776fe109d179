import { html } from "../markup.ts";
import { icon } from "./icons.ts";
import { layout } from "./layout.ts";

export type ErrorPageContent = {
  readonly title: string;
  readonly message: string;
  /** More particular sentences. */
  readonly details?: readonly string[];
  readonly requestId: string;
  readonly next?: string | undefined;
  readonly isImmediate?: boolean;
};

export function errorPage({
  title,
  message,
  details = [],
  requestId,
  next,
  isImmediate,
}: ErrorPageContent): string {
  return layout({
    title,
    goOn: isImmediate ? next : undefined,
    content: html`<div class="sign sign-error">${icon("alert")}</div>
<h1>${title}</h1>
<p class="lead">${message}</p>
${details.length > 0 ? html`<ul class="details">${details.map((detail) => html`<li><bdi>${detail}</bdi></li>`)}</ul>` : ""}
${next === undefined ? "" : html`<p><a class="button primary full" href="${next}">Continue</a></p>`}
<p class="fine">If you ask for help, give this number: <code>${requestId}</code></p>`,
  });
}
