import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { guarded } from '../../../static/people-list/formula';
import { membersFile, type MemberRow } from '../../../static/people-list/members-file';
import { readMembers } from '../../../static/people-list/read-members';
import { visible } from '../../../static/people-list/visible';

const SEED = 20_261_129;
const HEX_ID = '5b10ac8d82e05b22cc7d4ef5';

const accountId = fc.oneof(
  fc.tuple(fc.nat(999_999), fc.uuid()).map(([site, id]) => `${String(site)}:${id}`),
  fc.stringMatching(/^[0-9a-f]{24}$/),
  fc.stringMatching(/^[0-9A-Za-z:_-]{8,128}$/),
);
const MARKS = [
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  ',',
  ';',
  ' ',
  '\\',
  'Jane',
  '\u200b',
  '\ufeff',
  '<',
];
const anyName = fc.oneof(
  fc.array(fc.constantFrom(...MARKS), { maxLength: 8 }).map((marks) => marks.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);
const group = anyName.map(visible).filter((name) => name !== '');
const action = fc.constantFrom('add', 'remove');
const row: fc.Arbitrary<MemberRow> = fc.record(
  { accountId, name: anyName, group, action },
  { requiredKeys: ['accountId'] },
);
const rows = fc.uniqueArray(row, { selector: (one) => one.accountId, maxLength: 20 });

/** Returns rows as they are read: a name without a visible character is none. */
function readable({ name, ...rest }: MemberRow): MemberRow {
  return name === undefined || visible(name) === '' ? rest : { name, ...rest };
}

function withoutLines(file: string) {
  const { people, problems } = readMembers(file);
  return { people: people.map(({ line: _line, ...person }) => person), problems };
}

describe('a file of members', () => {
  it.each([
    ['as it is', (file: string) => file],
    ['with a byte order mark', (file: string) => `\ufeff${file}`],
    ['with a line break at the end', (file: string) => `${file}\r\n`],
  ])('is read the same, whatever the names are: %s', (_what, brought) => {
    fc.assert(
      fc.property(rows, (members) => {
        const { people, problems } = readMembers(brought(membersFile(members)));
        expect(problems).toEqual([]);
        expect(people.map(({ line: _line, kind: _kind, text, ...person }) => ({ accountId: text, ...person }))).toEqual(
          members.map(readable),
        );
        expect(new Set(people.map(({ kind }) => kind)).size).toBeLessThan(2);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it('is read the same with the results of a change beside everybody, whatever the sentences are', () => {
    const ended = fc.uniqueArray(fc.tuple(row, anyName), {
      selector: ([one]) => one.accountId,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(ended, (results) => {
        const file = membersFile(results.map(([member, result]) => ({ ...member, result })));
        // A sentence can go over several lines.
        expect(withoutLines(file)).toEqual(withoutLines(membersFile(results.map(([member]) => member))));
        const { data } = Papa.parse<string[]>(file, { delimiter: ',', newline: '\r\n' });
        expect(data.map((cells) => cells.at(-1))).toEqual(['result', ...results.map(([, result]) => guarded(result))]);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it('holds no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(rows, (members) => {
        const { data } = Papa.parse<string[]>(membersFile(members), { delimiter: ',', newline: '\r\n' });
        for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it('names its columns, the action only if there is one', () => {
    expect(membersFile([{ accountId: HEX_ID, name: 'Doe, Jane', group: 'team-a' }])).toBe(
      `account id,name,group\r\n${HEX_ID},"Doe, Jane",team-a`,
    );
    expect(membersFile([{ accountId: HEX_ID }, { accountId: 'other-id', action: 'remove' }])).toBe(
      `account id,name,group,action\r\n${HEX_ID},,,\r\nother-id,,,remove`,
    );
    expect(membersFile([])).toBe('account id,name,group\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["''@x", "'''@x"],
    ["'s Gravesande", "'s Gravesande"],
    ["O'Neill = x", "O'Neill = x"],
  ])('writes the name %s as %s', (name, cell) => {
    expect(membersFile([{ accountId: HEX_ID, name }])).toBe(`account id,name,group\r\n${HEX_ID},${cell},`);
  });
});

describe('any text', () => {
  const WORDS = [
    'Account id',
    'Email',
    'Group',
    'Action',
    'add',
    'a@a.example',
    'Jane',
    HEX_ID,
    '712020:',
    '17',
    'mailto:',
    '>',
  ];
  const soup = fc.array(fc.constantFrom(...MARKS, ...WORDS), { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('is read without an error: everybody has a line of it, and is there once', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { people, problems } = readMembers(text);
        const last = text.split(/\r\n|\r|\n/).length;
        for (const { line } of [...people, ...problems]) expect(line >= 1 && line <= last).toBe(true);
        const keys = people.map(({ kind, text: person, group: of = '' }) => JSON.stringify([kind, person, of]));
        expect(new Set(keys).size).toBe(keys.length);
        for (const { text: name } of people.filter(({ kind }) => kind === 'name')) expect(name).not.toMatch(/[@<>]/);
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });

  it.each([
    '"',
    '",',
    '"\\",',
    '\u200b',
    '<',
    '<>',
    'a@',
    ',',
    ';',
    'a,',
    '1 ',
    '\t"',
    'a\u200b',
    '5b10ac8d',
    "'",
    '\r',
  ])('of 300 lines of 2,000 characters is read in a moment: %j', (unit) => {
    const rest = unit.repeat(Math.ceil(2_000 / unit.length));
    for (const header of ['', 'Email,Name\n', 'Account id\tName\n', 'Name\n']) {
      const started = performance.now();
      readMembers(header + Array.from({ length: 150 }, () => `x@x.example ${rest} y\n${rest}x`).join('\n'));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
