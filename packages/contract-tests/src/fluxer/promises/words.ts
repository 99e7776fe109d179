import { asArray, asObject, isObject, parseJson } from "../../engine/json.ts";

interface Answer {
  headers: Headers;
  body: string;
}

/** What is written for people and says nothing, and names that are not written as the document says. */
export function emptyWords({ headers, body }: Answer): string[] {
  const json = parseJson(body);
  const objects = (Array.isArray(json) ? json : [json]).filter(isObject);
  const told = objects.flatMap((each) => [
    ...empty(each),
    ...asArray(each.errors).map(asObject).flatMap(empty),
  ]);
  const actions = objects.filter((each) => "action" in each && !isAction(each.action));
  return [
    ...told,
    ...actions.map(({ action }) => `action is ${JSON.stringify(action)}, expected noun.verb`),
    ...emptyLines(headers, body),
    ...emptyDescription(headers),
  ];
}

function empty(object: Record<string, unknown>): string[] {
  const names = ["message", "error_description", "code"].filter((name) => object[name] === "");
  return names.map((name) => `${name} says nothing`);
}

function isAction(action: unknown): boolean {
  return typeof action === "string" && /^[a-z_]+\.[a-z_]+$/.test(action);
}

/** What stands there to be read. */
const READABLE = /<(title|h1|p|li)\b[^>]*>(.*?)<\/\1>/gis;
/** What says something without words. */
const SPEAKS = /<(?:svg|img|input|button|select)\b/i;

/** WCAG 2.4.2: a page has a title that says what it is about; and no line of it is empty. */
function emptyLines(headers: Headers, body: string): string[] {
  if (!headers.get("content-type")?.startsWith("text/html")) return [];
  const lines = [...body.matchAll(READABLE)].map(([, name = "", content = ""]) => ({ name, content }));
  const isSilent = ({ content }: { content: string }) =>
    content.replaceAll(/<[^>]*>/g, "").trim() === "" && !SPEAKS.test(content);
  const empty = lines.filter(isSilent).map(({ name }) => `the page has an empty ${name}`);
  return lines.some(({ name }) => name.toLowerCase() === "title")
    ? empty
    : [...empty, "the page has no title"];
}

/** RFC 6749 A.8: an error description has one character at least. */
function emptyDescription(headers: Headers): string[] {
  const [, query = ""] = /\?(.*)$/.exec(headers.get("location") ?? "") ?? [];
  return new URLSearchParams(query).get("error_description") === "" ? ["error_description says nothing"] : [];
}
