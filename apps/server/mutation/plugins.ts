import { registerHooks } from "node:module";
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { privateText } from "./private-text.ts";
import { ConformanceRunner } from "./runner.ts";

const CHEAP = new URL("./cheap-passwords.ts", import.meta.url).href;

/** What the provider imports for its passwords is the same library at another cost. */
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === "@node-rs/argon2" && context.parentURL !== CHEAP ? CHEAP : specifier, context),
});

/** What Stryker loads. */
export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "conformance", ConformanceRunner),
  declareValuePlugin(PluginKind.Ignore, "private-text", privateText),
];
