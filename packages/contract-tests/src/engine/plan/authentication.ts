import { schemesOf } from "../default-adapter.ts";
import type { Authorization } from "../http/request.ts";
import type { Call, Case } from "../run/case.ts";
import type { Expectation } from "../run/expectation.ts";
import type { Operation } from "../spec/operation.ts";
import { type Plan, REFUSED, requestFor } from "./plan.ts";

/** Every operation with no credentials, wrong ones, and right ones that are not enough. */
export function authenticationCases(plan: Plan, operation: Operation): Case[] {
  const { adapter } = plan;
  if (adapter.isPublic(operation)) return [];
  const with_ = (
    name: string,
    expect: Expectation,
    by: (call: Call) => Authorization | Promise<Authorization>,
  ) => credentialCase(plan, operation, name, expect, by);
  return [
    with_("without credentials", adapter.policy.unauthenticated(operation), () => ({})),
    with_("with an unknown scheme", adapter.policy.unknownCredential(operation), () => UNKNOWN_SCHEME),
    ...adapter
      .impostors(operation)
      .map(({ name, authorize, expect }) =>
        with_(`with ${name}`, expect ?? adapter.policy.unknownCredential(operation), authorize),
      ),
    ...wrongKinds(plan, operation),
    ...missingScopes(plan, operation),
  ];
}

const UNKNOWN_SCHEME: Authorization = { headers: { authorization: 'Conformance realm="nowhere"' } };

/** Credentials that are good, but not for this operation. */
function wrongKinds(plan: Plan, operation: Operation): Case[] {
  const taken = new Set(operation.security.flatMap((alternative) => Object.keys(alternative)));
  const others = schemesOf(plan.spec).filter((scheme) => !taken.has(scheme));
  return others.map((scheme) =>
    credentialCase(
      plan,
      operation,
      `with ${scheme}, which it does not take`,
      plan.adapter.policy.wrongKind(operation, scheme),
      (call) => plan.adapter.authorize(call, operation, { [scheme]: plan.adapter.otherScopes(scheme, "") }),
    ),
  );
}

function missingScopes({ adapter, ...rest }: Plan, operation: Operation): Case[] {
  const plan = { adapter, ...rest };
  const needed = operation.security.flatMap((alternative) =>
    Object.entries(alternative).flatMap(([scheme, scopes]) => scopes.map((scope) => ({ scheme, scope }))),
  );
  return needed.map(({ scheme, scope }) =>
    credentialCase(
      plan,
      operation,
      `with ${scheme} without the scope ${scope}`,
      adapter.policy.missingScope(operation, scope),
      (call) => adapter.authorize(call, operation, { [scheme]: adapter.otherScopes(scheme, scope) }),
    ),
  );
}

function credentialCase(
  plan: Plan,
  operation: Operation,
  name: string,
  expect: Expectation,
  by: (call: Call) => Authorization | Promise<Authorization>,
): Case {
  return {
    operation,
    name,
    expects: expect.status,
    run: async (call) => {
      const parts = await requestFor(plan, operation, call, REFUSED);
      await call(operation, parts, { by: await by(call), expect });
    },
  };
}
