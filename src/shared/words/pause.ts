import type { Sentence } from './format';

/** Holds the words about a pause of all changes: the banner of every page. */
export const PAUSED = {
  title: 'Changes are paused',
  text: 'This app changes nothing as the privileged user until they’re resumed. Reading still works.',
  help: 'A Confluence administrator can resume them in the settings of Space Steward in Confluence.',
  by: 'Paused on {when} by',
  on: 'Paused on {when}.',
} as const satisfies Record<string, Sentence>;
