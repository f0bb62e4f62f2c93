import type { CreatedGroup, SpaceRole } from '../../../src/shared/groups/views';
import type { GroupId } from '../../../src/shared/ids';
import type { Result } from '../../../src/shared/result';
import { SPACE_ACCESS } from '../../../src/shared/words/space-access';
import { answered, callSpaceSettings } from '../../api';
import { failureText } from '../../feedback/failure-text';

/** A group that was created; without the role that was asked for if `notAssigned` says why. */
export interface WithRole extends CreatedGroup {
  notAssigned?: { role: string; why: string };
}

/** A group to be created, perhaps in place of another one. */
export interface GroupToCreate {
  name: string;
  role?: SpaceRole | undefined;
  inPlaceOf?: GroupId;
}

/** Creates a group, then gives it the role. If the role fails, the group is there all the same. */
export async function createWithRole({ name, role, inPlaceOf }: GroupToCreate): Promise<Result<WithRole>> {
  const created = await callSpaceSettings('createGroup', { name: name.trim(), ...(inPlaceOf && { inPlaceOf }) });
  if (!created.ok || role === undefined) return created;
  const { groupId } = created.value;
  const given = await answered(callSpaceSettings('assignRole', { groupId, roleId: role.id }));
  if (given.ok) return created;
  const { title, text } = failureText(given.failure);
  const why = given.failure.code === 'NOT_FOUND' ? SPACE_ACCESS.mayNotGive : `${title}. ${text}`;
  return { ok: true, value: { ...created.value, notAssigned: { role: role.name, why } } };
}
