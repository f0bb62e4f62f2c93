// Every operation of Jira that the app calls, one row each, with those of Jira Service Management.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import { bothRead, callerReads, type Operation } from '../rest/operation';
import { Comment, GroupList, JiraUser, Permissions, UserList } from './schemas';
import { agentWrites, customerWrites, serviceDeskReads } from './service-desk-operations';

const JIRA = '/rest/api/3';

const READ_APPLICATION_ROLE = 'read:application-role:jira';

const READ_GROUP = 'read:group:jira';

const READ_USER = 'read:user:jira';

const READ_AVATAR = 'read:avatar:jira';

export const jiraReads = {
  getMyPermissions: {
    operationId: 'getMyPermissions',
    api: 'jira',
    method: 'GET',
    path: `${JIRA}/mypermissions`,
    scopes: ['read:permission:jira'],
    ...bothRead,
    about: 'project',
    // Jira without Service Management doesn't know its permissions.
    meanings: { 400: { code: 'NOT_FOUND', what: 'project' } },
    response: Permissions,
  },
  // Confluence has an operation of the same name.
  getJiraUser: {
    operationId: 'getCurrentUser',
    api: 'jira',
    method: 'GET',
    path: `${JIRA}/myself`,
    scopes: [READ_APPLICATION_ROLE, READ_GROUP, READ_USER, READ_AVATAR],
    ...callerReads,
    about: 'account',
    response: JiraUser,
  },
  findUsers: {
    operationId: 'findUsers',
    api: 'jira',
    method: 'GET',
    path: `${JIRA}/user/search`,
    scopes: [READ_USER, 'read:user.property:jira', READ_APPLICATION_ROLE, READ_AVATAR, READ_GROUP],
    ...bothRead,
    about: 'account',
    response: UserList,
  },
  findGroups: {
    operationId: 'findGroups',
    api: 'jira',
    method: 'GET',
    path: `${JIRA}/groups/picker`,
    scopes: [READ_GROUP],
    ...callerReads,
    about: 'group',
    response: GroupList,
  },
} as const satisfies Record<string, Operation>;

export const jiraWrites = {
  addComment: {
    operationId: 'addComment',
    api: 'jira',
    method: 'POST',
    path: `${JIRA}/issue/{issueIdOrKey}/comment`,
    scopes: [
      'read:comment:jira',
      'read:comment.property:jira',
      READ_GROUP,
      'read:project:jira',
      'read:project-role:jira',
      READ_USER,
      'write:comment:jira',
      READ_AVATAR,
    ],
    actsAs: ['caller'],
    retry: 'write',
    about: 'issue',
    response: Comment,
  },
} as const satisfies Record<string, Operation>;

export const jiraOperations = { ...jiraReads, ...jiraWrites, ...serviceDeskReads, ...agentWrites, ...customerWrites };
