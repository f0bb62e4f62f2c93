// Sentences about one list for several groups of a space.
import type { Sentence } from './format';

export const SEVERAL = {
  also: 'Also change the other groups',
  heading: 'Bring a list for several groups',
  help: 'A column “group” says which group each person is listed for, up to {most} groups. Without it, you choose one group.',
  tooManyGroups: 'This list is for {n} groups. Up to {most} at a time: split it.',
  chooseHeading: 'Choose a group',
  noGroup: {
    one: '{n} person is listed without a group. Choose the group that they’re listed for.',
    other: '{n} people are listed without a group. Choose the group that they’re listed for.',
  },
  group: 'Group of this space',
  leaveOut: 'None: leave them out',
  chooseMissing: 'Choose a group.',
  noneHere: 'None of these groups belongs to this space: {groups}.',
  elsewhere: {
    one: '{n} person is left out: this space doesn’t manage their group. {groups}.',
    other: '{n} people are left out: this space doesn’t manage their groups. {groups}.',
  },
  withoutGroup: {
    one: '{n} person without a group is left out.',
    other: '{n} people without a group are left out.',
  },
  tooManyFor: {
    one: '{group} has {count} people in this list. A Confluence administrator allows {n} person with one list.',
    other:
      '{group} has {count} people in this list. A Confluence administrator allows at most {n} people with one list.',
  },
  contradictory: {
    one: '{group}: {n} person is listed to be added and to be removed, and is left out.',
    other: '{group}: {n} people are listed to be added and to be removed, and are left out.',
  },
  planning: 'Working out what will change: {done} of {total} groups',
} as const satisfies Record<string, Sentence>;

/** Holds the words about the plans of several groups, and their results. */
export const SEVERAL_PLANS = {
  title: '{groups}, {people}',
  groups: { one: '{n} group', other: '{n} groups' },
  people: { one: '{n} person', other: '{n} people' },
  ready: 'Ready to start. Nothing has changed yet.',
  notPlanned: 'What would change here couldn’t be worked out. This group stays as it is.',
  apply: { one: 'Make {n} change', other: 'Make {n} changes' },
  applying: 'Starting: {done} of {total} groups. Keep this page open.',
  started: 'Started in {done} of {total} groups. You can close this page: it goes on.',
  finished: 'Finished in {done} of {total} groups.',
  open: 'Open {group}',
  undoHelp: 'To undo a group’s changes, open it.',
} as const satisfies Record<string, Sentence>;
