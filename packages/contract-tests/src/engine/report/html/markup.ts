import { visible } from "../visible.ts";

/** HTML that is complete and escaped, as no string is. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export type Child = Markup | string | number | undefined | false | readonly Child[];

/** Everything put into it is text, unless it is markup already. */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  const last = parts.at(-1) ?? "";
  return new Markup(children.map((child, index) => `${parts[index]}${render(child)}`).join("") + last);
}

function render(child: Child): string {
  if (child === undefined || child === false) return "";
  if (child instanceof Markup) return child.html;
  if (typeof child === "object") return child.map(render).join("");
  return escaped(String(child));
}

function escaped(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
