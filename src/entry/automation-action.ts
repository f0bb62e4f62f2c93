import { createAndComment } from '../customers/creation/create-and-comment';
import type { InProject } from '../customers/in-project';
import type { AutomationActionAnswers } from '../shared/customers/api';
import { automationActionPayloads as payloads } from '../shared/customers/payloads';
import type { ApiError, ForbiddenReason } from '../shared/result';
import { RULE_FAILURES, RULE_LOG, RULE_REASONS } from '../shared/words/automation-results';
import { say } from '../shared/words/format';
import { REASONS } from '../shared/words/reasons';
import { outputsOf, type ActionOutputs } from './action-outputs';
import { at, projectClaimOf, whoCalls } from './call/caller';
import { createGuard, type GuardParts } from './call/guard';
import { proveAgent } from './call/jira-proofs';
import type { Prove } from './call/proofs';
import type { Table } from './call/row';

/** Lists every automation action. */
export const automationAction: Table<typeof payloads, InProject, AutomationActionAnswers> = {
  createByRule: { payload: payloads.createByRule, action: 'createCustomer', run: createAndComment },
};

/** Proves the project of the work item, for the owner of the rule's connection. */
const proveAutomation: Prove<InProject> = (ports, { projectClaim }, caller) =>
  proveAgent(ports, projectClaim, caller, 'rule');

/** Holds the answer to Automation, whose errors it shows in the rule's log: https://developer.atlassian.com/platform/forge/manifest-reference/modules/rovo-action/ */
type ActionAnswer = ActionOutputs | { errors: { message: string }[] };

/** Makes the automation action "Create portal customer". Its input is text that customers may have written. */
export function createAutomationAction(parts: Omit<GuardParts<InProject>, 'prove'>) {
  const guard = createGuard({ ...parts, prove: proveAutomation });
  return async (inputs: unknown, platform: unknown): Promise<ActionAnswer> => {
    const done = await guard(
      {
        functionKey: 'createByRule',
        payload: {
          issueKey: at(inputs, 'issueKey'),
          email: at(inputs, 'email'),
          displayName: at(inputs, 'displayName'),
          organizationId: at(inputs, 'organizationId'),
        },
        ...whoCalls(platform),
        spaceClaim: undefined,
        projectClaim: projectClaimOf(projectKeyIn(at(inputs, 'issueKey'))),
      },
      automationAction.createByRule,
    );
    if (!done.ok) return { errors: [{ message: messageOf(done.error) }] };
    // The table has one row, and this is its answer.
    return outputsOf(done.value as AutomationActionAnswers['createByRule']);
  };
}

function projectKeyIn(issueKey: unknown): unknown {
  return typeof issueKey === 'string' ? issueKey.slice(0, issueKey.lastIndexOf('-')) : undefined;
}

function messageOf(error: ApiError): string {
  const { code } = error;
  if (code === 'INVALID_INPUT') {
    const problems = error.fields.map(({ field, message }) => say(RULE_LOG.invalid, { field, problem: message }));
    return problems.join(' ') || RULE_LOG.invalidInput;
  }
  return code === 'FORBIDDEN'
    ? say(RULE_LOG.notAllowed, { code: error.reason, why: whyNot(error.reason) })
    : say(RULE_LOG.notDone, { code, why: RULE_FAILURES[code] });
}

function whyNot(reason: ForbiddenReason): string {
  const ofOwner: Partial<Record<ForbiddenReason, string>> = RULE_REASONS;
  return ofOwner[reason] ?? REASONS[reason].why;
}
