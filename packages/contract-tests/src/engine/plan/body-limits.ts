import type { Use } from "../adapter.ts";
import type { RequestParts } from "../http/request.ts";
import { isObject } from "../json.ts";
import type { Case } from "../run/case.ts";
import { type Media, type Operation, statusesBelow } from "../spec/operation.ts";
import { basesOf, isRefused, keyOf } from "./body-faults.ts";
import { type Limit, limitsOf } from "./limits.ts";
import { answerTo, fixedBy, type LimitTried } from "./member-knowledge.ts";
import { credentialsFor, knowledgeOf, type Plan, requestFor } from "./plan.ts";

/** One case for each value that a request body may just have, and for each choice that its schema leaves open. */
export function bodyLimitCases(plan: Plan, operation: Operation): Case[] {
  return (operation.body?.content ?? []).flatMap((media) => {
    const { schema } = media;
    return schema === undefined ? [] : chosen(plan, operation, media, schema);
  });
}

interface Chosen {
  name: string;
  member: string;
  /** The recipe's own value of the member is as good. */
  isOwn: boolean;
  value: unknown;
  example: unknown;
}

function chosen(plan: Plan, operation: Operation, media: Media, schema: string): Case[] {
  const bases = basesOf(plan.spec, media);
  const isNamed = Object.keys(media.examples).length > 0;
  const found = new Map<string, Chosen>();
  for (const [name, example] of bases) {
    const suffix = bases.length > 1 ? ` in the example ${name}` : "";
    for (const limit of limitsIn(plan, operation, schema, example)) {
      // The branches of a whole body are what it has examples of.
      if (limit.isBranch && isNamed) continue;
      const value = firstTaken(plan, operation, media, schema, limit);
      if (value === undefined) continue;
      const key = `${limit.member} ${keyOf(memberOf(value, limit.member))}${suffix}`;
      const isOwn = isLivePresence(plan, limit);
      const named = {
        name: limit.name + suffix,
        member: limit.member,
        isOwn,
        example: isNamed ? example : undefined,
      };
      if (!found.has(key)) found.set(key, { ...named, value });
    }
  }
  return [...found.values()].map((each) => limitCase(plan, operation, media, schema, each));
}

function limitsIn(plan: Plan, operation: Operation, schema: string, example: unknown): Limit[] {
  const { spec, adapter, random } = plan;
  const known = (member: string) => knowledgeOf(plan, operation, member);
  return limitsOf(spec, schema, example, { random, formats: adapter.formatLimits, known });
}

/** The first that ajv takes as it is on the wire, and that nobody knows a reason against. */
function firstTaken(plan: Plan, operation: Operation, media: Media, schema: string, limit: Limit): unknown {
  const gap = (value: unknown, reason: string) => {
    plan.gaps.push({ operationId: operation.id, place: media.type, schema, value, side: "at", reason });
    return undefined;
  };
  const value = limit.values.find((each) => !isRefused(plan, operation, media.type, each, schema));
  if (value === undefined) {
    for (const each of limit.values) gap(each, "no value was found there that fits the other keywords too");
    return undefined;
  }
  if (isLivePresence(plan, limit)) return value;
  const reason = fixedBy(knowledgeOf(plan, operation, limit.member), memberOf(value, limit.member));
  return reason === undefined ? value : gap(value, reason);
}

function isLivePresence({ adapter }: Plan, { isPresence, member }: Limit): boolean {
  return isPresence && adapter.liveMembers.has(member);
}

function memberOf(value: unknown, member: string): unknown {
  return member !== "" && isObject(value) ? value[member] : value;
}

function limitCase(plan: Plan, operation: Operation, media: Media, schema: string, limit: Chosen): Case {
  const { name, member, value, isOwn, example } = limit;
  const tried: LimitTried = { member, value: memberOf(value, member) };
  const use: Use = { succeeds: true, limit: tried, ...(example !== undefined && { example }) };
  const answer = isOwn ? undefined : answerTo(knowledgeOf(plan, operation, member), tried.value);
  const expect = answer ?? { status: statusesBelow(operation, 400) };
  return {
    operation,
    name: `takes ${name} (${media.type})`,
    expects: expect.status,
    run: async (call) => {
      const by = await credentialsFor(plan, operation, call, use);
      const parts = await requestFor(plan, operation, call, use);
      const body = merged(limit, parts.body);
      // What lives on this server may not suit the limit; the document's own example then does.
      const isTaken = !isRefused(plan, operation, media.type, body, schema);
      const sent: RequestParts = { ...parts, media: media.type, body: isTaken ? body : value };
      await call(operation, sent, { by, expect, isLimit: true });
    },
  };
}

/** The recipe's own body, with the one member that is tried. */
function merged({ member, value, isOwn }: Chosen, live: unknown): unknown {
  if (member === "" || !isObject(value) || !isObject(live)) return value;
  if (isOwn && Object.hasOwn(live, member)) return live;
  const { [member]: _, ...others } = live;
  return Object.hasOwn(value, member) ? { ...others, [member]: value[member] } : others;
}
