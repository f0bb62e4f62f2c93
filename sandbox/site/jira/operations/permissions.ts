// Permissions: the caller's own in one context, anybody's in many.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/
import { z } from 'zod';

import { listParam, readBody, requiredParam, type Answer } from '../../core/call';
import { Refusal, unmodelled } from '../../core/refusal';
import type { Account } from '../../people/model';
import { JIRA_CHECKED } from '../limits';
import type { Call, Row, Project } from '../model';
import { isModelled, isProjectPermission, NOT_JUDGED, PERMISSIONS, type PermissionKey } from '../permission-catalogue';
import { fieldRefusal } from '../refusal-body';
import { holds, holdsInProject, isJiraAdmin } from '../rules';
import { visibleIssue } from './issues';
import { visibleProject } from './projects';

const ids = z.array(z.int().nullable()).nullish();
const checkSchema = z.object({
  accountId: z.string().exactOptional(),
  globalPermissions: z.array(z.string().nullable()).nullish(),
  projectPermissions: z
    .array(z.object({ permissions: z.array(z.string()), projects: ids, issues: ids }).nullable())
    .nullish(),
});

export const jiraPermissionRows: readonly Row[] = [
  {
    operationId: 'getMyPermissions',
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    scopes: [['read:jira-work'], ['read:permission:jira']],
    notModelled: ['projectUuid', 'projectConfigurationUuid', 'commentId'],
    handler: getMyPermissions,
  },
  {
    operationId: 'getBulkPermissions',
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    // The document lists an empty classic set, but its text requires this one since 2024.
    scopes: [['read:jira-work'], ['read:permission:jira']],
    handler: getBulkPermissions,
  },
];

function getMyPermissions(call: Call): Answer {
  requiredParam(call, 'permissions');
  const keys = listParam(call, 'permissions').map((key) => permissionNamed(key, () => true));
  const project = contextOf(call);
  const permissions = Object.fromEntries(keys.map((key) => [key, myPermission(call, key, project)]));
  return { status: 200, json: { permissions }, people: keys.length };
}

/** Finds a permission. A key that Jira has and the sandbox doesn't model isn't the caller's mistake. */
function permissionNamed(key: string, isFitting: (key: PermissionKey) => boolean): PermissionKey {
  if (isModelled(key) && isFitting(key)) {
    return key;
  }
  if (NOT_JUDGED.has(key)) {
    throw unmodelled(`the permission ${key}`);
  }
  throw fieldRefusal(400, { [key]: 'Unrecognized permission' });
}

/** Returns the project that the call names, directly or by an issue; undefined if it names none. */
function contextOf(call: Call): Project | undefined {
  const { searchParams } = call.url;
  const issue = searchParams.get('issueId') ?? searchParams.get('issueKey');
  if (issue !== null) {
    return visibleIssue(call, issue).project;
  }
  const project = searchParams.get('projectId') ?? searchParams.get('projectKey');
  return project === null ? undefined : visibleProject(call, project);
}

function myPermission({ model, actor }: Call, key: PermissionKey, project: Project | undefined) {
  const havePermission =
    project !== undefined && isProjectPermission(key)
      ? holdsInProject(model, actor.account, project, key)
      : holds(model, actor.account, key);
  return { key, ...PERMISSIONS[key], havePermission };
}

function getBulkPermissions(call: Call): Answer {
  const { accountId, globalPermissions, projectPermissions } = readBody(call, checkSchema);
  const account = checkedAccount(call, accountId);
  const globals = (globalPermissions ?? [])
    .filter((key) => key !== null)
    .map((key) => permissionNamed(key, (one) => !isProjectPermission(one)));
  const checks = (projectPermissions ?? []).filter((one) => one !== null);
  const json = {
    globalPermissions: globals.filter((key) => holds(call.model, account, key)),
    projectPermissions: checks.flatMap((check) => grantsFor(call, account, check)),
  };
  return { status: 200, json, people: json.globalPermissions.length + json.projectPermissions.length };
}

/** Returns the account to check. An app in its own name isn't an administrator either. */
function checkedAccount({ model, actor }: Call, accountId: string | undefined): Account {
  if (accountId === undefined || accountId === actor.account.accountId) {
    return actor.account;
  }
  if (!isJiraAdmin(model, actor.account)) {
    throw new Refusal(403, 'Only Jira administrators can perform this operation.');
  }
  const account = model.accounts.get(accountId);
  if (account === undefined) {
    throw new Refusal(400, 'The account id is invalid');
  }
  return account;
}

type ProjectCheck = NonNullable<NonNullable<z.output<typeof checkSchema>['projectPermissions']>[number]>;

function grantsFor({ model }: Call, account: Account, { permissions, projects, issues }: ProjectCheck) {
  const keys = permissions.filter((key) => key !== '').map((key) => permissionNamed(key, isProjectPermission));
  if (keys.length === 0) {
    throw new Refusal(400, 'At least one project permission is needed');
  }
  const [projectIds, issueIds] = [projects, issues].map((all) => (all ?? []).filter((id) => id !== null));
  if ([projectIds, issueIds].some((all) => (all?.length ?? 0) > JIRA_CHECKED)) {
    throw new Refusal(400, `At most ${JIRA_CHECKED} projects and ${JIRA_CHECKED} issues can be checked`);
  }

  function isGranted(projectId: string | undefined, key: PermissionKey): boolean {
    const project = model.jira.projects.get(projectId ?? '');
    return project !== undefined && isProjectPermission(key) && holdsInProject(model, account, project, key);
  }

  return keys.map((permission) => ({
    permission,
    projects: projectIds?.filter((id) => isGranted(`${id}`, permission)) ?? [],
    issues: issueIds?.filter((id) => isGranted(model.jira.issues.get(`${id}`)?.projectId, permission)) ?? [],
  }));
}
