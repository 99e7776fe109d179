import { text } from "../world/ask.ts";
import { promise } from "./promise.ts";

const DEFAULTS = { bot_public: true, bot_require_code_grant: false, redirect_uris: [] };

export default promise(
  "Settings that are left out have their documented defaults, and names no white space around them",
  async (kit) => {
    const { by } = await kit.somebody("default");
    for (const more of [{}, { redirect_uris: null }]) {
      const body = { name: " \tConformance ", ...more };
      const made = await kit.read("createOauth2Application", { body }, by);
      kit.shows("the new application", made, { name: "Conformance", ...DEFAULTS });
      const change = { path: { id: text(made, "id") }, body: { name: "\n Renamed " } };
      const renamed = await kit.read("updateApplication", change, by);
      kit.shows("the renamed application", renamed, { name: "Renamed", ...DEFAULTS });
    }
  },
);
