import { NOT_SENT } from "./kit.ts";
import { sentBackTo } from "./loopback.ts";
import { rule } from "./rule.ts";

const REGISTERED = ["http://127.0.0.1/cb", "http://[::1]:4000/cb", "https://client.example:8443/cb"];
const TAKEN = ["http://127.0.0.1/cb", "http://127.0.0.1:51004/cb", "http://[::1]:51004/cb"];
const OTHERS = [
  "http://127.0.0.1:51004/other",
  "http://127.0.0.2:51004/cb",
  "http://127.0.0.1:51004/cb?more=1",
  "https://127.0.0.1:51004/cb",
  "https://client.example:9443/cb",
];

export default rule("RFC 8252 7.3", "Only the port of a loopback redirect URI may differ", async (kit) => {
  const { id } = await kit.world.newApplication(kit.call, await kit.owner(), { redirect_uris: REGISTERED });
  const query = await kit.query({ client_id: id, prompt: "none" });
  for (const uri of TAKEN) await kit.authorize({ ...query, redirect_uri: uri }, sentBackTo(uri));
  for (const uri of OTHERS) await kit.authorize({ ...query, redirect_uri: uri }, NOT_SENT);
});
