// Issues: create and read.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
import { listParam, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import { type Call, type Row, ISSUE_TYPES, issueBy, nextId, projectBy, type Issue, type Project } from '../model';
import { fieldRefusal } from '../refusal-body';
import { canBrowse, holdsInProject } from '../rules';
import { commentJson } from './comment-json';
import { readIssueFields } from './issue-fields';
import { jiraDate, userDetailsJson } from './json';
import { issueTypeJson, projectJson } from './projects';

export const issueRows: readonly Row[] = [
  {
    operationId: 'createIssue',
    method: 'POST',
    path: '/rest/api/3/issue',
    scopes: [
      ['write:jira-work'],
      [
        'write:issue:jira',
        'write:comment:jira',
        'write:comment.property:jira',
        'write:attachment:jira',
        'read:issue:jira',
      ],
    ],
    notModelled: ['updateHistory'],
    handler: createIssue,
  },
  {
    operationId: 'getIssue',
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    scopes: [
      ['read:jira-work'],
      [
        'read:issue-meta:jira',
        'read:issue-security-level:jira',
        'read:issue.vote:jira',
        'read:issue.changelog:jira',
        'read:avatar:jira',
        'read:issue:jira',
        'read:status:jira',
        'read:user:jira',
        'read:field-configuration:jira',
      ],
    ],
    notModelled: ['fieldsByKeys', 'expand', 'properties', 'updateHistory', 'failFast'],
    handler: getIssue,
  },
];

/** Returns an issue with its project. One that the actor may not see is refused as unknown. */
export function visibleIssue({ model, actor }: Call, idOrKey: string): { issue: Issue; project: Project } {
  const issue = issueBy(model.jira, idOrKey);
  const project = model.jira.projects.get(issue?.projectId ?? '');
  if (issue === undefined || project === undefined || !canBrowse(model, actor.account, project)) {
    throw new Refusal(404, 'Issue does not exist or you do not have permission to see it.');
  }
  return { issue, project };
}

function createIssue(call: Call): Answer {
  const { model, actor, clock, url } = call;
  const { project: named, issuetype, summary, description = null } = readIssueFields(call);
  const project = projectBy(model.jira, named.id ?? named.key ?? '');
  if (project === undefined || !holdsInProject(model, actor.account, project, 'CREATE_ISSUES')) {
    throw fieldRefusal(400, { project: 'valid project is required' });
  }
  const type = ISSUE_TYPES.find(({ id, name }) =>
    issuetype.id === undefined ? name === issuetype.name : id === issuetype.id,
  );
  if (type === undefined) {
    throw fieldRefusal(400, { issuetype: 'Specify a valid issue type' });
  }
  project.lastIssue += 1;
  const issue: Issue = {
    id: nextId(model.jira),
    key: `${project.key}-${project.lastIssue}`,
    projectId: project.id,
    typeId: type.id,
    summary,
    description,
    reporterId: actor.account.accountId,
    createdAt: clock.now(),
    comments: [],
  };
  model.jira.issues.set(issue.id, issue);
  const { id, key } = issue;
  return { status: 201, json: { id, key, self: `${url.origin}/rest/api/3/issue/${id}` }, created: id };
}

function getIssue(call: Call): Answer {
  const { issue, project } = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
  const { id, key } = issue;
  const all = fieldsOf(call, issue, project);
  const wanted = listParam(call, 'fields');
  const left = wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1));
  const named = wanted.filter((name) => !name.startsWith('-'));
  const isAll = named.length === 0 || named.some((name) => name.startsWith('*'));
  const fields = Object.fromEntries(
    Object.entries(all).filter(([name]) => (isAll || named.includes(name)) && !left.includes(name)),
  );
  return { status: 200, json: { id, key, self: `${call.url.origin}/rest/api/3/issue/${id}`, fields }, objects: 1 };
}

function fieldsOf(call: Call, issue: Issue, project: Project) {
  const type = ISSUE_TYPES.find(({ id }) => id === issue.typeId) ?? ISSUE_TYPES[0];
  const reporter = call.model.accounts.get(issue.reporterId);
  const reporterJson = reporter === undefined ? null : userDetailsJson(call, reporter);
  const comments = issue.comments.map((comment) => commentJson(call, issue, comment, project));
  return {
    summary: issue.summary,
    description: issue.description,
    issuetype: issueTypeJson(call, type),
    project: projectJson(call, project),
    reporter: reporterJson,
    creator: reporterJson,
    created: jiraDate(issue.createdAt),
    comment: { comments, maxResults: comments.length, total: comments.length, startAt: 0 },
  };
}
