import { describe, expect, test } from 'vitest';

import { readMembers } from '../../../../static/people-list/read-members';
import { elsewhereText, listOf, listProblem, type Effect } from '../../../../static/space-settings/lists/list-lines';

const ADA = 'ada@example.com';
const BEN = 'ben@example.com';

function listFor(text: string, groupName: string, effect: Effect) {
  return listOf(readMembers(text), groupName, effect);
}

describe('a list for one group', () => {
  test('numbers its people, each with the line that names them and the change that is asked for', () => {
    expect(listFor(`${ADA}; ${BEN}\nCleo Coder`, 'demo-writers', 'add').lines).toEqual([
      { number: 1, line: 1, kind: 'email', text: ADA, operation: 'addMember' },
      { number: 2, line: 1, kind: 'email', text: BEN, operation: 'addMember' },
      { number: 3, line: 2, kind: 'name', text: 'Cleo Coder', operation: 'addMember' },
    ]);
  });

  test('removes people if that is asked for, unless a line says otherwise', () => {
    const text = `email,action\n${ADA},\n${BEN},add`;
    expect(listFor(text, 'demo-writers', 'remove').lines.map(({ operation }) => operation)).toEqual([
      'removeMember',
      'addMember',
    ]);
  });

  test('takes the lines of this group, however it is written, and says which are for another', () => {
    const list = listFor(`email,group\n${ADA},DEMO-Writers\n${BEN},demo-readers`, 'demo-writers', 'add');
    expect(list.lines.map(({ text }) => text)).toEqual([ADA]);
    expect(list.problems).toEqual([
      { line: 3, text: BEN, problem: expect.stringContaining('another group, “demo-readers”') as unknown },
    ]);
  });

  test('counts whom it lists for other groups, and says to bring it there', () => {
    const rows = ['Ann,demo-writers', 'Ben,demo-readers', 'Cleo,Demo-Readers', 'Dan,qa'];
    const { elsewhere } = listFor(`name,group\n${rows.join('\n')}`, 'demo-writers', 'wholeGroup');
    expect(elsewhere).toEqual([
      { group: 'demo-readers', n: 2 },
      { group: 'qa', n: 1 },
    ]);
    expect(elsewhereText(elsewhere)).toBe(
      '3 people are listed for other groups: demo-readers (2), qa (1). Open each of these groups and bring the same list there.',
    );
    expect(elsewhereText([])).toBeUndefined();
  });

  test('names five other groups at most', () => {
    const groups = Array.from({ length: 7 }, (_none, at) => ({ group: `g${String(at)}`, n: 1 }));
    expect(elsewhereText(groups)).toContain('g4 (1), and 2 more groups.');
  });

  test('can not remove anybody by a line if it becomes the whole group', () => {
    const list = listFor(`email,action\n${ADA},add\n${BEN},remove`, 'demo-writers', 'wholeGroup');
    expect(list.lines).toHaveLength(1);
    expect(list.problems).toMatchObject([{ line: 3, problem: expect.stringContaining('can’t remove') as unknown }]);
  });

  test('counts who is named twice, and does not call it a problem', () => {
    expect(listFor(`${ADA}\n${ADA}`, 'demo-writers', 'add')).toMatchObject({ repeated: 1, problems: [] });
  });

  test('says by line what it does not understand, in order', () => {
    const list = listFor(`email,group\nbroken@,demo-writers\n${BEN},other\n@,demo-writers`, 'demo-writers', 'add');
    expect(list.problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe('a list of which nothing can be taken', () => {
  test.each([
    ['is empty', '', 'Enter at least one person.'],
    ['has one problem', 'email\nbroken@', /^Line 2: /],
    ['has several', 'email\nbroken@\n@\nalso@', /^Line 2: .* And 2 more lines\.$/],
  ])('says so if it %s', (_what, text, problem) => {
    expect(listProblem(listFor(text, 'demo-writers', 'add'), 100)).toMatch(problem);
  });

  test('says so if all of it is for another group', () => {
    const list = listFor(`email,group\n${ADA},demo-readers\nbroken@,demo-writers`, 'demo-writers', 'add');
    expect(listProblem(list, 100)).toBe(
      '1 person is listed for another group: demo-readers (1). Open that group and bring the same list there.',
    );
  });

  test('says how many people the rules allow', () => {
    const list = listFor(`${ADA}\n${BEN}`, 'demo-writers', 'add');
    expect(listProblem(list, 2)).toBeUndefined();
    expect(listProblem(list, 1)).toBe(
      'This list names 2 people. A Confluence administrator allows 1 person with one list.',
    );
  });
});
