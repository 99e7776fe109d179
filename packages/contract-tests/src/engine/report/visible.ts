// Control characters, those that turn the direction of text or show nothing, lone surrogates and non-characters.
const HIDDEN = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\p{Cs}]/gu;

/**
 * Text from a server as it can safely be shown: what would hide, move or end something in a terminal, an XML file or a page is
 * written as `\u{1b}`. Line breaks and tabs stay.
 */
export function visible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(HIDDEN, (hidden) =>
      /[\t\n]/.test(hidden) ? hidden : `\\u{${hidden.codePointAt(0)?.toString(16)}}`,
    );
}
