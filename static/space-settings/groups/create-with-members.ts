import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupId } from '../../../src/shared/ids';
import type { Result } from '../../../src/shared/result';
import { answered, type Failure } from '../../api';
import { createWithRole, type GroupToCreate, type WithRole } from '../access/create-with-role';
import { planMembersOf } from './plan-members-of';

/** A group to be created. */
export interface NewGroup extends GroupToCreate {
  /** The group whose members it gets; absent: of the one in whose place it's created, if any. */
  from?: GroupId | undefined;
}

/** A group that was created, with the plan of its members or the reason why there is none. */
export interface Created {
  group: WithRole;
  plan?: ChangeView;
  failure?: Failure;
}

/** Creates a group, then plans to add the members of another one. The group stays if they can't be planned. */
export async function createWithMembers({ from, ...wanted }: NewGroup): Promise<Result<Created>> {
  const created = await createWithRole(wanted);
  if (!created.ok) return created;
  const group = created.value;
  const fromGroupId = from ?? wanted.inPlaceOf;
  if (fromGroupId === undefined) return { ok: true, value: { group } };
  const planned = await answered(planMembersOf(fromGroupId, group.groupId));
  return { ok: true, value: { group, ...(planned.ok ? { plan: planned.value } : { failure: planned.failure }) } };
}
