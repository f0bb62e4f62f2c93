import type { AutomationActionAnswers } from '../shared/customers/api';
import type { AccountResult, OrganizationResult, ProjectOutcome } from '../shared/customers/results';

/**
 * Holds the outputs that later steps of a rule read as smart values: flat, with the names that manifest.yml declares.
 *
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
 */
export interface ActionOutputs {
  accountId: string | null;
  outcome: AccountResult['outcome'];
  code: string | null;
  project: ProjectOutcome;
  organization: OrganizationResult['outcome'] | null;
  comment: 'written' | 'notWritten' | 'unknown';
}

/** Flattens the result of a rule's request. */
export function outputsOf({ result, commented }: AutomationActionAnswers['createByRule']): ActionOutputs {
  const { account, project, organizations } = result;
  return {
    accountId: 'accountId' in account ? account.accountId : null,
    outcome: account.outcome,
    code: codeOf(account),
    project,
    organization: organizations[0]?.outcome ?? null,
    comment: commentOf(commented),
  };
}

function codeOf(account: AccountResult): string | null {
  if (account.outcome === 'notAllowed') return account.rule;
  if (account.outcome === 'namedByAddress') return 'ACCOUNT_NAMED_BY_ADDRESS';
  if (account.outcome === 'notTried') return account.why ?? null;
  return 'code' in account ? account.code : null;
}

function commentOf(commented: boolean | 'unknown'): ActionOutputs['comment'] {
  if (commented === 'unknown') return 'unknown';
  return commented ? 'written' : 'notWritten';
}
