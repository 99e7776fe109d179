import { html, type Markup } from "../markup.ts";

const LABELS: Readonly<Record<number, string>> = {
  0: "Create invitations",
  1: "Remove members",
  2: "Ban members",
  3: "Administrator (everything)",
  4: "Manage channels",
  5: "Manage the guild",
  6: "Add reactions",
  7: "Read the audit log",
  8: "Speak with priority",
  9: "Share video",
  10: "See channels",
  11: "Send messages",
  12: "Send messages that are read aloud",
  13: "Manage messages",
  14: "Embed links",
  15: "Attach files",
  16: "Read older messages",
  17: "Mention everyone",
  18: "Use emoji of other guilds",
  20: "Join voice channels",
  21: "Speak",
  22: "Mute members",
  23: "Deafen members",
  24: "Move members between voice channels",
  25: "Speak without a key press",
  26: "Change its nickname",
  27: "Manage nicknames",
  28: "Manage roles",
  29: "Manage webhooks",
  30: "Manage emoji and stickers",
  37: "Use stickers of other guilds",
  40: "Put members in time-out",
  43: "Create emoji and stickers",
  51: "Pin messages",
  52: "Ignore slow mode",
  53: "Set the region of voice channels",
};

/** The one that is all others comes first. */
const ADMINISTRATOR = "3";

/** One box for each permission that is asked for; unticking gives less, and nothing gives more. */
export function permissionBoxes(permissions: bigint): Markup | "" {
  const asked = Object.entries(LABELS)
    .filter(([bit]) => (permissions >> BigInt(bit)) & 1n)
    .toSorted(([a], [b]) => Number(b === ADMINISTRATOR) - Number(a === ADMINISTRATOR));
  if (asked.length === 0) return "";
  return html`<fieldset class="permissions">
  <legend>What the bot may do there</legend>
  ${asked.map(
    ([bit, label]) =>
      html`<label class="${bit === ADMINISTRATOR ? "grave" : ""}"><input type="checkbox" name="${permissionName(bit)}" value="on" checked /><span>${label}</span></label>`,
  )}
</fieldset>`;
}

/** What is left of the permissions asked for, by the boxes that came back ticked. */
export function tickedPermissions(asked: bigint, form: Readonly<Record<string, string>>): bigint {
  const ticked = Object.keys(LABELS).filter((bit) => form[permissionName(bit)] !== undefined);
  return ticked.reduce((left, bit) => left | (asked & (1n << BigInt(bit))), 0n);
}

function permissionName(bit: string): string {
  return `permission_${bit}`;
}
