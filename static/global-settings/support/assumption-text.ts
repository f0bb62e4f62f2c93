import type { Belief, NotRunReason } from '../../../src/shared/groups/site-checks';

/** What the app assumes about Atlassian, each as a sentence that a site can confirm or not. */
const ASSUMPTION_TEXT: Readonly<Record<Belief, string>> = {
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
  removeAgain: 'Removing somebody who is no member changes nothing.',
  deleteGroup: 'The privileged user can delete a group.',
  deletedGroup: 'A deleted group is no longer found.',
  spaceByKey: 'Your space is found by its key.',
  provingOperation: 'Confluence names the permission that makes you an admin of your space.',
  storageKeyInUse: 'Forge’s storage does not overwrite a value that must be new.',
  storageCondition: 'Forge’s storage refuses a change whose condition does not hold.',
};

const NOT_RUN_TEXT: Readonly<Record<NotRunReason, string>> = {
  noCheckGroup: 'Not tried: there was no test group to try it on.',
  notAdded: 'Not tried: a step before it did not work.',
  callerIsPrivilegedUser:
    'Not tried: you’re the privileged user, who is never put into a group. Pick another person above and run the checks again.',
  memberNotChecked:
    'Not tried: Confluence didn’t say that the person you picked has an active account. Run the checks again in a few minutes, or pick somebody else.',
  noSpaceNamed: 'Not tried: name a space that you administer.',
  spaceNotFound: 'Not tried: the space was not found.',
  unavailable:
    'Not tried: Atlassian, the app’s storage or the audit gave no clear answer. Run the checks again in a few minutes.',
  rateLimited: 'Not tried: Atlassian’s rate limit was reached. Run the checks again in a few minutes.',
  notApproved: 'Not tried: permissions of this app await approval. Ask a site admin to approve them.',
  consentMissing: 'Not tried: you haven’t allowed this app to act for you yet. Reload this page and allow it.',
  privilegedUserChanged:
    'Not tried: the privileged user was removed or replaced while the checks ran. Run the checks again.',
  noLongerAdmin: 'Not tried: you’re no longer a Confluence administrator. Ask one to run the checks.',
  notActing: 'Not tried: Forge wouldn’t act for the privileged user. See the Privileged user tab.',
  noTimeLeft: 'Not tried: Confluence was slow and the time ran out. Run the checks again.',
};

export function assumptionText(belief: Belief): string {
  return ASSUMPTION_TEXT[belief];
}

export function notRunText(why: NotRunReason): string {
  return NOT_RUN_TEXT[why];
}
