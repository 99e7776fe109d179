import { formats } from "@fluxer-oauth2/contract/formats";
import { auditLogEntry } from "../audit/entry.ts";
import { type EventQuery, listEvents, type StoredEvent } from "../audit/page.ts";
import { checkId, readOptions } from "./arguments.ts";
import { type Command, UsageError } from "./command.ts";
import { cell, quoted, table } from "./text.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 1000;

const OPTIONS = {
  application: { type: "string" },
  user: { type: "string" },
  action: { type: "string" },
  since: { type: "string" },
  before: { type: "string" },
  limit: { type: "string" },
  json: { type: "boolean" },
} as const;

export const audit: Command = {
  name: "audit",
  takes: "[options]",
  summary: "what happened, latest first",
  details: `  --application ID  only what concerns this application
  --user ID         only what this user did
  --action NAME     only this action, for example application.trust
  --since TIME      only from then on: 2026-11-22, or 2026-11-22T10:00:00Z
  --before ID       only what came before this event, for the next page
  --limit N         how many events at most, 1 to ${MAX_LIMIT} (${DEFAULT_LIMIT})
  --json            one JSON object on each line

Events never hold a secret. One without an actor was done by a client, the provider or its operator.`,

  parse(args) {
    const values = readOptions(args, OPTIONS);
    const query: EventQuery = {
      applicationId: checked(values.application, (id) => checkId("--application", id)),
      actorUserId: checked(values.user, (id) => checkId("--user", id)),
      action: values.action,
      since: checked(values.since, checkTime),
      before: checked(values.before, (id) => checkId("--before", id)),
      limit: checked(values.limit, checkLimit) ?? DEFAULT_LIMIT,
    };
    return async ({ db, print, remark }) => {
      const events = await listEvents(db, query);
      print(values.json ? events.map(jsonLine).join("") : eventTable(events));
      if (events.length === 0) remark("No event matches.\n");
      if (events.length === query.limit) remark(`For what came before, add: --before ${events.at(-1)?.id}\n`);
    };
  },
};

function entryOf(event: StoredEvent) {
  return { ...auditLogEntry(event), address: event.address };
}

function jsonLine(event: StoredEvent): string {
  return `${JSON.stringify(entryOf(event))}\n`;
}

function eventTable(events: readonly StoredEvent[]): string {
  if (events.length === 0) return "";
  const head = "TIME ACTION OUTCOME ACTOR APPLICATION GRANT REQUEST ADDRESS ID".split(" ");
  return table([head, ...events.map(cells)]);
}

function cells(event: StoredEvent): string[] {
  const entry = entryOf(event);
  const { created_at, action, outcome, actor_id, application_id, grant_id, request_id, address, id } = entry;
  const row = [created_at, action, outcome, actor_id, application_id, grant_id, request_id, address, id];
  return row.map(cell);
}

function checked<T>(text: string | undefined, check: (text: string) => T): T | undefined {
  return text === undefined ? undefined : check(text);
}

function checkTime(text: string): number {
  if (formats["date-time"].validate(text) || formats.date.validate(text)) return Date.parse(text);
  throw new UsageError(
    `--since must be a day or a time with its zone, as in 2026-11-22T10:00:00Z, and not ${quoted(text)}.`,
  );
}

function checkLimit(text: string): number {
  const limit = /^[0-9]{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new UsageError(`--limit must be a whole number from 1 to ${MAX_LIMIT}, and not ${quoted(text)}.`);
}
