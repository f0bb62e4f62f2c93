import type { Assumption, NotRunReason } from '../groups/site-checks';
import type { Sentence } from './format';

/** Lists the app's assumptions about Atlassian, each as a sentence that a site confirms or not. */
export const ASSUMPTIONS: Readonly<Record<Assumption, string>> = {
  impersonation: 'Acting as the privileged user yields that account.',
  accountStatus: 'Confluence tells whether the privileged user’s account is active.',
  adminGroupsAsPrivilegedUser: 'Confluence shows the privileged user which groups give admin access.',
  createGroup: 'The privileged user can create a group.',
  nameInUse: 'A second group of the same name is refused.',
  nameInOtherCase: 'A second group of the same name in capital letters is refused.',
  groupByName: 'A new group is found by its name at once.',
  addMember: 'The privileged user can add a person to a group.',
  membershipAtOnce: 'The new membership shows among the person’s groups at once.',
  memberListAtOnce: 'The new member shows in the group’s list, with the right total, at once.',
  addAgain: 'Adding a member again changes nothing.',
  removeMember: 'The privileged user can remove a person from a group.',
  removalAtOnce: 'The removal shows among the person’s groups at once.',
  removeAgain: 'Removing somebody who isn’t a member changes nothing.',
  deleteGroup: 'The privileged user can delete a group.',
  deletedGroup: 'A deleted group is no longer found.',
  spaceByKey: 'Your space is found by its key.',
  provingOperation: 'Confluence names the permission that makes you an admin of your space.',
  storageKeyInUse: 'Forge’s storage doesn’t overwrite a value that must be new.',
  storageCondition: 'Forge’s storage refuses a change whose condition isn’t met.',
};

/** Says why an assumption wasn't tried, and what to do. */
export const NOT_RUN: Readonly<Record<NotRunReason, string>> = {
  noCheckGroup: 'Not tried: there wasn’t a test group to try it on.',
  notAdded: 'Not tried: a check before it failed.',
  callerIsPrivilegedUser:
    'Not tried: you’re the privileged user, who is never put into a group. Pick another person above and run the checks again.',
  memberNotChecked:
    'Not tried: Confluence didn’t say that the person you picked has an active account. Run the checks again in a few minutes, or pick somebody else.',
  noSpaceNamed: 'Not tried: name a space that you administer.',
  spaceNotFound: 'Not tried: the space wasn’t found.',
  unavailable:
    'Not tried: Atlassian, the app’s storage or the audit didn’t give a clear answer. Run the checks again in a few minutes.',
  rateLimited: 'Not tried: Atlassian’s rate limit was reached. Run the checks again in a few minutes.',
  notApproved: 'Not tried: permissions of this app await approval. Ask a site admin to approve them.',
  consentMissing: 'Not tried: you haven’t allowed this app to act for you yet. Reload this page and allow it.',
  changesPaused:
    'Not tried: a Confluence administrator paused all changes while the checks ran. Run them again once changes are resumed.',
  privilegedUserChanged:
    'Not tried: the privileged user was removed or replaced while the checks ran. Run the checks again.',
  noLongerAdmin: 'Not tried: you’re no longer a Confluence administrator. Ask one to run the checks.',
  notActing: 'Not tried: Forge wouldn’t act for the privileged user. See the Setup tab.',
  noTimeLeft: 'Not tried: Confluence was slow and the time ran out. Run the checks again.',
};

/** Holds the other words of the site checks. */
export const SITE_CHECKS = {
  heading: 'Site checks',
  introYou:
    'Space Steward relies on how Confluence and Forge behave, and some of that isn’t documented. These checks try it on this site. The privileged user creates a group named space-steward-check followed by random characters, puts you into it, takes you out and deletes it. Nothing else is changed, and every change is in the audit.',
  introOther:
    'Space Steward relies on how Confluence and Forge behave, and some of that isn’t documented. These checks try it on this site. The privileged user creates a group named space-steward-check followed by random characters, puts the person you pick below into it, takes them out and deletes it. Nothing else is changed, and every change is in the audit.',
  space: 'Space that you administer (optional)',
  spaceHelp: 'Without one, two checks are left out.',
  putMeIn: 'Put me in instead',
  putOtherIn: 'Put somebody else in',
  person: 'Person to put in and take out (optional)',
  typeName: 'Type a name',
  personHelp: 'Without anybody, it’s you.',
  personHelpPrivileged:
    'It can’t be you, because you’re the privileged user. Without anybody, seven checks are left out.',
  run: 'Run site checks',
  running: 'Running the checks. This takes about ten seconds.',
  passed: 'Passed',
  failed: 'Failed',
  notTried: 'Not tried',
  answered: 'This site answered: {answer}.',
  failedTitle: '{count} of {total} checks failed',
  failedText:
    'This site behaves differently from what Space Steward relies on. Send the report below to the support of this app before you rely on it.',
  passedTitle: '{count} of {total} checks passed',
  someText: 'The others couldn’t be tried this time. Each says why below.',
  allText: 'This site behaves as Space Steward expects.',
  report: 'Report of the site checks',
} as const satisfies Record<string, Sentence>;
