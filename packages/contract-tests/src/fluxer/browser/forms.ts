/** A form of an HTML page, as a browser without script would send it. */
export interface Form {
  /** Where it is sent; empty for the address of the page itself. */
  action: string;
  method: string;
  /** The fields with the values that stand in the page. */
  fields: Readonly<Record<string, string>>;
  /** Names of the fields that people fill in, by their type. */
  types: Readonly<Record<string, string>>;
  buttons: readonly Button[];
  /** The options of each list by its name, those that can be chosen. */
  choices: Readonly<Record<string, readonly string[]>>;
}

export interface Button {
  name: string;
  value: string;
}

/** The forms of a page, in its order. */
export function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)].map(([, attributes = "", content = ""]) => {
    const own = attributesOf(attributes);
    const selects = selectsOf(content);
    const inputs = elementsOf(content, "input").filter((each) => each.name !== undefined);
    const sent = inputs.filter(
      ({ type, checked }) => type !== "submit" && (!isChoice(type) || checked === ""),
    );
    return {
      action: own.action ?? "",
      method: (own.method ?? "get").toUpperCase(),
      fields: {
        ...Object.fromEntries(selects.map(({ name, chosen }) => [name, chosen])),
        ...Object.fromEntries(sent.map(({ name = "", value = "" }) => [name, value])),
      },
      types: Object.fromEntries(inputs.map(({ name = "", type = "text" }) => [name, type.toLowerCase()])),
      buttons: [...elementsOf(content, "button"), ...inputs.filter(({ type }) => type === "submit")].flatMap(
        ({ name, value = "" }) => (name === undefined ? [] : [{ name, value }]),
      ),
      choices: Object.fromEntries(selects.map(({ name, options }) => [name, options])),
    };
  });
}

interface Select {
  name: string;
  options: string[];
  chosen: string;
}

function selectsOf(html: string): Select[] {
  return [...html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gis)].map(([, own = "", content = ""]) => {
    const options = elementsOf(content, "option").filter(({ disabled }) => disabled === undefined);
    const chosen = options.find(({ selected }) => selected !== undefined) ?? options[0];
    return {
      name: attributesOf(own).name ?? "",
      options: options.map(({ value = "" }) => value),
      chosen: chosen?.value ?? "",
    };
  });
}

type Attributes = Readonly<Record<string, string | undefined>>;

function isChoice(type: string | undefined): boolean {
  return type === "checkbox" || type === "radio";
}

function elementsOf(html: string, name: string): Attributes[] {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, "gi"))].map(([, text = ""]) =>
    attributesOf(text),
  );
}

function attributesOf(text: string): Attributes {
  const found = text.matchAll(/([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi);
  return Object.fromEntries(
    [...found].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      decode(double ?? single ?? bare ?? ""),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
