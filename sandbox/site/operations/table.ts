// Every operation that the sandbox models. What is not in this table answers 501.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and /v2/intro/
import type { Row } from '../call';
import { groupRows } from './groups';
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
