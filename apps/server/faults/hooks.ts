import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesOf, type Patch, patched, SOURCE } from "./patch.ts";

const FAULT = "fault";
/** The modules that a fault gets its own copy of: what is loaded twice must not be met in two versions by one server. */
const COPIED = ["../src/", "../test/support/", "./provider.ts"].map(
  (path) => new URL(path, import.meta.url).href,
);

export interface Hooks {
  /** The names of the faults whose changed file was loaded in this process. */
  readonly loaded: ReadonlySet<string>;
}

/**
 * Lets a module be asked for as `./provider.ts?fault=name`, and everything of this server that it imports follows with the
 * same name, so that several faults live in one process beside each other. With `everywhere` the whole process has the fault.
 */
export function registerFaults(patches: readonly Patch[], everywhere?: Patch): Hooks {
  const loaded = new Set<string>();
  const byName = new Map(patches.map((patch) => [patch.name, patch]));
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const fault = faultOf(context.parentURL);
      const isMissing = fault !== undefined && faultOf(found.url) === undefined;
      return isMissing && isCopied(found.url) ? { ...found, url: `${found.url}?${FAULT}=${fault}` } : found;
    },
    load(url, context, next) {
      const fault = faultOf(url);
      const patch = fault === undefined ? everywhere : byName.get(fault);
      if (fault !== undefined && patch === undefined) throw new Error(`there is no fault ${fault}`);
      const [plain = url] = url.split("?");
      const file = patch && filesOf(patch).find((each) => urlOf(each) === plain);
      if (patch === undefined || file === undefined) return next(url, context);
      loaded.add(patch.name);
      return { format: "module-typescript", source: patched(patch, file), shortCircuit: true };
    },
  });
  return { loaded };
}

function isCopied(url: string): boolean {
  return COPIED.some((prefix) => url.startsWith(prefix));
}

function faultOf(url: string | undefined): string | undefined {
  const query = url?.split("?")[1];
  return query === undefined ? undefined : (new URLSearchParams(query).get(FAULT) ?? undefined);
}

function urlOf(file: string): string {
  return pathToFileURL(join(SOURCE, file)).href;
}
