import "../test/support/use-cheap-passwords.ts";
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { privateText } from "./private-text.ts";
import { ConformanceRunner } from "./runner.ts";

/** What Stryker loads. */
export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "conformance", ConformanceRunner),
  declareValuePlugin(PluginKind.Ignore, "private-text", privateText),
];
