import "../test/support/use-cheap-passwords.ts";
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { privateText } from "./private-text.ts";
import { ConformanceRunner } from "./runner.ts";
import { SurvivorReporter } from "./survivor-reporter.ts";

/** What Stryker loads. */
export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "conformance", ConformanceRunner),
  declareClassPlugin(PluginKind.Reporter, "survivors", SurvivorReporter),
  declareValuePlugin(PluginKind.Ignore, "private-text", privateText),
];
