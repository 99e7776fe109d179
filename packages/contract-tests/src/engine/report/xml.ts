/** A text that is XML already, as no string is. */
export interface Element {
  readonly xml: string;
}

/** Strings are text. They must be free of characters that XML cannot hold: see `visible`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Element | string)[] = [],
): Element {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const inside = children
    .map((child) => (typeof child === "string" ? escapeText(child) : child.xml))
    .join("");
  const isText = children.some((child) => typeof child === "string");
  const body = inside === "" ? "/>" : isText ? `>${inside}</${name}>` : `>\n${inside}</${name}>`;
  return { xml: `<${name}${start.join("")}${body}\n` };
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// Parsers turn a line break or a tab in an attribute into a space.
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
