import type { Answer } from "./check/body.ts";
import type { Authorization, RequestParts } from "./http/request.ts";

import type { LimitTried, MemberKnowledge } from "./plan/member-knowledge.ts";
import type { Call, Case, Exchange } from "./run/case.ts";
import type { CoverageItem } from "./run/coverage.ts";
import { type Expectation, expectStatus } from "./run/expectation.ts";
import type { Alternative, Operation } from "./spec/operation.ts";

/** What a request is for. */
export interface Use {
  /** Whether it is meant to succeed. One that will be refused may use things that others use too. */
  succeeds: boolean;
  /** The documented example that the body is modelled on. */
  example?: unknown;
  /** The value that is about to take the place of the recipe's own, which the rest may have to suit. */
  limit?: LimitTried;
}

/** A case about one operation that only somebody who knows the API can think of. */
export interface NamedCase {
  name: string;
  expect: Expectation;
  request(call: Call): RequestParts | Promise<RequestParts>;
  /** Whose credentials; those of the first security alternative when absent, none when null. */
  by?: ((call: Call) => Authorization | Promise<Authorization>) | null;
}

/** How to call one operation so that it succeeds. */
export interface Recipe {
  request(call: Call, use: Use): RequestParts | Promise<RequestParts>;
  /** In place of the adapter's, for an operation that uses its credentials up. */
  authorize?(call: Call, use: Use): Authorization | Promise<Authorization>;
  cases?: readonly NamedCase[];
  /** What is known of its parameters and of the members of its body, by name. */
  members?: Readonly<Record<string, MemberKnowledge>>;
}

/** Credentials of a right kind that must not be taken. */
export interface Impostor {
  name: string;
  authorize(call: Call): Authorization | Promise<Authorization>;
  /** In place of the policy's answer to unknown credentials. */
  expect?: Expectation;
}

/** What an answer to each kind of fault must be. */
export interface Policy {
  unauthenticated(operation: Operation): Expectation;
  unknownCredential(operation: Operation): Expectation;
  wrongKind(operation: Operation, scheme: string): Expectation;
  missingScope(operation: Operation, scope: string): Expectation;
  invalidParameter(operation: Operation): Expectation;
  malformedBody(operation: Operation): Expectation;
  /** `member`: the top-level member that is at fault, empty for the body as a whole. */
  invalidBody(operation: Operation, member: string): Expectation;
  unsupportedMediaType(operation: Operation): Expectation;
  bodyTooLarge(operation: Operation): Expectation;
  methodNotAllowed: Expectation;
  unknownPath: Expectation;
  /** The schema of the two answers above, which belong to no operation. */
  straySchema: string | undefined;
}

/** Everything that the engine cannot know from the document. Every part has a default that works from it alone. */
export interface Adapter {
  recipe(operation: Operation): Recipe | undefined;
  isPublic(operation: Operation): boolean;
  authorize(
    call: Call,
    operation: Operation,
    alternative: Alternative,
  ): Authorization | Promise<Authorization>;
  impostors(operation: Operation): readonly Impostor[];
  /** Scopes of the scheme that a token may have beside the missing one. */
  otherScopes(scheme: string, scope: string): readonly string[];
  policy: Policy;
  /** Members of examples that only mean something on the server they came from; the recipe's own take their place. */
  liveMembers: ReadonlySet<string>;
  /** Whether the member of a body or a query with this name is not to be shown. */
  isSecret(name: string, value: string): boolean;
  /** Whether a form field without a value is read as absent. */
  emptyIsAbsent(operation: Operation): boolean;
  /** Values that a format must refuse. */
  formatFaults: Readonly<Record<string, readonly unknown[]>>;
  /** Values that are as unusual as a format lets them be. */
  formatLimits: Readonly<Record<string, readonly unknown[]>>;
  /** In bytes; undefined when it is not known. */
  bodyLimit(operation: Operation): number | undefined;
  /** Other spellings of a path that must be answered alike. */
  spellings(operation: Operation): readonly { name: string; spelling: (path: string) => string }[];
  /** What is wrong with an answer that its schema cannot tell. */
  inspect(operation: Operation, answer: Answer): readonly string[];
  /** Why a documented status cannot be had from outside. */
  unreachable(operation: Operation, status: string): string | undefined;
  /** Why a run cannot show this; undefined when it should have. */
  unseen(item: UnseenItem): string | undefined;
  /** Cases about more than one operation. */
  flows: readonly Case[];
  /** Waits until the server takes requests again; false when that would be too long. */
  waitForLimit(seconds: number): Promise<boolean>;
  /** Runs after everything else. Gives what could not be taken away again. */
  cleanUp(call: Call, exchanges: readonly Exchange[]): Promise<readonly string[]>;
}

/** Something of the document that no request showed; `status` where it is about an answer. */
export type UnseenItem = Pick<CoverageItem, "kind" | "operationId" | "pointer" | "name"> & {
  status: string | undefined;
};

export const defaultPolicy: Policy = {
  unauthenticated: () => expectStatus(401),
  unknownCredential: () => expectStatus(401),
  wrongKind: () => expectStatus(401, 403),
  missingScope: () => expectStatus(403),
  invalidParameter: () => expectStatus(400),
  malformedBody: () => expectStatus(400),
  invalidBody: () => expectStatus(400),
  unsupportedMediaType: () => expectStatus(415),
  bodyTooLarge: () => expectStatus(413),
  methodNotAllowed: expectStatus(405),
  unknownPath: expectStatus(404),
  straySchema: undefined,
};
