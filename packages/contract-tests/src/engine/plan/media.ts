import { encodeBody, isForm } from "../http/encode.ts";
import { covers, isJson } from "../http/media-type.ts";
import type { RequestParts } from "../http/request.ts";
import { Unreachable } from "../http/transport.ts";
import { isObject } from "../json.ts";
import { type Case, NotTested } from "../run/case.ts";
import { type Operation, responseFor } from "../spec/operation.ts";
import { faultCase, type Plan } from "./plan.ts";

/** Bodies of another media type, bodies that are not what they claim to be, and bodies that are too large. */
export function mediaCases(plan: Plan, operation: Operation): Case[] {
  if (!operation.body) return [];
  return [
    ...unsupported(plan, operation),
    ...(operation.body.required ? missing(plan, operation) : []),
    ...operation.body.content.flatMap(({ type }) => malformed(plan, operation, type)),
    ...tooLarge(plan, operation),
  ];
}

const COMMON = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=conformance",
  "text/plain",
  "application/xml",
  "application/octet-stream",
];

function unsupported(plan: Plan, operation: Operation): Case[] {
  const types = operation.body?.content.map(({ type }) => type) ?? [];
  // A type that only begins like a documented one is another type.
  const lookalikes = types.flatMap((type) => [`${type}1`, type.replace("/", "/vnd.conformance+")]);
  const foreign = [...COMMON, ...lookalikes].filter((type) => {
    return !types.some((documented) => covers(documented, type.split(";")[0] ?? ""));
  });
  if (!responseFor(operation, 415)) return [];
  return foreign.map((contentType) =>
    faultCase(
      plan,
      operation,
      `as ${contentType}`,
      plan.adapter.policy.unsupportedMediaType(operation),
      (parts) => ({
        ...parts,
        raw: { contentType, text: encodeBody(operation, parts)?.text ?? "" },
      }),
    ),
  );
}

/** Nothing at all may be taken for a body of no type as well as for a broken one. */
function missing(plan: Plan, operation: Operation): Case[] {
  const broken = plan.adapter.policy.malformedBody(operation).status;
  const expect = { status: responseFor(operation, 415) ? [...broken, 415] : broken };
  return [faultCase(plan, operation, "without a body", expect, ({ body: _, ...parts }) => parts)];
}

function malformed(plan: Plan, operation: Operation, media: string): Case[] {
  const expect = plan.adapter.policy.malformedBody(operation);
  // Where a body may be left out, an empty one is none.
  const isRequired = operation.body?.required === true;
  const texts = isJson(media) ? BROKEN_JSON : media === "multipart/form-data" ? BROKEN_MULTIPART : [];
  return texts
    .filter(([, text]) => isRequired || text !== "")
    .map(([name, text]) =>
      faultCase(plan, operation, `with ${name} as ${media}`, expect, (parts) => ({
        ...parts,
        raw: { contentType: media, text },
      })),
    );
}

const BROKEN_JSON = [
  ["half a JSON object", '{"conformance":'],
  ["text that is not JSON", "conformance"],
  ["nothing", ""],
] as const;

const BROKEN_MULTIPART = [["no boundary", "--conformance--\r\n"]] as const;

function tooLarge(plan: Plan, operation: Operation): Case[] {
  const limit = plan.adapter.bodyLimit(operation);
  if (limit === undefined) return [];
  const types = operation.body?.content.map(({ type }) => type) ?? [];
  const expect = plan.adapter.policy.bodyTooLarge(operation);
  return types.map((media) => {
    const name = `with more than ${limit} bytes as ${media}`;
    const spoil = (parts: RequestParts) => ({ ...parts, media, body: padded(media, parts.body, limit) });
    return orClosed(faultCase(plan, operation, name, expect, spoil));
  });
}

/** Still a body that would be taken if it were smaller. */
function padded(media: string, body: unknown, limit: number): unknown {
  const padding = "a".repeat(limit);
  if (isObject(body) && (isJson(media) || isForm(media))) return { ...body, conformance_padding: padding };
  return padding;
}

/** RFC 9110 15.5.14: a server may close the connection on a body that is too large, and nobody sees its answer. */
function orClosed(each: Case): Case {
  const run: Case["run"] = async (call) => {
    try {
      await each.run(call);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      throw new NotTested("the server closes the connection before the whole body is sent");
    }
  };
  return { ...each, run };
}
