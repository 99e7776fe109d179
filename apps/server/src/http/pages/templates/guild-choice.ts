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

/** Whether there is nothing to choose. */
export function isFull(guilds: readonly GuildOption[]): boolean {
  return guilds.every(({ hasBot }) => hasBot);
}

export function guildChoice({ guilds, preselected, isOptional }: GuildChoice): Markup {
  const hintId = isFull(guilds) ? "guild_id-hint" : undefined;
  return html`<div class="field">
  <label for="guild_id">Guild</label>
  <select${attributes({ id: "guild_id", name: "guild_id", required: !isOptional, "aria-describedby": hintId })}>
    <option value="">${isOptional ? "None for now" : "Choose a guild…"}</option>
    ${guilds.map((guild) => option(guild, preselected))}
  </select>
  ${hintId ? html`<p class="hint" id="${hintId}">${reason(guilds)}</p>` : ""}
</div>`;
}

function option({ id, name, hasBot }: GuildOption, preselected: string | undefined): Markup {
  // The direction of its own keeps a name from turning what stands around it.
  const state = { value: id, dir: "auto", selected: id === preselected && !hasBot, disabled: hasBot };
  return html`<option${attributes(state)}>${name}${hasBot ? " (the bot is there already)" : ""}</option>`;
}

function reason(guilds: readonly GuildOption[]): string {
  return guilds.length === 0
    ? "You manage no guild. Ask somebody who does to add the bot."
    : "The bot is in every guild that you manage.";
}
