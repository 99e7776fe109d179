import { rule } from "./rule.ts";

export default rule("RFC 6749 3.3", "The order of scopes does not matter", async (kit) => {
  for (const scope of ["identify guilds bot", "bot guilds identify"]) {
    const given = await kit.token({ grant_type: "client_credentials", scope }, { status: [200] });
    const names = String(given.scope).split(" ").sort().join(" ");
    if (names !== "bot guilds identify") kit.wrong(`for the scope ${scope} there is ${names}`);
  }
});
