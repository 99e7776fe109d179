import { raw } from "hono/html";
import { html, type Markup, render } from "../markup.ts";
import { STYLESHEET } from "../stylesheet.ts";

export type Page = {
  /** Fixed words only: a title bar cannot contain what a name might do to it. */
  readonly title: string;
  readonly content: Markup;
  readonly width?: "wide" | "full";
  /** Where to go without waiting for a click. */
  readonly goOn?: string | undefined;
};

const SHAPE =
  '<rect width="32" height="32" rx="9" fill="#4f46c8"/><path d="M10.5 23.5v-14h11.5m-11.5 7h9" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/>';
const MARK = raw(`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">${SHAPE}</svg>`);
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${SHAPE}</svg>`;
const FAVICON = `data:image/svg+xml,${encodeURIComponent(ICON)}`;

export function layout({ title, content, width, goOn }: Page): string {
  return render(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    ${goOn === undefined ? "" : html`<meta http-equiv="refresh" content="0; url=${goOn}" />`}
    <title>${title} · Fluxer</title>
    <link rel="icon" href="${FAVICON}" />
    <link rel="stylesheet" href="${STYLESHEET.path}" />
  </head>
  <body>
    <header class="brand">
      <a href="/" class="mark">${MARK}<span>Fluxer</span></a>
    </header>
    <main class="card ${width === undefined ? "" : `card-${width}`}">${content}</main>
  </body>
</html>
`);
}
