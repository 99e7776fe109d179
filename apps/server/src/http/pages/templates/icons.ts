import { raw } from "hono/html";
import type { Markup } from "../markup.ts";

// Strokes on a 24 by 24 grid, in the colour of the text around them.
const PATHS = {
  user: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"/>',
  mail: '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="m4 7.5 8 6 8-6"/>',
  guilds:
    '<circle cx="9" cy="9" r="3.25"/><path d="M2.75 19.5c.4-3.4 2.9-5 6.25-5s5.85 1.6 6.25 5"/><path d="M15.5 5.9a3.25 3.25 0 0 1 0 6.2M17.5 14.9c2.2.6 3.5 2.2 3.75 4.6"/>',
  link: '<path d="M9.5 14.5l5-5"/><path d="M11 7.5l2-2a4 4 0 0 1 5.65 5.65l-2 2"/><path d="M13 16.5l-2 2a4 4 0 0 1-5.65-5.65l2-2"/>',
  bot: '<rect x="4" y="8.5" width="16" height="11" rx="3"/><path d="M12 8.5V5"/><circle cx="12" cy="4" r="1"/><path d="M9 13v1.5M15 13v1.5"/>',
  shield:
    '<path d="M12 3l7.5 2.75v5.5c0 4.6-3 8-7.5 9.75-4.5-1.75-7.5-5.15-7.5-9.75v-5.5z"/><path d="M12 8.5v4"/><path d="M12 15.75v.01"/>',
  never: '<circle cx="12" cy="12" r="8.5"/><path d="M6 6l12 12"/>',
  leave:
    '<path d="M14 5h5v5"/><path d="M19 5l-8.5 8.5"/><path d="M18 14v4.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4 18.5v-11A1.5 1.5 0 0 1 5.5 6H10"/>',
  alert: '<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5"/><path d="M12 16v.01"/>',
  done: '<circle cx="12" cy="12" r="9"/><path d="M8 12.25l2.75 2.75L16 9.5"/>',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration: what it shows is also said in words. */
export function icon(name: IconName): Markup {
  return raw(
    `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`,
  );
}
