import type { Transaction, Work } from "../db/database.ts";
import { ADMINISTRATOR, KNOWN_PERMISSIONS, MANAGE_GUILD } from "../lib/permissions.ts";
import {
  findGuild,
  findMember,
  type Guild,
  type Membership,
  type Role,
  selectMemberRoleIds,
  selectRoles,
} from "./store/guilds.ts";

/** What a member may do in the guild; undefined for somebody who is no member, and where there is no guild. */
export function* memberPermissions(tx: Transaction, membership: Membership): Work<bigint | undefined> {
  const [guild] = yield* tx.run(findGuild, { id: membership.guildId });
  const [member] = yield* tx.run(findMember, membership);
  if (guild === undefined || member === undefined) return undefined;
  const given = new Set((yield* tx.run(selectMemberRoleIds, membership)).map(({ id }) => id));
  const roles = yield* tx.run(selectRoles, membership);
  return permissionsIn(
    guild,
    membership.userId,
    roles.filter(({ id }) => id === guild.id || given.has(id)),
  );
}

/** The union of what the member's roles allow, the one that everybody has included; the owner may do everything. */
export function permissionsIn(guild: Guild, userId: string, roles: readonly Role[]): bigint {
  if (guild.ownerId === userId) return KNOWN_PERMISSIONS;
  return roles.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
}

/** An administrator may do everything, so the bit stands for every other. */
export function mayManageGuild(permissions: bigint): boolean {
  return (permissions & (MANAGE_GUILD | ADMINISTRATOR)) !== 0n;
}
