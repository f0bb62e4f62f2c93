import type { AdoptOutcome } from '../groups/views';
import type { Sentence } from './format';

/** Tells the result for one group to take over. */
export const TAKE_OVER_OUTCOMES: Readonly<Record<Exclude<AdoptOutcome['outcome'], 'refused'>, string>> = {
  adopted: 'Taken over.',
  alreadyRecorded: 'Already belongs to a space.',
};

/** Holds the other words of the Groups tab of the site's settings. */
export const GROUPS_TAB = {
  // Groups that belong to a space.
  groupsBySpace: 'Groups by space',
  readingGroups: 'Reading the groups',
  noGroups: 'No groups yet',
  noGroupsHelp: 'Groups that space admins create are listed here. You can take over existing groups below.',
  findGroups: 'Group name',
  findGroupsHelp: 'The start of the name, such as demo. Capital letters don’t matter.',
  findGroupsButton: 'Find groups',
  named: 'Groups whose name starts with “{name}”',
  foundNoGroups: 'No group found',
  foundNoGroupsHelp: 'Only groups that belong to a space are listed here, and only the start of a name is compared.',
  showAll: 'Show all groups',
  previousGroups: 'Previous groups',
  nextGroups: 'Next groups',
  orphans: 'Some groups lost their space',
  orphansText:
    'Their space is deleted or not visible to you. Transfer such a group to another space, or stop managing it: it then doesn’t belong to any.',
  space: 'Space',
  group: 'Group',
  status: 'Status',
  actions: 'Actions',
  spaceLost: 'Space lost',
  createdBy: 'Created by',
  takenOverBy: 'Taken over by',
  closedAccount: 'a closed account',
  created: 'Created',
  takenOver: 'Taken over',
  givesAccess: 'Gives product access',
  refused: 'Atlassian refused',
  deletable: 'Deleting allowed',
  notDeletable: 'Deleting not allowed',
  forbidDeleting: 'Forbid deleting',
  allowDeleting: 'Allow deleting',
  members: 'Members',
  membersOf: 'Members of {group}',
  readingMembers: 'Reading the members',
  memberCount: { one: '{n} member, as Confluence shows you.', other: '{n} members, as Confluence shows you.' },
  noMembers: 'Nobody is in this group.',
  previousMembers: 'Previous members',
  nextMembers: 'Next members',
  person: 'Person',
  close: 'Close',
  transfer: 'Transfer',
  transferTitle: 'Transfer {group}?',
  transferGroup: 'Transfer group',
  transferText:
    'The admins of the other space can then change this group, and the admins of the present one no longer can. Its name, its members and what it gives them stay as they are.',
  transferKey: 'Key or ID of the other space',
  transferKeyHelp: 'As in the address of the space, for example DEMO',
  transferKeyMissing: 'Enter the key or the ID of a space.',
  transferred: 'Group “{group}” transferred',
  stop: 'Stop managing',
  stopTitle: 'Stop managing {group}?',
  stopText:
    'The group, its members and permissions stay. It only stops belonging to this space, whose admins can no longer change it with this app. A site administrator can take it over again.',
  stopped: 'Stopped managing “{group}”',

  // Existing groups that don't belong to a space.
  candidates: 'Groups you can take over',
  candidatesText:
    'Once you take over an existing group, the admins of its space can edit it. This app can’t see what a group gives in other products, so check there first.',
  find: 'Find groups that match the pattern',
  found: {
    one: '{n} group matches the pattern and doesn’t belong to a space yet.',
    other: '{n} groups match the pattern and don’t belong to a space yet.',
  },
  foundNone: 'No other group matches the pattern.',
  foundNoneYet: 'No match so far. Continue searching.',
  continue: 'Continue searching',
  changedKeys:
    'If a space’s key was changed, groups named after the new key may be missing: only {count} spaces were searched for changed keys.',
  notChecked: 'These groups can’t be taken over right now',
  notCheckedText:
    'Confluence doesn’t show the privileged user which groups give admin access, so this app leaves these groups alone. Try again in a few minutes. If it keeps happening, run the site checks on the Setup tab.',
  matching: 'Groups that match the pattern',
  productAccess: 'Product access',
  accessNotChecked: 'Not checked',
  accessNotFound: 'No product access found',
  takeOver: 'Take over',
  takeOverAll: 'Take over all on this page',
  takeOverOne: 'Take over {group} for space {key}?',
  takeOverSeveral: { one: 'Take over {n} group?', other: 'Take over {n} groups?' },
  takeOverText:
    'The admins of the space can then add people to the group and remove them. People in it have everything it gives, also in other spaces and products: this app can’t see what that is there. Deleting stays off until you allow it.',
  givesAccessOne: 'This group gives product access',
  givesAccessSome: { one: '{n} of them gives product access', other: '{n} of them give product access' },
  givesAccessText: 'Space admins then decide who can use an Atlassian product, which may cost licenses.',
  givesAccessLeftOut: 'Without your consent such groups are left out.',
  acknowledge: 'I know that membership gives product access',
  acknowledgeMissing: 'Confirm this to go on.',
  takenOverCount: '{done} of {total} taken over',
  outcome: '{group}: {outcome}',
  notTakenOver: 'Not taken over. {why} {help}',
  notTakenOverRules: 'Not taken over: the rules don’t allow it.',
  notTakenOverGone: 'Not taken over: the group no longer exists.',
  notTakenOverSpace: 'Not taken over: the space no longer exists, or you can’t see it.',

  // Confirming that one is a site admin.
  siteAdminUntil: 'You’re confirmed as a site admin until {when}.',
  siteAdminNeeded:
    'Only a site admin can take over or transfer groups, or let space admins delete groups that were taken over.',
  confirmSiteAdmin: 'Confirm that you’re a site admin',
  confirm: 'Confirm',
  confirmText:
    'Nobody can lend rights that they don’t have. To see that you can manage groups on this site, the app creates an empty group as you, named space-steward-check followed by random characters, and deletes it at once. If an earlier check left such a group behind, it deletes that too. Your organization’s audit log shows it.',
  confirmLasts: 'The confirmation lasts for an hour.',
  notSiteAdmin: 'Atlassian doesn’t let you manage groups',
  notSiteAdminText: 'Nothing was changed. Ask a site admin to open this page and do it.',
  tooOften: 'Try again in {wait}',
  tooOftenText:
    'Nothing was created. Each person can confirm once a minute, and all admins of this site together five times an hour.',
  seconds: { one: '{n} second', other: '{n} seconds' },
  minutes: { one: '{n} minute', other: '{n} minutes' },
} as const satisfies Record<string, Sentence>;
