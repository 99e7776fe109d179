import { createAccount } from "./accounts/registration.ts";
import { endSession } from "./accounts/sessions.ts";
import { signIn } from "./accounts/sign-in.ts";
import { findUser } from "./accounts/store/users.ts";
import { findApplication } from "./applications/store/applications.ts";
import { occasion } from "./audit/event.ts";
import { createDecide } from "./authorization/decision.ts";
import type { HandlerDependencies } from "./handlers.ts";
import type { PageServices } from "./http/pages/services.ts";

/** What the modules do for the pages; the same as for the operations. */
export function createPageServices(dependencies: HandlerDependencies): PageServices {
  const { db } = dependencies;
  return {
    signIn: (credentials, context) => signIn(dependencies, occasion(dependencies, context), credentials),
    signUp: (account, context) =>
      createAccount(dependencies, occasion(dependencies, context), { ...account, dateOfBirth: null }),
    signOut: (sessionId) => endSession(dependencies, sessionId),
    userName: async (id) => {
      const [user] = await db.read(findUser, { id });
      return user && (user.globalName ?? user.username);
    },
    application: async (id) => {
      const [application] = await db.read(findApplication, { id });
      return application;
    },
    decide: createDecide(dependencies),
  };
}
