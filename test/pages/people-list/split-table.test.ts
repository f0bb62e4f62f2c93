// Papaparse, a kept library that is too large for a page, is the oracle: the page reads and writes tables exactly as it does.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { guarded } from '../../../static/people-list/formula';
import { membersFile } from '../../../static/people-list/members-file';
import { splitTable } from '../../../static/people-list/split-table';

const SEED = 20_261_129;
const MARKS = ['"', '""', ',', ';', '\t', '\n', '\r\n', ' ', '\u00a0', 'a', 'é', "'", '\\', '\u200b'];
const soup = fc.array(fc.constantFrom(...MARKS), { maxLength: 24 }).map((marks) => marks.join(''));
const delimiter = fc.constantFrom('\t', ';', ',');

function readByPapaparse(text: string, by: string): string[][] | undefined {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: by, newline: '\n', quoteChar: '"' });
  return errors.length > 0 ? undefined : data;
}

describe('a table', () => {
  it('is split as papaparse does, quotation marks out of place included', () => {
    fc.assert(
      fc.property(soup, delimiter, (text, by) => {
        expect(splitTable(text, by)).toEqual(readByPapaparse(text, by));
      }),
      { seed: SEED, numRuns: 20_000 },
    );
  });

  it.each([
    ['"a', undefined],
    ['"a"b,c', undefined],
    ['"a" ,b', [['a', 'b']]],
    ['"a,\n""b""",c\n', [['a,\n"b"', 'c'], ['']]],
    ['a"b,c', [['a"b', 'c']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(splitTable(text, ',')).toEqual(rows);
  });

  it('takes time in proportion to the text, whatever the quotation marks are', () => {
    expect(splitTable('"a"\t'.repeat(200_000), '\t')?.[0]).toHaveLength(200_001);
    expect(splitTable('"'.repeat(800_001), '\t')).toBeUndefined();
  });
});

function splitsByAnother(value: unknown): boolean {
  return /[;\t]/.test(String(value));
}

it('writes a file of members as papaparse does, with quotation marks around what another delimiter would split', () => {
  const cell = fc.oneof(
    fc.array(fc.constantFrom(...MARKS, '\ufeff'), { maxLength: 8 }).map((marks) => marks.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(cell), (names) => {
      const rows = names.map((name, index) => ({ accountId: `account-${String(index)}`, name }));
      const data = rows.map(({ accountId, name }) => [accountId, guarded(name), '']);
      const fields = ['account id', 'name', 'group'];
      expect(membersFile(rows)).toBe(Papa.unparse({ fields, data }, { quotes: splitsByAnother }));
    }),
    { seed: SEED, numRuns: 2000 },
  );
});
