import { emitDocument } from "@fluxer-oauth2/contract/document";
import { nextId } from "../lib/time-ordered-id.ts";
import type { Http } from "./http.ts";
import { respond } from "./respond.ts";

/** GET /openapi.json: what this very application registered, made when it is first asked for. */
export function mountDocument(app: Http): void {
  let text: string | undefined;
  app.get("/openapi.json", () => {
    text ??= JSON.stringify(emitDocument(app));
    return respond(200, text, "application/json", nextId(Date.now()));
  });
}
