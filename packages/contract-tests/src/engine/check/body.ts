import { covers, essenceOf, isJson } from "../http/media-type.ts";
import { isObject, parseJson } from "../json.ts";
import type { DocumentedResponse, Media } from "../spec/operation.ts";
import type { SchemaFault } from "../spec/oracle.ts";
import type { Spec } from "../spec/spec.ts";
import { jsonTextProblems } from "./json-text.ts";
import { undocumentedMembers } from "./undocumented.ts";
import type { Violation } from "./violation.ts";

export interface Answer {
  status: number;
  headers: Headers;
  body: string;
  /** Its bytes were not UTF-8, so that the text is not all of them. */
  isBroken?: boolean;
}

export function checkBody(spec: Spec, documented: DocumentedResponse, answer: Answer): Violation[] {
  const { pointer, content, status } = documented;
  if (content.length === 0) {
    if (answer.body === "") return [];
    return [
      { rule: "body-not-empty", message: `${status} is documented without a body but has one`, pointer },
    ];
  }
  const contentType = answer.headers.get("content-type");
  const essence = contentType === null ? undefined : essenceOf(contentType);
  const media = essence === undefined ? undefined : content.find(({ type }) => covers(type, essence));
  if (media && essence !== undefined) {
    return [
      ...checkContentType(contentType ?? "", essence, pointer),
      ...checkContent(spec, pointer, media, essence, answer),
    ];
  }
  const types = content.map(({ type }) => type).join(", ");
  const message = `the media type is ${contentType ?? "absent"}, documented: ${types}`;
  return [{ rule: "undocumented-media-type", message, pointer: `${pointer}/content` }];
}

// RFC 9110 5.6.6 and 8.3.1
const MEDIA_TYPE =
  /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(?:[ \t]*;[ \t]*(?:[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[^"\\]|\\.)*"))?)*$/;

function checkContentType(text: string, essence: string, at: string): Violation[] {
  const violation = (message: string): Violation => ({
    rule: "header-value",
    message,
    pointer: `${at}/content`,
  });
  if (!MEDIA_TYPE.test(text))
    return [violation(`the header Content-Type is ${JSON.stringify(text)}, which is no media type`)];
  // RFC 8259 8.1: JSON is UTF-8, whatever a parameter says.
  const charset = /;\s*charset="?([^";\s]+)/i.exec(text)?.[1];
  if (!isJson(essence) || charset === undefined || /^utf-?8$/i.test(charset)) return [];
  return [violation(`the charset of JSON is ${charset}, and not UTF-8`)];
}

function checkContent(spec: Spec, at: string, media: Media, essence: string, answer: Answer): Violation[] {
  const { body, isBroken = false } = answer;
  const malformed = (message: string): Violation => ({
    rule: "malformed-body",
    message,
    pointer: `${at}/content`,
  });
  if (!isJson(essence)) return media.schema === undefined ? [] : checkValue(spec, media.schema, body);
  if (isBroken) return [malformed("the body is not UTF-8")];
  if (body.startsWith("\uFEFF")) return [malformed("the body begins with a byte order mark")];
  const verdict = checkText(spec, media.schema, body);
  return [...verdict.problems.map(malformed), ...verdict.violations];
}

const MOST_KEPT = 5000;
const LONGEST_KEPT = 2000;
const verdicts = new WeakMap<Spec, Map<string, Verdict>>();

interface Verdict {
  /** What is wrong with the text, whatever it says. */
  problems: readonly string[];
  violations: readonly Violation[];
}

/** Most errors are alike to the letter. */
function checkText(spec: Spec, schema: string | undefined, text: string): Verdict {
  if (text.length > LONGEST_KEPT) return judge(spec, schema, text);
  const known = verdicts.get(spec) ?? new Map<string, Verdict>();
  verdicts.set(spec, known);
  const key = `${schema} ${text}`;
  const verdict = known.get(key) ?? judge(spec, schema, text);
  if (known.size < MOST_KEPT) known.set(key, verdict);
  return verdict;
}

function judge(spec: Spec, schema: string | undefined, text: string): Verdict {
  const value = parseJson(text);
  if (value === undefined) return { problems: ["the body is not JSON"], violations: [] };
  const violations = schema === undefined ? [] : checkValue(spec, schema, value);
  return { problems: jsonTextProblems(text), violations };
}

/** The value as the document stands, and then that it has nothing more. */
export function checkValue(spec: Spec, schema: string, value: unknown): Violation[] {
  const faults = spec.oracle.faults(schema, value).map(toViolation(value));
  const members = undocumentedMembers(spec, schema, value).map((place) => ({
    rule: "undocumented-member" as const,
    message: `${place} is not documented`,
    pointer: schema,
  }));
  return [...faults, ...members];
}

function toViolation(value: unknown): (fault: SchemaFault) => Violation {
  return ({ instance, message, schema }) => {
    const place = instance === "" ? "the body" : instance;
    return { rule: "schema", message: `${place} ${message}${kindOf(value, instance)}`, pointer: schema };
  };
}

// The kind and not the value, which may be a secret.
function kindOf(value: unknown, instance: string): string {
  const [, ...tokens] = instance.split("/");
  const found = tokens.reduce<unknown>((inner, token) => {
    if (Array.isArray(inner)) return inner[Number(token)];
    return isObject(inner) ? inner[token.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined;
  }, value);
  if (found === null) return " (it is null)";
  return Array.isArray(found) ? " (it is an array)" : ` (it is of type ${typeof found})`;
}
