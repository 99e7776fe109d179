import { attributes, html, type Markup } from "../markup.ts";
import { icon } from "./icons.ts";

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "email" | "password";
  readonly autocomplete: string;
  readonly isRequired: boolean;
  readonly maxLength: number;
  readonly minLength?: number;
  readonly hint?: string;
};

export type FieldState = {
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  /** Also without a sentence of its own. */
  readonly isInvalid?: boolean;
};

export function field(
  definition: Field,
  { value, error, isInvalid = error !== undefined }: FieldState,
  hasFocus: boolean,
): Markup {
  const { name, label, type, autocomplete, isRequired, maxLength, minLength, hint } = definition;
  const note = error ?? hint;
  const noteId = note && `${name}-note`;
  const input = attributes({
    id: name,
    name,
    type,
    // A password never goes back to the browser.
    value: type === "password" ? undefined : value,
    autocomplete,
    autocapitalize: type === "text" ? "none" : undefined,
    minlength: minLength,
    maxlength: maxLength,
    required: isRequired,
    autofocus: hasFocus,
    "aria-invalid": isInvalid ? "true" : undefined,
    "aria-describedby": noteId,
  });
  return html`<div class="field">
  <label for="${name}">${label}${isRequired ? "" : html` <span class="optional">optional</span>`}</label>
  <input${input} />
  ${note === undefined ? "" : html`<p class="${error ? "error" : "hint"}" id="${noteId}">${error ? icon("alert") : ""}<span>${note}</span></p>`}
</div>`;
}
