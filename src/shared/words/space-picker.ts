import type { Sentence } from './format';

/** Holds the words of the field that finds a space. */
export const SPACE_PICKER = {
  placeholder: 'Type a name or a key',
  option: '{name} ({key})',
  foundBy: '{name} ({key}), found by {typed}',
  none: 'No space found. Type the start of a word of its name, or its key.',
  more: 'There are more. Type more of the name.',
} as const satisfies Record<string, Sentence>;
