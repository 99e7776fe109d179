import { html } from "hono/html";

export { html };

/** Escaped HTML. Whatever a template puts between its tags is text, unless it is such markup itself. */
export type Markup = ReturnType<typeof html>;

export function render(markup: Markup): string {
  // Only a template with a promise in it makes one, and ours have none.
  if (markup instanceof Promise) throw new TypeError("a page waits for nothing");
  return markup.toString();
}

/** Those that are true stand without a value, those that are false or undefined not at all. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): Markup[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return [value === true ? html` ${name}` : html` ${name}="${value}"`];
  });
}
