import { html, type Markup } from "../markup.ts";

/** Why somebody is asked to sign in. */
export function purpose(application: { name: string } | undefined): Markup | "" {
  if (application === undefined) return "";
  return html`<p class="lead">to continue to <strong><bdi>${application.name}</bdi></strong></p>`;
}
