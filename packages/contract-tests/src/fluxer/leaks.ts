import type { Operation } from "../engine/index.ts";
import { isObject, parseJson } from "../engine/json.ts";

/** Members that hold secrets, by the operations that may show them. The schemas alone allow more. */
const SHOWN_BY: Readonly<Record<string, readonly string[]>> = {
  client_secret: ["createOauth2Application", "resetClientSecret"],
  token: ["createOauth2Application", "resetBotToken", "register", "login"],
  access_token: ["exchangeOauth2Token"],
  refresh_token: ["exchangeOauth2Token"],
  password: [],
};

/** Every secret in an answer that has no business there. */
export function leaks({ id }: Operation, { body }: { body: string }): string[] {
  const found = [...membersOf(parseJson(body))].filter((name) => SHOWN_BY[name]?.includes(id) === false);
  return found.map((name) => `${name} must not be shown here`);
}

function membersOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) membersOf(item, found);
  else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) membersOf(member, found.add(name));
  }
  return found;
}
