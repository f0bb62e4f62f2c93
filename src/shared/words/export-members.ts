import type { Sentence } from './format';

/** Holds the words of exporting a group's members. */
export const EXPORT_MEMBERS = {
  title: 'Export members',
  help: 'A CSV file with account ID, name and group, as Confluence shows them to you. Deactivated people aren’t in it. Nobody is notified.',
  start: 'Export members',
  startAll: { one: 'Export {n} member', other: 'Export {n} members' },
  tooMany:
    'This group has {n} members, and lists of at most {most} can be exported. Ask a site admin: Atlassian Administration exports the members of a group.',
  reading: 'Reading members',
  progress: 'Read {done} of {total}.',
  stopped: 'Stopped. Nothing was exported.',
  nobody: 'There isn’t anybody in this group whom Confluence shows you.',
  ready: { one: '{n} member, {size}', other: '{n} members, {size}' },
  missing: {
    one: '{n} member isn’t in the file: Confluence doesn’t show you who it is.',
    other: '{n} members aren’t in the file: Confluence doesn’t show you who they are.',
  },
  changed: 'The group changed while it was read, so somebody may be missing. Export it again to be sure.',
  file: 'Members as CSV',
  size: '{n} KB',
} as const satisfies Record<string, Sentence>;

/** Holds the words of exporting the members of all groups of a space. */
export const EXPORT_SPACE = {
  title: 'Export all groups',
  help: 'A CSV file with account ID, name and group of everybody in a group of this space, as Confluence shows them to you. They are counted first: up to {most} can be exported together. Nobody is notified.',
  start: 'Export all groups',
  reading: 'Reading the members of all groups',
  counting: { one: 'Found {n} group. Counting members.', other: 'Found {n} groups. Counting members.' },
  progress: 'Read {done} of {total}.',
  stopped: 'Stopped. Nothing was exported.',
  tooMany:
    'The groups of this space have {n} members, and at most {most} can be exported together. Open a group to export its members.',
  ready: {
    one: '{n} member of {groups} groups; {missing} left out, whom Confluence doesn’t show you.',
    other: '{n} members of {groups} groups; {missing} left out, whom Confluence doesn’t show you.',
  },
  leftOut: {
    one: 'Confluence didn’t show {n} group, which isn’t in the file: {groups}.',
    other: 'Confluence didn’t show {n} groups, which aren’t in the file: {groups}.',
  },
  file: 'Members of all groups as CSV',
  name: '{space} groups',
} as const satisfies Record<string, Sentence>;
