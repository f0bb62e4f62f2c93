import { groupRows } from './confluence/operations/groups';
import { membershipRows } from './confluence/operations/memberships';
import { permissionRows } from './confluence/operations/permissions';
import { roleAssignmentRows } from './confluence/operations/role-assignments';
import { roleRows } from './confluence/operations/roles';
import { spaceRows } from './confluence/operations/spaces';
import { userRows } from './confluence/operations/users';
// Every operation that the sandbox models. What is not in this table answers 501.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and /v2/intro/,
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/, https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/
import type { Row } from './core/call';
import { commentRows } from './jira/operations/comments';
import { jiraGroupRows } from './jira/operations/groups';
import { issueRows } from './jira/operations/issues';
import { jiraPermissionRows } from './jira/operations/permissions';
import { projectRows } from './jira/operations/projects';
import { jiraUserRows } from './jira/operations/users';
import { customerRows } from './jsm/operations/customers';
import { infoRows } from './jsm/operations/info';
import { organizationUserRows } from './jsm/operations/organization-users';
import { organizationRows } from './jsm/operations/organizations';
import { serviceDeskCustomerRows } from './jsm/operations/service-desk-customers';
import { serviceDeskOrganizationRows } from './jsm/operations/service-desk-organizations';
import { serviceDeskRows } from './jsm/operations/service-desks';

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
