import type { ChangeView } from '../../../src/shared/groups/changes';
import type { SpaceRole } from '../../../src/shared/groups/views';
import type { GroupId } from '../../../src/shared/ids';
import type { Result } from '../../../src/shared/result';
import { answered, callSpaceSettings, type Failure } from '../../api';
import { createWithRole, type WithRole } from '../access/create-with-role';

/** A group to be created. */
export interface NewGroup {
  name: string;
  role?: SpaceRole | undefined;
  /** The group whose members it gets. */
  from?: GroupId | undefined;
  /** It's to take that group's place. */
  replaces?: true;
}

/** A group that was created, with the plan of its members or the reason why there is none. */
export interface Created {
  group: WithRole;
  plan?: ChangeView;
  failure?: Failure;
}

/** Creates a group, then plans to add the members of another one. The group stays if they can't be planned. */
export async function createWithMembers({ name, role, from, replaces }: NewGroup): Promise<Result<Created>> {
  const created = await createWithRole(name.trim(), role);
  if (!created.ok) return created;
  const group = created.value;
  if (from === undefined) return { ok: true, value: { group } };
  const { groupId } = group;
  const list = { groupId, source: 'membersOf' as const, fromGroupId: from, people: [] };
  const planned = await answered(callSpaceSettings('planPeople', { ...list, ...(replaces && { replaces }) }));
  return { ok: true, value: { group, ...(planned.ok ? { plan: planned.value } : { failure: planned.failure }) } };
}
