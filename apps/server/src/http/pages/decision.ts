import { checkForm } from "./forms.ts";
import { createLimit } from "./limits.ts";
import type { PageDependencies, PageHandler } from "./page.ts";
import { PageError } from "./page-error.ts";
import type { PageServices } from "./services.ts";
import { tickedPermissions } from "./templates/permissions.ts";

export function createDecision(dependencies: PageDependencies, services: PageServices): PageHandler {
  const count = createLimit("grantOauth2Consent", dependencies);
  return async (request) => {
    const { context, form, session } = request;
    await count(request);
    if (session === undefined) {
      throw new PageError(403, "You are not signed in", "Start again from the application.");
    }
    checkForm(session.token, form.csrf);
    if (form.decision !== "allow" && form.decision !== "deny") {
      throw new PageError(400, "Nothing was decided", "Go back and choose one of the two buttons.");
    }
    const decision = {
      caller: session.caller,
      request: form.request ?? "",
      isAllowed: form.decision === "allow",
      guildId: form.guild_id,
      narrow: (asked: bigint) => tickedPermissions(asked, form),
    };
    return { location: await services.decide(decision, context) };
  };
}
