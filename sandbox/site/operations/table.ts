// Every operation that the sandbox models. What is not in this table answers 501.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and /v2/intro/,
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/, https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/
import type { Row } from '../call';
import { groupRows } from './groups';
import { commentRows } from './jira/comments';
import { jiraGroupRows } from './jira/groups';
import { issueRows } from './jira/issues';
import { jiraPermissionRows } from './jira/permissions';
import { projectRows } from './jira/projects';
import { jiraUserRows } from './jira/users';
import { customerRows } from './jsm/customers';
import { infoRows } from './jsm/info';
import { organizationUserRows } from './jsm/organization-users';
import { organizationRows } from './jsm/organizations';
import { serviceDeskCustomerRows } from './jsm/service-desk-customers';
import { serviceDeskOrganizationRows } from './jsm/service-desk-organizations';
import { serviceDeskRows } from './jsm/service-desks';
import { membershipRows } from './memberships';
import { permissionRows } from './permissions';
import { roleAssignmentRows } from './role-assignments';
import { roleRows } from './roles';
import { spaceRows } from './spaces';
import { userRows } from './users';

export const rows: readonly Row[] = [
  ...groupRows,
  ...membershipRows,
  ...userRows,
  ...spaceRows,
  ...permissionRows,
  ...roleRows,
  ...roleAssignmentRows,
  ...jiraUserRows,
  ...jiraPermissionRows,
  ...jiraGroupRows,
  ...projectRows,
  ...issueRows,
  ...commentRows,
  ...infoRows,
  ...customerRows,
  ...serviceDeskRows,
  ...serviceDeskCustomerRows,
  ...organizationRows,
  ...organizationUserRows,
  ...serviceDeskOrganizationRows,
];

const patterns = rows.map((row) => ({
  row,
  pattern: new RegExp(`^${row.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The row that serves a request, with the parameters of its path as received. */
export function findRow(method: string, path: string): { row: Row; params: Record<string, string> } | undefined {
  for (const { row, pattern } of patterns) {
    const match = row.method === method ? pattern.exec(path) : null;
    if (match !== null) {
      return { row, params: { ...match.groups } };
    }
  }
  return undefined;
}
