import { adminResponse } from "../applications/responses.ts";
import { findApplication } from "../applications/store/applications.ts";
import { trustApplication, untrustApplication } from "../applications/trust.ts";
import { occasion } from "../audit/event.ts";
import { readId } from "./arguments.ts";
import { type Command, CommandError } from "./command.ts";
import { quoted, record } from "./text.ts";

export const showApplication: Command = {
  name: "application show",
  takes: "ID",
  summary: "an application, without its secrets",
  details: "  ID  the application's identifier, which is its client_id",
  parse(args) {
    const id = readId(args);
    return async ({ db, print }) => {
      const [application] = await db.read(findApplication, { id });
      if (application === undefined) throw unknown(id);
      print(record(adminResponse(application)));
    };
  },
};

export const trust: Command = {
  name: "application trust",
  takes: "ID",
  summary: "let an application ask for the scope admin",
  details: `  ID  the application's identifier, which is its client_id

A token with the scope admin reads every user, every application and the audit log.`,
  parse(args) {
    const id = readId(args);
    return async (tools) => {
      const application = await trustApplication(tools, occasion(tools, undefined), id);
      if (application === undefined) throw unknown(id);
      tools.print(`Application ${id} ${quoted(application.name)} may now ask for the scope admin.\n`);
    };
  },
};

export const untrust: Command = {
  name: "application untrust",
  takes: "ID",
  summary: "withdraw the scope admin from an application, and what was granted with it",
  details: `  ID  the application's identifier, which is its client_id

Grants that hold admin are revoked at once, with all their codes and tokens. Other grants stay.`,
  parse(args) {
    const id = readId(args);
    return async (tools) => {
      const application = await untrustApplication(tools, occasion(tools, undefined), id);
      if (application === undefined) throw unknown(id);
      tools.print(
        `Application ${id} ${quoted(application.name)} may no longer ask for the scope admin. Revoked grants: ${application.revokedGrants}.\n`,
      );
    };
  },
};

function unknown(id: string): CommandError {
  return new CommandError(
    `There is no application ${id}. If it was deleted, "audit --application ${id}" tells when and by whom.`,
  );
}
