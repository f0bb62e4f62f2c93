import type { Sentence } from './format';

/** Holds the words about a pause of all changes: the banner of every page. */
export const PAUSED = {
  title: 'Changes are paused',
  text: 'This app changes nothing as the privileged user until they’re resumed. Reading still works.',
  help: 'A Confluence administrator can resume them in the settings of Space Steward in Confluence.',
  by: 'Paused on {when} by',
  on: 'Paused on {when}.',
} as const satisfies Record<string, Sentence>;

/** Holds the words of the section that pauses all changes and resumes them. */
export const PAUSE = {
  heading: 'Pause all changes',
  intro: 'If something looks wrong, stop every change that this app makes, on all pages and by all scripts, at once.',
  isPaused: 'Changes are paused. Nothing that was refused meanwhile is made up for by itself.',
  pausing: {
    button: 'Pause all changes',
    title: 'Pause all changes?',
    confirm: 'Pause changes',
    text: 'From this moment, the app makes no call as the privileged user. Until an administrator resumes changes, these wait:',
    lists:
      'Lists in progress stop within seconds and wait. Resuming changes doesn’t restart them: each waits until somebody resumes it.',
    more: 'Groups, members, rules and the audit can still be read.',
  },
  resuming: {
    button: 'Resume changes',
    title: 'Resume changes?',
    confirm: 'Resume changes',
    text: 'The app acts as the privileged user again, and people can make changes.',
    more: 'Nothing starts by itself: what was refused must be tried again, and each list that waits is resumed by itself.',
  },
} as const;

/** Lists what waits while changes are paused. */
export const WAITING = [
  'creating and deleting groups, adding and removing people',
  'creating customers, by agents, scripts and automation rules',
  'finding and taking over groups, and choosing a privileged user',
  'checks of the privileged user, and site checks',
] as const;
