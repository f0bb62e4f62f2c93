// Lists of groups and spaces, as spreadsheets and CSV files write them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SpaceId } from '../../../../src/shared/ids';
import { groupsFile } from '../../../../static/global-settings/take-over/groups-file';
import { readGroups } from '../../../../static/global-settings/take-over/read-groups';

function told(text: string): string[] {
  const { groups, problems } = readGroups(text);
  return [
    ...groups.map(({ line, group, space = '-' }) => `${String(line)} ${group} ${space}`),
    ...problems.map(({ line, problem }) => `${String(line)} ${problem}`),
  ];
}

describe('a list', () => {
  test.each([
    ['group,space\nteam-a,DEMO', ['2 team-a DEMO']],
    ['\uFEFFSpace key;Owner;Group name\r\nDEMO;ann;team-a\r\n;bob;team-b', ['2 team-a DEMO', '3 team-b -']],
    ['team-a\tDEMO\nteam-b\tENG', ['1 team-a DEMO', '2 team-b ENG']],
    ['team-a\n\n  team-b  \n', ['1 team-a -', '3 team-b -']],
    ['group\n"a, ""b"""', ['2 a, "b" -']],
    ['Groups\nteam-a', ['2 team-a -']],
    ["group,space\n'=team,DEMO", ['2 =team DEMO']],
    ['', []],
    ['group,space', []],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('takes a group once, in any letter case, and says of the other lines why not', () => {
    expect(told('group,space\nteam-a,A\nTEAM-A,B\n,DEMO')).toEqual([
      '2 team-a A',
      '3 it names the group of line 2 again.',
      '4 it doesn’t name a group.',
    ]);
    expect(told(`group\n${'x'.repeat(256)}`)).toEqual(['2 a name has at most 255 characters.']);
    expect(told('group,space\n"team-a,A\nteam-b,B')).toEqual(['3 team-b B', '2 a quotation mark isn’t closed.']);
  });

  test('of more than 2,000 groups is to be split', () => {
    const names = Array.from({ length: 2001 }, (_, index) => `team-${String(index)}`);
    expect(readGroups(names.slice(1).join('\n')).groups).toHaveLength(2000);
    const { groups, problems } = readGroups(names.join('\n'));
    expect([groups, problems[0]?.problem]).toEqual([
      [],
      'A list can have at most 2000 groups. This one has 2001: split it.',
    ]);
  });
});

test('what is written is read back, whatever the names', () => {
  const between = fc.string({
    unit: fc.constantFrom('a', 'Z', '9', '漢', ' ', ',', ';', '"', "'", '=', '@'),
    maxLength: 8,
  });
  const name = fc
    .tuple(
      fc.constantFrom('', '=', '-', '+', '@'),
      fc.constantFrom('a', 'Z', '7', 'ß'),
      between,
      fc.constantFrom('b', '"', ','),
    )
    .map((parts) => parts.join(''));
  const group = fc.record({ groupName: name, key: fc.constantFrom(undefined, 'DEMO', '~ann') });
  const groups = fc.uniqueArray(group, { selector: (one) => one.groupName.toLowerCase(), minLength: 1 });
  fc.assert(
    fc.property(groups, (listed) => {
      const written = listed.map(({ groupName, key }) => ({
        groupName,
        ...(key !== undefined && { space: { id: SpaceId.parse('1'), key, name: key } }),
      }));
      expect(readGroups(groupsFile(written)).groups.map((one) => [one.group, one.space])).toEqual(
        listed.map(({ groupName, key }) => [groupName, key]),
      );
    }),
  );
});
