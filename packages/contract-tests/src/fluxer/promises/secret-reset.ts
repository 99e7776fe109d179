import { INVALID_TOKEN } from "../flows/steps.ts";
import { reset } from "./client-secrets.ts";
import { hold, mustBeDead, mustLive, ownToken } from "./holdings.ts";
import { promise } from "./promise.ts";

export default promise(
  "A reset without overlap ends every code and token of its application, one with overlap none",
  async (kit) => {
    const [owner, user] = [await kit.somebody("resetter"), await kit.somebody("user")];
    const client = await kit.world.newApplication(kit.call, owner);
    const other = await kit.world.newApplication(kit.call, owner);
    const held = [await hold(kit, user, client), await hold(kit, owner, client)];
    const others = await hold(kit, user, other);
    const own = await ownToken(kit, client);

    const second = await reset(kit, owner, client.id, { overlap_seconds: 3600 });
    for (const each of [...held, others]) await mustLive(kit, each);
    await kit.use(own, { status: [200] });

    const secret = await reset(kit, owner, client.id, {});
    for (const each of held) await mustBeDead(kit, each, secret);
    await kit.use(own, INVALID_TOKEN);
    await mustLive(kit, others);
    kit.same("the new secret", new Set([client.secret, second, secret]).size, 3);
    await kit.use(await ownToken(kit, { id: client.id, secret }), { status: [200] });
    await mustLive(kit, await hold(kit, user, { id: client.id, secret }));
  },
);
