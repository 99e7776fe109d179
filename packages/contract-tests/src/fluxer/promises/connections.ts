import type { JsonObject } from "../../engine/json.ts";
import { bearer } from "../world/credentials.ts";
import { promise } from "./promise.ts";

const namesOf = (connections: readonly JsonObject[]) => connections.map(({ name }) => name);

export default promise(
  "Connections are listed to their account alone, and those that it hides to no application",
  async (kit) => {
    const [user, stranger] = [await kit.somebody("connected"), await kit.somebody("unconnected")];
    const client = await kit.client();
    const code = await kit.world.consent(kit.call, user, client, "connections");
    const { access } = await kit.world.exchange(kit.call, client, code);
    for (const [name, more] of [
      ["usual", {}],
      ["hidden", { visibility: 0 }],
      ["shown", { visibility: 1 }],
    ] as const) {
      await kit.read("createConnection", { body: { type: "github", name, ...more } }, user.by);
    }
    const listed = async (by: typeof user.by) =>
      namesOf(await kit.list("listConnections", {}, by)).toSorted();
    kit.same("what the account sees", await listed(user.by), ["hidden", "shown", "usual"]);
    kit.same("what an application sees", await listed(bearer(access)), ["shown", "usual"]);
    kit.same("what another account sees", await listed(stranger.by), []);
  },
);
