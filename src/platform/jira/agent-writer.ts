// What an agent does in Jira Service Management by his own right.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-organization/
import type { AgentWriter } from '../../domain/customer-ports';
import { AppError } from '../../domain/errors';
import { CALLER } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { internalComment } from './comment-body';

/** An issue's key or id: a rule may be given any text. */
const ISSUE = /^([A-Z][A-Z0-9_]{1,254}-)?\d{1,20}$/;

/** Writes as the caller. See the port for how each fails. */
export const createAgentWriter = (deps: RequestDeps): AgentWriter => ({
  addToOrganization: async (organizationId, accountId) => {
    const request = { path: { organizationId }, body: { accountIds: [accountId] } };
    await send(deps, 'addUsersToOrganization', CALLER, request);
  },
  comment: async (issueKey, lines) => {
    if (!ISSUE.test(issueKey)) throw new AppError({ code: 'NOT_FOUND', what: 'issue' });
    const request = { path: { issueIdOrKey: issueKey }, body: internalComment(lines) };
    const { jsdPublic } = await send(deps, 'addComment', CALLER, request);
    if (jsdPublic === true) deps.log.warn('commentIsPublic', {});
  },
});
