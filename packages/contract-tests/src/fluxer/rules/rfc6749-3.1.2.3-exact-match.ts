import { REDIRECT_URI } from "../world/world.ts";
import { NOT_SENT } from "./kit.ts";
import { rule } from "./rule.ts";

/** What a careless comparison takes for the registered `https://client.example/callback`. */
export const NEARLY: readonly string[] = [
  `${REDIRECT_URI}/`,
  `${REDIRECT_URI}?more=1`,
  `${REDIRECT_URI}#part`,
  `${REDIRECT_URI}/../other`,
  `${REDIRECT_URI}%2f..%2fother`,
  "https://client.example/Callback",
  "https://client.example/%63allback",
  "https://client.example",
  "https://CLIENT.example/callback",
  "https://client.example:443/callback",
  "https://client.example./callback",
  "https://client.example@evil.example/callback",
  "https://user@client.example/callback",
  "https://evil.example/callback",
  "https://client.example.evil.example/callback",
  "http://client.example/callback",
  " https://client.example/callback",
];

export default rule(
  "RFC 6749 3.1.2.3",
  "A redirect URI that differs in one character is not the registered one",
  async (kit) => {
    for (const redirect_uri of NEARLY) await kit.authorize(await kit.query({ redirect_uri }), NOT_SENT);
  },
);
