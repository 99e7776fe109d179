import type { Schemas } from "@fluxer-oauth2/contract";
import type { StoredEvent } from "./page.ts";

export function auditLogEntry(event: StoredEvent): Schemas["AuditLogEntry"] {
  return {
    id: event.id,
    action: event.action,
    outcome: event.outcome === "failure" ? "failure" : "success",
    actor_id: event.actorUserId,
    application_id: event.applicationId,
    grant_id: event.grantId,
    request_id: event.requestId,
    created_at: new Date(event.createdAt).toISOString(),
  };
}

/** Without other users: who they are, an application may know only as far as they consented, and of a refusal not at all. */
export function ownerAuditLogEntry(event: StoredEvent, ownerId: string): Schemas["AuditLogEntry"] {
  const { actorUserId } = event;
  return auditLogEntry({ ...event, actorUserId: actorUserId === ownerId ? ownerId : null });
}
