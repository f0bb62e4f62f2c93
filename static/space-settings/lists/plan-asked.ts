import type { ChangeView } from '../../../src/shared/groups/changes';
import type { Result } from '../../../src/shared/result';
import { callSpaceSettings } from '../../api';
import type { ListForGroup } from './list-lines';
import type { BroughtList } from './use-list';

/** Tells whether a list needs no plan: it removes nobody, and it names one person or nothing in it had to be decided. */
export function skipsPlan({ asked, sorted }: BroughtList, { effect }: ListForGroup): boolean {
  const isSimple = asked.people.length === 1 || sorted.confirm.length + sorted.choose.length === 0;
  return isSimple && effect !== 'wholeGroup' && asked.people.every(({ operation }) => operation === 'addMember');
}

/** Plans what a list asks for, and carries it out at once if it needs no plan. If that fails, the plan is there to be tried again. */
export async function planAsked(groupId: string, it: BroughtList, list: ListForGroup): Promise<Result<ChangeView>> {
  const planned = await callSpaceSettings('planPeople', {
    groupId,
    source: list.effect === 'wholeGroup' ? 'wholeGroup' : 'list',
    people: it.asked.people,
  });
  if (!planned.ok || planned.value.planned.add === 0 || !skipsPlan(it, list)) return planned;
  const { changeId, version } = planned.value;
  const applied = await callSpaceSettings('applyChange', { changeId, version });
  return applied.ok ? applied : planned;
}
