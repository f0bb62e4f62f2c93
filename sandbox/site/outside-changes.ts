// Changes that people make outside the app, for scripts: `/_sandbox/changes`. Not part of Atlassian's products.
// Stands for https://support.atlassian.com/user-management/docs/manage-users/
import { z } from 'zod';

import type { Model } from './changes';
import { ACCESS_TYPES, MANAGED_BY } from './people/model';

interface Problem {
  field: string;
  message: string;
}

type Change = z.output<typeof Change>;

const text = z.string().min(1);

const Change = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('renameGroup'), groupId: text, name: text }),
  z.strictObject({ change: z.literal('deleteGroup'), groupId: text }),
  z.strictObject({ change: z.literal('addMember'), groupId: text, accountId: text }),
  z.strictObject({ change: z.literal('removeMember'), groupId: text, accountId: text }),
  z.strictObject({ change: z.literal('setManagedBy'), groupId: text, managedBy: z.enum(MANAGED_BY) }),
  z.strictObject({ change: z.literal('grantAccess'), groupId: text, access: z.enum(ACCESS_TYPES) }),
  z.strictObject({ change: z.literal('changeSpaceKey'), spaceId: text, key: text }),
  z.strictObject({ change: z.literal('setStatus'), accountId: text, status: z.enum(['active', 'inactive', 'closed']) }),
  z.strictObject({ change: z.literal('setSiteAdmin'), accountId: text, isOne: z.boolean() }),
  z.strictObject({
    change: z.literal('setAccessLists'),
    accessLists: z.enum(['complete', 'shortened', 'empty', 'refused']),
  }),
]);

/** Makes one change. If it's malformed or names something unknown, changes nothing and returns the problems. */
export function changeOutside(model: Model, offered: unknown): Problem[] {
  const parsed = Change.safeParse(offered);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  }
  try {
    make(model, parsed.data);
    return [];
  } catch (thrown) {
    return [{ field: '', message: thrown instanceof Error ? thrown.message : String(thrown) }];
  }
}

function make(model: Model, one: Change): void {
  switch (one.change) {
    case 'renameGroup':
      return model.renameGroup(one.groupId, one.name);
    case 'deleteGroup':
      return model.deleteGroup(one.groupId);
    case 'addMember':
      return model.addMember(one.groupId, one.accountId);
    case 'removeMember':
      return model.removeMember(one.groupId, one.accountId);
    case 'setManagedBy':
      return model.setManagedBy(one.groupId, one.managedBy);
    case 'grantAccess':
      return model.grantAccess(one.groupId, one.access);
    case 'changeSpaceKey':
      return model.changeSpaceKey(one.spaceId, one.key);
    case 'setStatus':
      return model.setStatus(one.accountId, one.status);
    case 'setSiteAdmin':
      return model.setSiteAdmin(one.accountId, one.isOne);
    case 'setAccessLists':
      return model.setAccessLists(one.accessLists);
  }
}
