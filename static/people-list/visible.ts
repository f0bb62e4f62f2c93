/** Blanks, and what shows nothing: marks of direction, joiners, byte order marks. https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point */
const SHOWN = String.raw`[^\s\p{C}\p{DI}]`;
/** A variation selector belongs to the character before it. */
const FROM_FIRST_TO_LAST = new RegExp(String.raw`${SHOWN}(?:[^]*${SHOWN})?\p{VS}?`, 'u');

/** Returns a text without blanks and hidden characters around it. */
export function visible(text: string): string {
  return FROM_FIRST_TO_LAST.exec(text)?.[0] ?? '';
}

/** Returns a text without any hidden character, inside or around. */
export function withoutHidden(text: string): string {
  return text.replaceAll(/[\p{C}\p{DI}]/gu, '');
}

/** Returns a name as it's seen: without hidden characters, but for joiners between letters, by which some languages spell. */
export function spelled(name: string): string {
  if (!/\p{C}/u.test(name)) return name;
  return name.replaceAll(/([\p{L}\p{M}][\u200c\u200d](?=[\p{L}\p{M}]))|\p{C}/gu, '$1').trim();
}

/** Tells whether a line holds more than marks and blanks. */
export function namesSomething(line: string): boolean {
  return /[\p{L}\p{N}@]/u.test(line);
}
