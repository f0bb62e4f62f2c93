import type { ProvingOperation } from '../groups/proving-operation';
import type { Where } from '../groups/where';
import type { Sentence } from './format';

/** Says in which spaces the app works. */
export const WHERE = {
  only: { label: 'Only these spaces', help: 'The app is off in all other spaces, and in new ones.' },
  except: { label: 'All spaces except these', help: 'The app is on in new spaces.' },
  all: { label: 'All spaces', help: 'The app is on in new spaces, too.' },
} as const satisfies Record<Where['spaces'], { label: string; help: string }>;

/** Names each permission, and the people who are space admins by it. */
export const SPACE_ADMINS: Readonly<Record<ProvingOperation, { label: string; who: string }>> = {
  administer: {
    label: 'Administer the space',
    who: 'Everybody whom Confluence lets administer a space can manage its groups here.',
  },
  manage_users: {
    label: 'Manage users of the space',
    who: 'Everybody whom Confluence lets manage the users of a space can manage its groups here, even if a custom role lets them do nothing else there. Where Confluence doesn’t have such a permission, nobody can.',
  },
};

/** Holds the other words of the site's settings: the page, and its tabs Rules, Audit and Setup. */
export const GLOBAL_PAGE = {
  overviewTab: 'Overview',
  groupsTab: 'Groups',
  rulesTab: 'Rules',
  auditTab: 'Audit',
  setupTab: 'Setup',
  backToOverview: 'Back to Overview',
  reading: 'Reading the settings and checking the privileged user',

  // Audit.
  audit: 'Who did what',
  moreChoices: 'Offer more groups and spaces to filter by',
  hiddenSpace: '{space} (not visible)',

  // Rules.
  readingRules: 'Reading the rules',
  rules: 'Rules',
  rulesText: 'These rules apply to the space admins of the whole site. They take effect at once.',
  saveRules: 'Save rules',
  rulesSaved: 'Rules saved',
  notSaved: 'Not saved yet. Correct the highlighted fields above.',
  pattern: 'Space group pattern',
  patternText:
    'It forms the names of new groups and finds existing ones to take over. A name alone never puts a group into a space.',
  prefix: 'Prefix',
  prefixHelp: 'What a name starts with. SPACEKEY stands for the key of the space.',
  suffix: 'Suffix',
  suffixHelp: 'What a name ends with. Use SPACEKEY once, in the prefix or in the suffix.',
  noExample: 'No example yet: the pattern can’t be used as it stands.',
  example: 'Example: when the admin of space {key} types {typed}, the group’s name is {name}',
  spaceAdmins: 'Space admins',
  provingOperation: 'Permission that makes a space admin',
  provingOperationHelp:
    'Leave this as it is unless space admins are refused. That can happen on sites that use space roles only: then choose the other permission.',
  limits: 'Limits',
  blockList: 'Block list',
  blockListHelp:
    'Groups that nobody can change with this app, one name a line. An asterisk at the end stands for anything: hr-*',
  personalSpaces: 'Personal spaces',
  personalSpacesOn: 'Allow in personal spaces',
  personalSpacesHelp: 'Owners can then edit groups that you take over for their space. They can’t create groups.',
  where: 'Where it works',
  whereLabel: 'Space admins can change groups in',
  noSpacesYet: 'No spaces yet.',
  namedSpace: '{name} ({key})',
  spaceNotShown: 'A space that was deleted, or that you can’t see',
  removeSpace: 'Remove {key}',
  addSpace: 'Add space',
  addSpaceHelp: 'Save the rules when the list is complete.',
  mostGroups: 'Most groups per space',
  mostGroupsHelp: 'A space admin can’t create more: 1 to {most}. You can still take over groups for the space.',
  longestList: 'Longest list',
  longestListHelp: 'How many people a space admin can add or remove with one list: 1 to {most}.',
  supportReaders: 'Who can read the support report',
  supportReadersHelp: 'Besides Confluence administrators. They don’t see anything else of these settings.',

  // Support.
  support: 'Support',
  showSupport: 'Show support report and site checks',
  hideSupport: 'Hide support report and site checks',
  writingReport: 'Writing the report',
  migration: 'Migration',
  health: 'Health',
  privilegedUserState: 'Privileged user: {state}.',
  ticket: 'Report for a support ticket',
  report: 'Report',
  refresh: 'Refresh',
  usage: 'Usage and version',
  counts: 'Groups that belong to spaces: {groups}. Spaces with such groups: {spaces}.',
  countsAtLeast: 'Groups that belong to spaces: at least {groups}. Spaces with such groups: at least {spaces}.',
  unsettled: 'Changes whose result isn’t known yet: {count}.',
  version: 'App version {version}, {environment}.',
} as const satisfies Record<string, Sentence>;
