import type { Case, Spec } from "../../engine/index.ts";
import type { World } from "../world/world.ts";
import { createKit, type Kit } from "./kit.ts";

/** A rule from outside the document, and how to find out whether a server keeps it. */
export interface RuleModule {
  clause: string;
  title: string;
  url: string;
  walk(kit: Kit): Promise<void>;
}

/** `clause` as `RFC 6749 4.1.2`; `title` is what it asks of a server, in one sentence of ours. */
export function rule(clause: string, title: string, walk: RuleModule["walk"]): RuleModule {
  return { clause, title, url: urlOf(clause), walk };
}

export function caseOf({ walk, ...about }: RuleModule, spec: Spec, world: World): Case {
  return {
    operation: undefined,
    name: `${about.clause}: ${about.title}`,
    expects: [],
    rule: about,
    run: (call) => walk(createKit(spec, world, call)),
  };
}

const OPENID = "https://openid.net/specs/openid-connect-core-1_0.html";
const OPENID_SECTIONS: Readonly<Record<string, string>> = {
  "3.1.2.1": "AuthRequest",
  "3.1.2.6": "AuthError",
  "5.3.2": "UserInfoResponse",
};

function urlOf(clause: string): string {
  const [, rfc, section] = /^RFC (\d+) ([\d.]+)$/.exec(clause) ?? [];
  if (rfc !== undefined) return `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`;
  const anchor = OPENID_SECTIONS[clause.replace("OpenID Connect Core ", "")];
  if (anchor === undefined) throw new Error(`${clause} is no clause with a known address`);
  return `${OPENID}#${anchor}`;
}
