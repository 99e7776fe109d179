// For runs of thousands of cases: what the provider imports for its passwords is the same library at another cost.
import { registerHooks } from "node:module";

const CHEAP = new URL("./cheap-passwords.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === "@node-rs/argon2" && !isCheap(context.parentURL) ? CHEAP : specifier, context),
});

/** Of whichever copy, where a module is loaded several times. */
function isCheap(url: string | undefined): boolean {
  return url?.split("?")[0] === CHEAP;
}
