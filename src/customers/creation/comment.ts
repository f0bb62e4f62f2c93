import type { AccountResult, CustomerResult, OrganizationResult, ProjectOutcome } from '../../shared/customers/results';

const TARGET: Record<ProjectOutcome | OrganizationResult['outcome'], string> = {
  added: 'added',
  alreadyThere: 'there already',
  notWanted: 'not wanted here',
  refused: 'refused by Jira',
  notFound: 'not found',
  failed: 'failed',
  unknown: 'not known, Jira did not answer',
  notTried: 'not tried',
};

/** What the person who reads the work item must know: a line for each outcome, without the e-mail address. */
export function commentLines({ account, project, organizations }: CustomerResult): string[] {
  return [
    `Space Steward: ${accountLine(account)}`,
    ...('accountId' in account ? [`Account: ${account.accountId}`] : []),
    ...(isThere(account) ? [`Customer of this project: ${TARGET[project]}.`] : []),
    ...organizations.map(({ organizationId, outcome }) => `Organization ${organizationId}: ${TARGET[outcome]}.`),
  ];
}

function accountLine(account: AccountResult): string {
  switch (account.outcome) {
    case 'created':
      return 'A customer account was created.';
    case 'thereNow':
      return 'There is an account now. Whether it was created just now can’t be said.';
    case 'notConfirmed':
      return `Jira answered, but the account could not be read afterwards (${account.code}). Run the rule again: one email address never gets two accounts.`;
    case 'existed':
      return 'The person has an account already.';
    case 'notAllowed':
      return `No account was created: the rules of this project say no (${account.rule}).`;
    case 'existsNotVisible':
      return 'No account was created: Jira says that one exists, and does not show it.';
    case 'namedByAddress':
      return 'No account was created: Jira says that one exists, and hides its email address. The account below bears the address as its name, which proves nothing (ACCOUNT_NAMED_BY_ADDRESS). An agent can confirm it under Create customers.';
    case 'createdNotFound':
      return 'An account was created, and Jira does not show it. Look for it among the customers.';
    case 'emailRejected':
      return 'No account was created: Jira doesn’t take the email address, or hides the account that has it.';
    case 'failed':
      return `No account was created (${account.code}).`;
    case 'unknown':
      return 'It is not known whether an account was created: Jira did not answer. Run the rule again to find out.';
    case 'notTried':
      return 'No account was created: the time ran out. Run the rule again.';
  }
}

function isThere({ outcome }: AccountResult): boolean {
  return outcome === 'created' || outcome === 'existed' || outcome === 'thereNow';
}
