// Groups that could be taken over, and takeovers, as the back end shows them.
import type { FoundGroup, TakeoverRow, TakeoverView } from '../../../../src/shared/groups/takeovers';
import { GroupId, SpaceId } from '../../../../src/shared/ids';
import { account } from '../../answers';

export const DEMO = { id: SpaceId.parse('100'), key: 'DEMO', name: 'Demo space' };
export const ENG = { id: SpaceId.parse('200'), key: 'ENG', name: 'Engineering' };

/** A group of DEMO that's ready, unless told otherwise. */
export function aFoundGroup(name: string, more: Partial<FoundGroup> = {}): FoundGroup {
  return {
    groupId: GroupId.parse(`g-${name}`),
    groupName: `demo-${name}`,
    space: DEMO,
    givesProductAccess: false,
    ...more,
  };
}

/** The same without a space. */
export function withoutSpace(name: string, more: Partial<FoundGroup> = {}): FoundGroup {
  const { space: _space, ...rest } = aFoundGroup(name, more);
  return rest;
}

type More = Partial<Omit<TakeoverView, 'planned' | 'done'>> & {
  planned?: Partial<TakeoverView['planned']>;
  done?: Partial<TakeoverView['done']>;
};

/** A takeover of the user's own of two groups, planned unless told otherwise. */
export function aTakeover({ planned, done, ...more }: More = {}): TakeoverView {
  return {
    changeId: 't-1',
    version: 1,
    source: 'list',
    state: 'planned',
    by: account('me'),
    createdAt: '2026-02-03T04:05:00.000Z',
    lapsesAt: '2026-02-17T04:05:00.000Z',
    lines: 2,
    aboutMinutes: 1,
    planned: { willChange: 2, nothingToDo: 0, notAllowed: 0, ...planned },
    done: { succeeded: 0, alreadySo: 0, refused: 0, failed: 0, notTried: 2, ...done },
    mayUndo: false,
    ...more,
  };
}

/** The same, as a list shows it. */
export function aTakeoverRow(more: More = {}): TakeoverRow {
  const { done: _done, mayUndo: _mayUndo, ...row } = aTakeover(more);
  return row;
}
