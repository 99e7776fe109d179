import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import type { Family } from "./failure.ts";

/** Every operation documents its 500; what that looks like is how the operation tells all its faults. */
export function familyOf(path: string, method: string): Family {
  const content = look(bundle, "paths", path, method, "responses", "500", "content");
  if (look(content, "text/html") !== undefined) return "page";
  const schema = look(content, "application/json", "schema");
  return schema === look(bundle, "components", "schemas", "OAuthError") ? "oauth" : "api";
}

/** What stands at this place, through any references on the way. */
function look(node: unknown, ...path: string[]): unknown {
  if (typeof node !== "object" || node === null) return undefined;
  if ("$ref" in node) return look(bundle, ...String(node.$ref).split("/").slice(1), ...path);
  const [key, ...rest] = path;
  return key === undefined ? node : look(Reflect.get(node, key), ...rest);
}
