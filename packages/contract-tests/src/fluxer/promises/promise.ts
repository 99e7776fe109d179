import {
  type Authorization,
  type Case,
  operationOf,
  type RequestParts,
  type Spec,
} from "../../engine/index.ts";
import { asArray, asObject, type JsonObject, parseJson } from "../../engine/json.ts";
import { shown } from "../../engine/run/shown.ts";
import { createKit, type Kit } from "../rules/kit.ts";
import { session } from "../world/credentials.ts";
import type { Account, World } from "../world/world.ts";

/** Something that the document says in words, which no schema can hold a server to. */
export interface PromiseModule {
  title: string;
  walk(kit: PromiseKit): Promise<void>;
}

/** An account that nobody else uses, with its credentials. */
export type Somebody = Account & { by: Authorization };

export interface PromiseKit extends Kit {
  somebody(name: string): Promise<Somebody>;
  /** An answer that is one object. */
  read(id: string, parts: RequestParts, by?: Authorization): Promise<JsonObject>;
  /** An answer that is a list of objects. */
  list(id: string, parts: RequestParts, by: Authorization): Promise<JsonObject[]>;
  /** Lets the clock go on a little, so that what follows is later than what was before. */
  moment(): Promise<void>;
  /** Says so when a value is not what it should be. */
  same(what: string, value: unknown, wanted: unknown): void;
  /** The same of some members. */
  shows(where: string, body: JsonObject, wanted: JsonObject): void;
}

export function promise(title: string, walk: PromiseModule["walk"]): PromiseModule {
  return { title, walk };
}

export function caseOf({ title, walk }: PromiseModule, spec: Spec, world: World): Case {
  return {
    operation: undefined,
    name: title,
    expects: [],
    run: (call) => walk(createPromiseKit(createKit(spec, world, call))),
  };
}

/** In milliseconds; longer than the tick of a clock. */
const MOMENT = 20;

function createPromiseKit(kit: Kit): PromiseKit {
  const { spec, world, call } = kit;
  const answer = async (id: string, parts: RequestParts, by: Authorization | undefined) =>
    parseJson((await call(operationOf(spec, id), parts, { by, expect: { status: [200] } })).response.body);

  function same(what: string, value: unknown, wanted: unknown): void {
    if (JSON.stringify(value) === JSON.stringify(wanted)) return;
    kit.wrong(`${what} is ${shown(value)}, expected ${shown(wanted)}`);
  }

  return {
    ...kit,
    same,
    shows: (where, body, wanted) => {
      for (const [name, value] of Object.entries(wanted)) same(`${name} in ${where}`, body[name], value);
    },
    somebody: async (name) => {
      const account = await world.newAccount(call, name);
      return { ...account, by: session(account.session) };
    },
    read: async (id, parts, by) => asObject(await answer(id, parts, by)),
    list: async (id, parts, by) => asArray(await answer(id, parts, by)).map(asObject),
    moment: async () => {
      if (world.config.advance) await world.config.advance(MOMENT);
      else await new Promise((resolve) => setTimeout(resolve, MOMENT));
    },
  };
}
