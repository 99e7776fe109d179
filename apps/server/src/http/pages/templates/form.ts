import { html, type Markup } from "../markup.ts";
import { icon } from "./icons.ts";

/** What every form of ours sends along. */
export function hidden(values: Readonly<Record<string, string | undefined>>): Markup[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );
}

/** Read out at once, because it is why the page is shown again. */
export function problem(message: string | undefined): Markup | "" {
  return message === undefined
    ? ""
    : html`<p class="problem" role="alert">${icon("alert")}<span>${message}</span></p>`;
}
