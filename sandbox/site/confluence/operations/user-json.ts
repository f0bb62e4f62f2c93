// A person and a group as Confluence's v1 API writes them.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/
import { listParam } from '../../core/call';
import type { Account, Group } from '../../people/model';
import { mayReadEmail } from '../../people/rules';
import type { Call, Space } from '../model';
import { operationsOnApplication } from '../rules';

export const AVATAR_PATH = '/wiki/aa-avatar/default';

export function groupJson({ url }: Call, { id, name, usageType, managedBy }: Group) {
  const self = `${url.origin}/wiki/rest/api/group/by-id?id=${id}`;
  return { type: 'group', name, id, usageType, managedBy, _links: { self } };
}

/** Writes a person, with `operations` and `personalSpace` expanded on request. A portal customer's type is empty, as v1 has no name for it. */
export function userJson(call: Call, account: Account) {
  const { accountId, name, email, accountType } = account;
  const expand = listParam(call, 'expand');
  const space = personalSpaceOf(call, accountId);
  return {
    type: 'known',
    accountId,
    accountType: accountType === 'customer' ? '' : accountType,
    email: mayReadEmail(call.actor, account) ? email : '',
    publicName: name,
    profilePicture: { path: AVATAR_PATH, width: 48, height: 48, isDefault: true },
    displayName: name,
    isExternalCollaborator: false,
    isGuest: false,
    ...(expand.includes('operations') ? { operations: applicationOperations(call, account) } : {}),
    ...(expand.includes('personalSpace') && space !== undefined ? { personalSpace: spaceV1Json(call, space) } : {}),
    _expandable: { operations: '', personalSpace: '' },
    _links: { self: `${call.url.origin}/wiki/rest/api/user?accountId=${encodeURIComponent(accountId)}` },
  };
}

export function personalSpaceOf({ model }: Call, accountId: string): Space | undefined {
  return [...model.spaces.values()].find(({ type, ownerId }) => type === 'personal' && ownerId === accountId);
}

function applicationOperations({ model }: Call, account: Account) {
  return operationsOnApplication(model, account).map((operation) => ({ operation, targetType: 'application' }));
}

function spaceV1Json({ url }: Call, { id, key, name, type, status }: Space) {
  const self = `${url.origin}/wiki/api/v2/spaces/${id}`;
  return { id: Number(id), key, name, type, status, _expandable: {}, _links: { self } };
}
