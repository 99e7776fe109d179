import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { routes } from "@fluxer-oauth2/contract/routes";
import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import { type Requirement, requirementOf } from "./auth.ts";
import type { BodyLimits } from "./body.ts";
import type { Family } from "./failure.ts";
import { familyOf } from "./family.ts";
import type { Limit } from "./limits.ts";

/** What the specification says of one operation, read once at start into the form that a request needs. */
export type Plan = {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  readonly family: Family;
  /** Whether a client authenticates itself, perhaps in the form body. */
  readonly isForClients: boolean;
  /** Undefined where anyone may call, and where a client authenticates. */
  readonly requirement: Requirement | undefined;
  readonly limit: Limit | undefined;
  readonly bodyLimits: BodyLimits;
  /** By media type; empty where no body is taken. */
  readonly bodies: ReadonlyMap<string, z.ZodType>;
  readonly isBodyRequired: boolean;
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  /** The content type of each status that has one. */
  readonly contentTypes: ReadonlyMap<number, string>;
};

type Extensions = {
  readonly "x-client-authentication"?: readonly string[];
  readonly "x-rate-limit"?: Limit;
  readonly "x-max-body"?: number;
};

export function planOf(id: OperationId, defaults: BodyLimits): Plan {
  const { method, path, security, responses } = operationTable[id];
  const extensions: Extensions = operationTable[id].extensions;
  const { request }: RouteConfig = routes[id];
  const isForClients = extensions["x-client-authentication"] !== undefined;
  return {
    id,
    method,
    path,
    family: familyOf(path, method),
    isForClients,
    requirement: isForClients ? undefined : requirementOf(security),
    limit: extensions["x-rate-limit"],
    bodyLimits: { ...defaults, bytes: extensions["x-max-body"] ?? defaults.bytes },
    bodies: bodiesOf(request),
    isBodyRequired: request?.body?.required ?? false,
    params: schemaOf(request?.params),
    query: schemaOf(request?.query),
    contentTypes: contentTypesOf(responses),
  };
}

function bodiesOf(request: RouteConfig["request"]): Map<string, z.ZodType> {
  const content = Object.entries(request?.body?.content ?? {});
  return new Map(
    content.flatMap(([media, node]) =>
      pair(media, node && "schema" in node ? schemaOf(node.schema) : undefined),
    ),
  );
}

function contentTypesOf(responses: Record<string, readonly string[]>): Map<number, string> {
  const statuses = Object.entries(responses);
  return new Map(statuses.flatMap(([status, [media]]) => pair(Number(status), media && withCharset(media))));
}

// JSON has no charset parameter (RFC 8259 11).
function withCharset(media: string): string {
  return media.startsWith("text/") ? `${media}; charset=utf-8` : media;
}

function schemaOf(schema: unknown): z.ZodType | undefined {
  return schema instanceof z.ZodType ? schema : undefined;
}

function pair<K, V>(key: K, value: V | undefined): [K, V][] {
  return value === undefined ? [] : [[key, value]];
}
