import { html } from "../markup.ts";
import { icon } from "./icons.ts";
import { layout } from "./layout.ts";

/** The end of a way that leads to no application. */
export function noticePage({ title, message }: { title: string; message: string }): string {
  return layout({
    title,
    content: html`<div class="sign">${icon("done")}</div>
<h1>${title}</h1>
<p class="lead">${message}</p>`,
  });
}
