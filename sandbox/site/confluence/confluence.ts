// Confluence as the site serves it: its operations, and the conventions of its two REST APIs.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and /v2/intro/
import type { Product } from '../core/product';
import { Refusal } from '../core/refusal';
import { V2_BODY_BYTES } from './limits';
import type { ConfluenceModel } from './model';
import { groupRows } from './operations/groups';
import { membershipRows } from './operations/memberships';
import { permissionRows } from './operations/permissions';
import { roleAssignmentRows } from './operations/role-assignments';
import { roleRows } from './operations/roles';
import { searchRows } from './operations/search';
import { spaceRows } from './operations/spaces';
import { userRows } from './operations/users';
import { isV2, refusalBody } from './refusal-body';
import { canUse } from './rules';

export const confluence: Product<ConfluenceModel> = {
  name: 'confluence',
  serves: (path) => !path.startsWith('/rest/'),
  rows: [
    ...groupRows,
    ...membershipRows,
    ...userRows,
    ...spaceRows,
    ...searchRows,
    ...permissionRows,
    ...roleRows,
    ...roleAssignmentRows,
  ],
  requireUse: (state, account, { path }) => {
    if (!canUse(state, account)) {
      throw isV2(path)
        ? new Refusal(404, 'Not Found')
        : new Refusal(403, 'Current user not permitted to use Confluence');
    }
  },
  refusalBody,
  quota: 'confluence',
  maxBodyBytes: (path) => (isV2(path) ? V2_BODY_BYTES : undefined),
};
