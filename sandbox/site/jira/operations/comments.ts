// Comments of an issue: add and read.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/
import { z } from 'zod';

import { numberParam, choiceParam, readBody, type Answer } from '../../core/call';
import { Refusal, unmodelled } from '../../core/refusal';
import { adfSchema } from '../adf';
import { JIRA_COMMENT_PAGE } from '../limits';
import { type Call, type Row, nextId, type IssueComment } from '../model';
import { holdsInProject } from '../rules';
import { commentJson } from './comment-json';
import { visibleIssue } from './issues';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/comment';
const READ = [
  'read:comment:jira',
  'read:comment.property:jira',
  'read:group:jira',
  'read:project:jira',
  'read:project-role:jira',
  'read:user:jira',
  'read:avatar:jira',
];

/** Marks a comment as visible to the service team only. Many clients send it; Atlassian's documents don't have it. */
const internalProperty = z.strictObject({
  key: z.literal('sd.public.comment'),
  value: z.strictObject({ internal: z.boolean() }),
});
const commentSchema = z
  .object({ body: adfSchema, properties: z.array(internalProperty).max(1).optional() })
  .catchall(z.unknown());

export const commentRows: readonly Row[] = [
  {
    operationId: 'addComment',
    method: 'POST',
    path: PATH,
    scopes: [['write:jira-work'], [...READ, 'write:comment:jira']],
    notModelled: ['expand'],
    handler: addComment,
  },
  {
    operationId: 'getComments',
    method: 'GET',
    path: PATH,
    scopes: [['read:jira-work'], READ],
    notModelled: ['expand'],
    handler: getComments,
  },
];

function addComment(call: Call): Answer {
  const { model, actor, clock } = call;
  const { issue, project } = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
  if (!holdsInProject(model, actor.account, project, 'ADD_COMMENTS')) {
    throw new Refusal(400, 'You do not have the permission to comment on this issue.');
  }
  const { body, properties = [], ...rest } = readBody(call, commentSchema);
  if (Object.keys(rest).length > 0) {
    throw unmodelled(`addComment with ${Object.keys(rest).join(', ')}`);
  }
  const comment: IssueComment = {
    id: nextId(model.jira),
    authorId: actor.account.accountId,
    body,
    createdAt: clock.now(),
    internal: properties.some(({ value }) => value.internal),
  };
  issue.comments.push(comment);
  return { status: 201, json: commentJson(call, issue, comment, project) };
}

function getComments(call: Call): Answer {
  const { issue, project } = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
  const startAt = numberParam(call, 'startAt', 0);
  const maxResults = Math.min(numberParam(call, 'maxResults', JIRA_COMMENT_PAGE), JIRA_COMMENT_PAGE);
  const isReversed = choiceParam(call, 'orderBy', ['created', '-created', '+created']) === '-created';
  const ordered = isReversed ? issue.comments.toReversed() : issue.comments;
  const page = ordered.slice(startAt, startAt + maxResults);
  const comments = page.map((comment) => commentJson(call, issue, comment, project));
  return { status: 200, json: { startAt, maxResults, total: ordered.length, comments }, objects: page.length };
}
