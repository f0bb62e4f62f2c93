// Writes in Jira Service Management by an agent's own right.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-organization/
import { AppError } from '../../broker/errors';
import type { AgentWriter } from '../../customers/ports';
import type { OrganizationId } from '../../shared/ids';
import { CALLER } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import { internalComment } from './comment-body';
import { jiraWrites } from './operations';
import { agentWrites } from './service-desk-operations';

/** Matches an issue's key or id: a rule can be given any text. */
const ISSUE = /^([A-Z][A-Z0-9_]{1,254}-)?\d{1,20}$/;

/** Writes as the caller. The port describes how each method fails. */
export function createAgentWriter(deps: RequestDeps): AgentWriter {
  return {
    mayAddToOrganization: (organizationId) => mayAddToOrganization(deps, organizationId),
    addToOrganization: async (organizationId, accountId) => {
      const request = { path: { organizationId }, body: { accountIds: [accountId] } };
      await send(deps, agentWrites.addUsersToOrganization, CALLER, request);
    },
    comment: async (issueKey, lines) => {
      if (!ISSUE.test(issueKey)) throw new AppError({ code: 'NOT_FOUND', what: 'issue' });
      const request = { path: { issueIdOrKey: issueKey }, body: internalComment(lines) };
      const { jsdPublic } = await send(deps, jiraWrites.addComment, CALLER, request);
      if (jsdPublic === true) deps.log.warn('commentIsPublic', {});
    },
  };
}

/**
 * Tells whether the caller may manage organizations. Jira doesn't have a call for that, so this adds nobody: a refusal of the person is a 403, and a Jira that wants at least one
 * account answers 400 to everybody else.
 */
async function mayAddToOrganization(deps: RequestDeps, organizationId: OrganizationId): Promise<boolean> {
  async function addNobody(): Promise<true> {
    await send(deps, agentWrites.addUsersToOrganization, CALLER, {
      path: { organizationId },
      body: { accountIds: [] },
    });
    return true;
  }
  return unless(['ATLASSIAN_REFUSED'], false, () => unless(['UPSTREAM_CONTRACT', 'NOT_FOUND'], true, addNobody));
}
