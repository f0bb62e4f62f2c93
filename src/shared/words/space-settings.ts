import type { BlockedGroup, Manage, PersonOutcome } from '../groups/views';
import type { Sentence } from './format';

type ReadOnly = Exclude<Extract<Manage, { allowed: false }>['reason'], 'paused'>;

const ASK = 'A Confluence administrator can fix it in the settings of this app.';

/** Says who can help while the page is read-only. */
export const READ_ONLY_HELP: Readonly<Record<ReadOnly, string>> = {
  spaceOff:
    'A Confluence administrator can turn it on in the rules of this app. The groups stay as they are meanwhile.',
  personalSpaceOff: 'A Confluence administrator can turn it on in the rules of this app.',
  spaceNotCurrent: 'Restore the space to change its groups, or ask a Confluence administrator to do so.',
  waiting: 'That person must open the settings of this app and accept.',
  notApproved: 'A site administrator can approve them in Atlassian Administration.',
  notConfigured: ASK,
  legacy: ASK,
  lacksPermission: ASK,
  deactivated: ASK,
  left: ASK,
  noAppAccess: ASK,
  unsupportedAccountType: ASK,
  notKnown: ASK,
};

/** Tells the result for one person when several are added or removed. */
export const PERSON_OUTCOMES = {
  added: 'Added.',
  alreadyMember: 'Was already a member.',
  removed: 'Removed.',
  memberNow: 'They’re a member now; it isn’t known whether because of this request.',
  notMemberNow: 'They aren’t a member now; it isn’t known whether because of this request.',
  refused: 'Not changed. {why} {help}',
  failed: 'Not changed. {failure}',
  unknown: 'Not known yet: Confluence’s answer was lost. The audit says within the hour what was found.',
  notAttempted: 'Not tried. Try again.',
} as const satisfies Record<PersonOutcome['outcome'], string>;

/** Says why a group isn't changed, where that is set, and who can change it. */
export const BLOCKED = {
  GROUP_MANAGED_OUTSIDE:
    'It’s managed elsewhere: by your identity provider or as an Atlassian team. Change it there, or ask a site admin.',
  GROUP_NAME_RESERVED:
    'Its name is reserved for Atlassian and administrator groups. A site admin can change or rename it in Atlassian Administration.',
  GROUP_BLOCKED:
    'It’s on the block list, under Rules in the settings of this app. A Confluence administrator can take it off.',
  GROUP_GIVES_ADMIN_ACCESS:
    'It gives admin access, so this app never touches it. A site admin can change it in Atlassian Administration.',
  GROUP_GIVES_PRODUCT_ACCESS:
    'It gives access to an Atlassian product, and a site admin hasn’t acknowledged that for this app. A site admin can take it over with that acknowledgement.',
} as const satisfies Record<BlockedGroup['reason'], string>;

/** Holds the other words of the space page. */
export const SPACE_PAGE = {
  groupsTab: 'Groups',
  auditTab: 'Audit',
  reading: 'Reading the groups of this space',
  readOnly: 'This page is read-only right now',
  whoAccepts: 'Who must accept:',
  privilegedUser: 'Privileged user:',
  ask: 'Ask:',

  // The list of groups.
  groupsOf: 'Groups of {space}',
  members: 'Members',
  actions: 'Actions',
  createdHere: 'Created here',
  takenOver: 'Taken over',
  givesAccess: 'Gives product access',
  noGroups: 'No groups yet',
  noGroupsReadOnly: 'This space doesn’t have any groups. They can be created once the app works again.',
  noGroupsHelp: 'Create one and put people in it. Then give the group permissions in the settings of this space.',
  personalSpace: 'Groups can’t be created in a personal space. Ask a site admin to take over an existing one for it.',

  // Creating a group.
  createGroup: 'Create group',
  create: 'Create',
  name: 'Name',
  nameHelp: 'Letters, digits, hyphen, underscore, dot and space. For example: writers',
  fullName: 'The group’s name will be {name}',
  created: 'Group “{group}” created',
  createdUnsure: 'Group “{group}” is there now',
  createdUnsureText:
    'Confluence’s answer was lost, so it isn’t known whether this request created it. It belongs to this space.',

  // One group.
  back: 'Back to all groups',
  readingGroup: 'Reading the group',
  refused: 'Atlassian refused to change this group',
  refusedText:
    'It happened on {when}, although the privileged user works. You can try again; if it keeps happening, contact a Confluence administrator.',
  goneText: 'If somebody deleted it in Atlassian Administration, you can remove it from the list of this space.',
  forget: 'Remove from list',
  forgotten: 'Removed “{group}” from this list',

  more: 'More',
  export: 'Export',
  blocked: 'This group can’t be changed here',

  // Adding people.
  addPeople: 'Add people',
  peopleToAdd: 'People to add',
  typeNames: 'Type names',
  upTo: { one: 'Up to {n} person at a time.', other: 'Up to {n} people at a time.' },
  add: 'Add to group',
  pickSome: 'Pick at least one person.',
  pickAtMost: { one: 'Pick at most {n} person at a time.', other: 'Pick at most {n} people at a time.' },
  added: '{done} of {total} added',
  stopped: 'Stopped early. {why}',
  notAllowed: 'Not changed: the rules don’t allow it.',

  // Members, and removing them.
  deactivatedStay: 'People who are deactivated aren’t in Confluence’s list and stay in the group.',
  deactivatedHelp:
    'People who are deactivated aren’t in Confluence’s list and stay in the group. To remove one, look them up above.',
  nobody: 'This group doesn’t have any active people.',
  nobodyHere: 'Nobody on this page.',
  range: '{first} to {last} of {total} members',
  select: 'Select',
  selectAll: 'Select all on this page',
  clearSelection: 'Clear selection',
  selected: { one: '{n} selected', other: '{n} selected' },
  person: 'Person',
  addedColumn: 'Added',
  addedBy: 'Added by',
  addedOn: 'on {when}',
  addedOutside: 'Added outside Space Steward',
  closedAccount: 'a closed account',
  remove: 'Remove',
  selectAtMost: {
    one: 'Select at most {n} person to remove them.',
    other: 'Select at most {n} people to remove them at once.',
  },
  previousMembers: 'Previous members',
  nextMembers: 'Next members',
  removed: '{done} of {total} removed',
  addedAll: { one: 'Added {n} person', other: 'Added {n} people' },
  addedSome: 'Added {done} of {total} people',
  removedAll: { one: 'Removed {n} person', other: 'Removed {n} people' },
  removedSome: 'Removed {done} of {total} people',
  details: 'See the top of the page for details.',
  detailsAndUndo: 'See the top of the page for details and to undo it.',
  undo: 'Undo',
  undoAddition: 'Undo this addition?',
  undoAdditionText: {
    one: 'This person loses what {group} gives them:',
    other: 'These people lose what {group} gives them:',
  },
  removePeople: { one: 'Remove {n} person', other: 'Remove {n} people' },
  changedLater: {
    one: '{n} person was changed later and stays as they are.',
    other: '{n} people were changed later and stay as they are.',
  },
  removeYourself: 'Remove yourself from this group?',
  removeMe: 'Remove me',
  removeMeText:
    'You’re among the people to be removed from {group}. You lose whatever this group gives you, here and elsewhere. If that includes administering this space, you can’t add yourself again.',

  // Finding one member.
  findMember: 'Search members',
  typeName: 'Type a name',
  looking: 'Looking',
  member: 'Member',
  notMember: 'Not a member',
  hiddenMember: 'This account is in the group, but Confluence doesn’t show you who it is.',
  hiddenNobody: 'Confluence doesn’t show you anybody with this account ID. Check it.',
  isNotIn: 'isn’t in this group.',
  isIn: 'is in this group.',
  isInDeactivated: 'is deactivated, and still in this group.',
  removeFromGroup: 'Remove from group',
  noWayBack: 'Once removed, they can’t be added back while they’re deactivated.',
  lookUpDeactivated: 'Look up a deactivated person',
  accountId: 'Account ID or profile link',
  lookUp: 'Look up',
  accountIdHelp:
    'The list of people doesn’t offer deactivated accounts. Open the person’s profile and paste its address.',
  accountIdMissing: 'Enter an account ID or the address of a profile.',
  accountIdEmail: 'Enter an account ID or the address of a profile, not an email.',
  accountIdWrong:
    'This isn’t an account ID or the address of a profile. Open the person’s profile and paste its address.',

  // Deleting a group.
  deleteConfirm: 'Delete…',
  countingMembers: 'Counting the members…',
  membersNow: { one: 'It has {n} member now.', other: 'It has {n} members now.' },
  membersNotCounted: 'How many members it has couldn’t be read.',
  notDeletable:
    'This group was taken over: it existed before, and other spaces or products may rely on it. A site admin can allow deleting it, in the settings of this app.',
  deleteTitle: 'Delete this group?',
  deleteGroup: 'Delete group',
  noUndo: 'This can’t be undone',
  noUndoText:
    'Pages restricted only to this group may become visible to everyone in their space. Other spaces and products lose the group too, and with it whatever it gave its members there.',
  typeToConfirm: 'To confirm, type {name}',
  typedName: 'Name of the group',
  typedNameWrong: 'Type the name exactly as it’s shown above.',
  loseIt: 'I’m in this group myself, and I lose what it gives me',
  loseItMissing: 'Confirm that you lose this group too.',
  deleted: 'Group “{group}” deleted',
  goneAlready: 'Group “{group}” was already gone',
  goneUnsure: 'Group “{group}” is gone now',
  goneUnsureText: 'Confluence’s answer was lost, so it isn’t known whether this request deleted it.',

  // The other tabs, and what the foot of the page opens.
  audit: 'Who did what in this space',
  support: 'Support',
  supportReport: 'Support report',
  hideSupport: 'Hide support report',
  writingReport: 'Writing the report',
  privilegedUserState: 'Privileged user: {state}.',
  report: 'Report',
} as const satisfies Record<string, Sentence>;
