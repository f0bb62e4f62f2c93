import { describe, expect, test } from 'vitest';

import { listFor, listProblem } from '../../../../static/space-settings/lists/list-lines';

const ADA = 'ada@example.com';
const BEN = 'ben@example.com';

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

  test('says how many people the rules allow', () => {
    const list = listFor(`${ADA}\n${BEN}`, 'demo-writers', 'add');
    expect(listProblem(list, 2)).toBeUndefined();
    expect(listProblem(list, 1)).toBe(
      'This list names 2 people. A Confluence administrator allows 1 person with one list.',
    );
  });
});
