import type { AccountResult, CustomerResult } from '../../shared/customers/results';
import { COMMENT, COMMENT_ACCOUNTS, COMMENT_TARGETS, COMMENT_STOPPED } from '../../shared/words/automation-results';
import { whyToOthers } from '../../shared/words/customer-reasons';
import { say } from '../../shared/words/format';

/** Writes the comment for readers of the work item: a line for each step, without the email address. */
export function commentLines({ account, project, organizations }: CustomerResult): string[] {
  return [
    say(COMMENT.title, { account: accountLine(account) }),
    ...('accountId' in account ? [say(COMMENT.account, { accountId: account.accountId })] : []),
    ...(isThere(account) ? [say(COMMENT.project, { outcome: COMMENT_TARGETS[project] })] : []),
    ...organizations.map(({ organizationId, outcome }) =>
      say(COMMENT.organization, { organizationId, outcome: COMMENT_TARGETS[outcome] }),
    ),
  ];
}

function accountLine(account: AccountResult): string {
  switch (account.outcome) {
    case 'notAllowed':
      return say(COMMENT_ACCOUNTS.notAllowed, { why: whyToOthers(account.rule), code: account.rule });
    case 'notConfirmed':
    case 'failed':
      return say(COMMENT_ACCOUNTS[account.outcome], { code: account.code });
    case 'notTried':
      return account.why === undefined ? COMMENT_ACCOUNTS.notTried : say(COMMENT_STOPPED, { code: account.why });
    case 'created':
    case 'existed':
    case 'thereNow':
    case 'existsNotVisible':
    case 'namedByAddress':
    case 'createdNotFound':
    case 'emailRejected':
    case 'unknown':
      return COMMENT_ACCOUNTS[account.outcome];
  }
}

function isThere({ outcome }: AccountResult): boolean {
  return outcome === 'created' || outcome === 'existed' || outcome === 'thereNow';
}
