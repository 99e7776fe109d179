import { attributes, html, type Markup } from "../markup.ts";

export type GuildOption = {
  readonly id: string;
  readonly name: string;
  /** Whether the bot is a member already, so that it cannot be added. */
  readonly hasBot: boolean;
};

export type GuildChoice = {
  readonly guilds: readonly GuildOption[];
  readonly preselected: string | undefined;
  /** Where something else is asked for too, the bot may wait. */
  readonly isOptional: boolean;
};

export function guildChoice({ guilds, preselected, isOptional }: GuildChoice): Markup {
  const isFull = guilds.every(({ hasBot }) => hasBot);
  const hintId = isFull ? "guild_id-hint" : undefined;
  return html`<div class="field">
  <label for="guild_id">Guild</label>
  <select${attributes({ id: "guild_id", name: "guild_id", required: !isOptional, "aria-describedby": hintId })}>
    <option value="">${isOptional ? "None for now" : "Choose a guild…"}</option>
    ${guilds.map((guild) => option(guild, preselected))}
  </select>
  ${isFull ? html`<p class="hint" id="${hintId}">${reason(guilds)}</p>` : ""}
</div>`;
}

function option({ id, name, hasBot }: GuildOption, preselected: string | undefined): Markup {
  const state = { value: id, selected: id === preselected && !hasBot, disabled: hasBot };
  return html`<option${attributes(state)}>${name}${hasBot ? " (the bot is there already)" : ""}</option>`;
}

function reason(guilds: readonly GuildOption[]): string {
  return guilds.length === 0
    ? "You manage no guild. Ask somebody who does to add the bot."
    : "The bot is in every guild that you manage.";
}
