// What one list asks for in several groups.
import { describe, expect, test } from 'vitest';

import type { LineVerdict } from '../../../../src/shared/groups/lists';
import { GroupId } from '../../../../src/shared/ids';
import { readMembers } from '../../../../static/people-list/read-members';
import { sortLines, UNDECIDED } from '../../../../static/space-settings/lists/decisions';
import type { BroughtList } from '../../../../static/space-settings/lists/use-list';
import { askedOfGroups, severalOf, severalProblem } from '../../../../static/space-settings/several/several-list';
import { account } from '../../answers';
import { aGroup, anotherGroup } from '../answers';

const WRITERS = aGroup();
const GROUPS = [WRITERS, anotherGroup];

function read(text: string, more: Partial<Parameters<typeof severalOf>[2]> = {}) {
  return severalOf(readMembers(text), GROUPS, { effect: 'add', ...more });
}

/** What is asked for once these people are known. */
function asked(list: ReturnType<typeof read>, verdicts: Record<string, LineVerdict>) {
  const lines = list.lines.map((item) => ({ item, outcome: verdicts[item.text] ?? ({ is: 'none' } as const) }));
  const it = { sorted: sortLines(lines), decisions: UNDECIDED } as BroughtList;
  return askedOfGroups(list, it).map(({ group, people, contradictory }) => ({
    group: group.groupName,
    people: people.map(({ accountId, operation }) => `${operation} ${accountId}`),
    contradictory,
  }));
}

function found(id: string): LineVerdict {
  return { is: 'found', accountId: account(id) };
}

describe('a list for several groups', () => {
  test('looks everybody up once, and asks for what each group is to become', () => {
    const list = read(
      ['name,group,action', 'Ann,demo-writers,', 'Ann,DEMO-Readers,remove', 'Ben,demo-readers,'].join('\n'),
    );
    expect(list.lines).toEqual([
      { number: 1, line: 2, kind: 'name', text: 'Ann', operation: 'addMember' },
      { number: 2, line: 4, kind: 'name', text: 'Ben', operation: 'addMember' },
    ]);
    expect(asked(list, { Ann: found('ann'), Ben: found('ben') })).toEqual([
      { group: 'demo-writers', people: ['addMember ann'], contradictory: 0 },
      { group: 'demo-readers', people: ['removeMember ann', 'addMember ben'], contradictory: 0 },
    ]);
  });

  test('leaves out groups that the space does not manage, and counts their people', () => {
    const list = read('name,group\nAnn,demo-writers\nBen,qa\nCleo,QA\nDan,');
    expect(list.groups.map(({ group }) => group.groupName)).toEqual(['demo-writers']);
    expect(list.elsewhere).toEqual([{ group: 'qa', n: 2 }]);
    expect(list.withoutGroup).toBe(1);
    expect(list.lines.map(({ text }) => text)).toEqual(['Ann']);
  });

  test('takes people who are listed without a group to the one that was chosen', () => {
    const list = read('name,group\nAnn,demo-writers\nDan,', { others: anotherGroup });
    expect(list.withoutGroup).toBe(0);
    expect(asked(list, { Ann: found('ann'), Dan: found('dan') })).toEqual([
      { group: 'demo-writers', people: ['addMember ann'], contradictory: 0 },
      { group: 'demo-readers', people: ['addMember dan'], contradictory: 0 },
    ]);
  });

  test('takes somebody who is named twice in one group once, and whoever is listed both ways not at all', () => {
    const rows = [
      'ann@example.com,demo-writers,',
      'Ann,demo-writers,',
      'Ben,demo-writers,add',
      'B. B.,demo-writers,remove',
    ];
    const list = read(`person,group,action\n${rows.join('\n')}`);
    const verdicts = { 'ann@example.com': found('ann'), Ann: found('ann'), Ben: found('ben'), 'B. B.': found('ben') };
    expect(asked(list, verdicts)).toEqual([{ group: 'demo-writers', people: ['addMember ann'], contradictory: 1 }]);
  });

  test('removes somebody from one group who can’t be added to another', () => {
    const list = read('name,group,action\nAnn,demo-writers,add\nAnn,demo-readers,remove');
    const verdict: LineVerdict = { is: 'cantBeAdded', accountId: account('ann'), why: 'ACCOUNT_NOT_ELIGIBLE' };
    expect(asked(list, { Ann: verdict })).toEqual([
      { group: 'demo-writers', people: [], contradictory: 0 },
      { group: 'demo-readers', people: ['removeMember ann'], contradictory: 0 },
    ]);
  });
});

describe('is not taken', () => {
  test('for more than ten groups', () => {
    const groups = Array.from({ length: 11 }, (_none, at) =>
      aGroup({ groupId: GroupId.parse(`g-${String(at)}`), groupName: `demo-${String(at)}` }),
    );
    const rows = groups.map(({ groupName }) => `Ann,${groupName}`);
    const list = severalOf(readMembers(`name,group\n${rows.join('\n')}`), groups, { effect: 'add' });
    expect(severalProblem(list, 100)).toBe('This list is for 11 groups. Up to 10 at a time: split it.');
  });

  test('with more people for one group than the rules allow', () => {
    const list = read('name,group\nAnn,demo-writers\nBen,demo-writers\nCleo,demo-readers');
    expect(severalProblem(list, 1)).toBe(
      'demo-writers has 2 people in this list. A Confluence administrator allows 1 person with one list.',
    );
    expect(severalProblem(list, 2)).toBeUndefined();
  });

  test('where none of its groups belongs to the space', () => {
    expect(severalProblem(read('name,group\nAnn,qa'), 100)).toBe('None of these groups belongs to this space: qa (1).');
  });
});
