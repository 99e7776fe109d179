import { hash } from "node:crypto";
import { readFileSync } from "node:fs";

const body = readFileSync(new URL("./pages.css", import.meta.url), "utf8");

/** The pages' only asset. Its address changes with its content, so that browsers may keep it. */
export const STYLESHEET = {
  body,
  path: `/assets/pages.css?${hash("sha256", body, "base64url").slice(0, 12)}`,
};
