// Sentences about a group's new name, and about a group that takes another one's place.
import type { Sentence } from './format';

/** Holds the words about renaming a group, and about giving a new group the members of another one. */
export const RENAME = {
  menu: 'Rename…',
  title: 'Rename “{group}”',
  keep: 'Keep everything',
  keepText:
    'A site admin can rename the group in Atlassian Administration. Its members and permissions stay, and this app follows the new name. Send them this message:',
  message: 'Message to a site admin',
  messageText:
    'Please rename the group “{group}” of the space {space}. In Atlassian Administration, open Directory, then Groups: https://admin.atlassian.com',
  replace: 'Or create another group',
  replaceText:
    'The new group gets the members of this one, and then you remove everyone from here. You see both plans before. Permissions and restrictions don’t move: give them to the new group yourself, before you remove anybody.',
  create: 'Create a group with these members',
  inPlaceOf: 'Create a group in place of “{group}”',

  membersFrom: 'Members of another group',
  membersFromHelp: 'Optional. You see who is added before anything changes.',
  nobody: 'Nobody yet',
  notPlanned: 'The new group’s members couldn’t be worked out',

  underWay: '“{by}” takes the place of “{group}”',
  since: 'Since {when}.',
  members: { one: '{n} member', other: '{n} members' },
  counts: '“{group}” has {left}, “{by}” has {there}.',
  addLeft: 'Two steps are left: add the members of “{group}” to “{by}”, then remove everyone from “{group}”.',
  removeLeft:
    'One step is left: remove everyone from “{group}”. Before that, give “{by}” the same permissions, and make sure that nobody is missing in it.',
  addAll: 'See who would be added',
  removeAll: 'See who would be removed',
  openNew: 'Open “{by}” to add them.',
  openOld: 'Open “{group}” to remove everyone from it.',
  keepBoth: 'Keep both groups',
  kept: 'Both groups stay',
  keptText: '“{group}” keeps its members.',
} as const satisfies Record<string, Sentence>;
