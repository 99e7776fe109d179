// The build of a package that is published: `dist` is the whole package, to be given to `npm publish packages/<name>/dist`.
// In the workspace the packages are used from source, so their own package.json points there; npm has no way to publish
// other entry points than those a package.json names, hence one of its own in dist.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "tsdown";

const root = join(import.meta.dirname, "../..");

interface Publishable {
  /** Source file by the name of its entry point, `index` for the package itself. */
  entry: Record<string, string>;
  /** Built file by the name of its command. */
  bin?: Record<string, string>;
  platform: "neutral" | "node";
}

interface Manifest {
  readonly [member: string]: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Our own packages are built in; what `dependencies` names besides them stays a dependency. */
export function publishable(folder: string, { entry, bin, platform }: Publishable) {
  return defineConfig({
    entry,
    platform,
    dts: { oxc: true },
    deps: { alwaysBundle: [/^@fluxer-oauth2\//] },
    outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
    onSuccess: ({ outDir }) => {
      const manifest = manifestOf(folder, Object.keys(entry), bin);
      writeFileSync(join(outDir, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
      copyFileSync(join(folder, "README.md"), join(outDir, "README.md"));
      copyFileSync(join(root, "LICENSE"), join(outDir, "LICENSE"));
    },
  });
}

function manifestOf(folder: string, entries: string[], bin: Publishable["bin"]) {
  const source: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, description, license, type, sideEffects, engines, dependencies } = source;
  const commands = Object.values(bin ?? {}).map((file) => file.replace(/^\.\/|\.js$/g, ""));
  const paths = entries.filter((entry) => !commands.includes(entry));
  const exports = Object.fromEntries(
    paths.map((path) => [path === "index" ? "." : `./${path}`, target(path)]),
  );
  const foreign = Object.entries(dependencies).filter(
    ([dependency]) => !dependency.startsWith("@fluxer-oauth2/"),
  );
  return {
    ...{ name, version, description, license, type, sideEffects, engines, exports, bin },
    dependencies: Object.fromEntries(foreign),
  };
}

function target(path: string) {
  return { types: `./${path}.d.ts`, default: `./${path}.js` };
}
