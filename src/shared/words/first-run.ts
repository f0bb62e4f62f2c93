import type { FirstStep } from '../groups/first-run';
import type { Sentence } from './format';

interface StepWords {
  title: string;
  help: string;
  /** Absent: what is to be done stands here. */
  open?: string;
}

/** Describes the steps that set the app up. */
export const STEPS: Readonly<Record<FirstStep, StepWords>> = {
  privilegedUser: {
    title: 'Choose the privileged user',
    help: 'The account that the app acts as, because Confluence lets only site admins change groups.',
    open: 'Choose the privileged user',
  },
  names: {
    title: 'Decide on names of groups',
    help: 'The pattern puts a space’s key into the names of its groups.',
    open: 'Set the pattern',
  },
  where: {
    title: 'Decide where it works',
    help: 'Until you choose spaces, space admins can’t change groups anywhere.',
    open: 'Choose spaces',
  },
  takeOver: {
    title: 'Take over groups that exist',
    help: 'Their space’s admins can then change who is in them.',
    open: 'Take over groups',
  },
  tell: {
    title: 'Tell space admins',
    help: 'Copy the message, and the list of spaces and groups if you need it.',
  },
};

/** Labels the lozenge of a step. */
export const STEP_STATES = { open: 'To do', done: 'Done', skipped: 'Skipped' } as const;

/** Holds the other words of the first run, on the Overview tab. */
export const FIRST_RUN = {
  heading: 'Set up Space Steward',
  left: { one: '{n} of {all} steps left', other: '{n} of {all} steps left' },
  reading: 'Reading what is left to set up',
  skip: 'Skip',
  skipped: 'Step skipped',
  done: 'I told them',
  doneFlag: 'Step done',

  // Tell space admins.
  message: 'Message',
  messageText:
    'You can now manage the groups of your space in Confluence yourself: create groups, and add and remove people. Open your space, then Space settings, then Groups.\n{site}',
  messageHelp: 'Select all of it and copy it into an email, a page or a chat.',
  list: 'List spaces and groups',
  listing: { one: '{n} group listed so far', other: '{n} groups listed so far' },
  stop: 'Stop',
  csv: 'Spaces and groups (CSV)',
  csvHelp: 'Select all of it and copy it into a file.',
  noGroups: 'No group belongs to a space yet.',

  // Coming from CSUM.
  csum: 'Coming from CSUM?',
  csumText:
    'Paste any JSON of its export. Texts in it that hold the word SPACEKEY are offered as the pattern; nothing else is read or stored.',
  csumField: 'JSON of the export',
  csumFind: 'Find patterns',
  csumNotJson: 'This isn’t JSON. Paste the whole file.',
  csumNone: 'No text in it holds the word SPACEKEY.',
  csumPrefix: 'Use {text} as prefix',
  csumSuffix: 'Use {text} as suffix',
  csumUnusable: '“{text}” can’t be used as it stands: {problem}',
  csumUsed: 'Pattern saved',
} as const satisfies Record<string, Sentence>;
