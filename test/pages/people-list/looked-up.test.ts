// What lists name is taken by the calls that look it up: one line that isn't would keep all others of its call from being looked up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { peopleToResolve } from '../../../src/shared/groups/lists';
import { takeoverPayloads } from '../../../src/shared/groups/takeover-payloads';
import { readGroups } from '../../../static/global-settings/take-over/read-groups';
import { readMembers } from '../../../static/people-list/read-members';
import { tooLongText } from '../../../static/space-settings/lists/list-lines';

const HIDDEN = ['\u200B', '\u00AD', '\u200C', '\u200D', '\u202E', '\uFEFF', '\0', '\uD83D', '\u{E000}'];
const MARKS = ['"', "'", ',', ';', '\t', '\n', '\r', '<', '>', '@', ' ', '\\', '=', '1', 'mailto:'];
const WORDS = [
  'a',
  'é',
  'ع',
  '👩',
  '.example',
  'Email',
  'Name',
  'Group',
  'Account ID',
  'ann@a.example',
  '712020:00000000',
];
const text = fc.array(fc.constantFrom(...HIDDEN, ...MARKS, ...WORDS), { maxLength: 30 }).map((all) => all.join(''));

function isTaken(kind: string, name: string): boolean {
  return peopleToResolve.safeParse({ people: [{ line: 1, kind, text: name }] }).success;
}

function isGroupTaken(group: string): boolean {
  return takeoverPayloads.resolveTakeover.safeParse({ lines: [{ line: 1, group }] }).success;
}

describe('whatever a list is made of, it names', () => {
  it('people who can be looked up', () => {
    fc.assert(
      fc.property(text, (list) => {
        const people = readMembers(list).people.filter((person) => tooLongText(person) === undefined);
        expect(people.filter(({ kind, text: name }) => !isTaken(kind, name))).toEqual([]);
      }),
      { seed: 20_261_129, numRuns: 3000 },
    );
  });

  it('groups that can be looked up', () => {
    fc.assert(
      fc.property(text, (list) => {
        expect(readGroups(list).groups.filter(({ group }) => !isGroupTaken(group))).toEqual([]);
      }),
      { seed: 20_261_129, numRuns: 3000 },
    );
  });
});

describe('a name', () => {
  it.each([
    ['with a hidden character', 'Jane\u200B D\u00ADoe\u202E!', 'Jane Doe!'],
    ['with a joiner that spells it', 'علی\u200Cرضا', 'علی\u200Cرضا'],
    ['with a joiner that stands alone', 'Jane\u200D Doe', 'Jane Doe'],
  ])('is looked up as it’s seen: %s', (_what, written, name) => {
    expect(readMembers(`${written}\nBob`).people.map((person) => person.text)).toEqual([name, 'Bob']);
  });

  it('of a group is looked up as it’s seen', () => {
    expect(readGroups('group\n"demo\n\u200Bwriters"\nqa').groups).toEqual([
      { line: 2, group: 'demo writers' },
      { line: 4, group: 'qa' },
    ]);
  });
});
