// Changes of many people, as the back end shows them.
import type { ChangeRow, ChangeView } from '../../../../src/shared/groups/changes';
import { GroupId } from '../../../../src/shared/ids';
import { account } from '../../answers';

const NONE = { added: 0, removed: 0, alreadySo: 0, refused: 0, failed: 0, unknown: 0, notTried: 0, left: 0 };

type More = Partial<Omit<ChangeView, 'planned' | 'done'>> & {
  planned?: Partial<ChangeView['planned']>;
  done?: Partial<ChangeView['done']>;
};

/** A change of the user's own, planned to add two people unless told otherwise. */
export function aChange({ planned, done, ...more }: More = {}): ChangeView {
  return {
    changeId: 'c-1',
    version: 1,
    source: 'list',
    state: 'planned',
    by: account('me'),
    createdAt: '2026-02-03T04:05:00.000Z',
    groups: [{ groupId: GroupId.parse('g-writers'), groupName: 'demo-writers' }],
    lines: 2,
    planned: { add: 2, remove: 0, nothingToDo: 0, notAllowed: 0, choose: 0, ...planned },
    done: { ...NONE, ...done },
    mayUndo: false,
    ...more,
  };
}

/** The same, as a list of changes shows it. */
export function aRow(more: More = {}): ChangeRow {
  const { done: _done, mayUndo: _mayUndo, ...row } = aChange(more);
  return row;
}
