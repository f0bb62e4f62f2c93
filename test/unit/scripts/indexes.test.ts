// What "forge storage entities indexes list" prints, and the wait for it. The tables are those of cli-table3, which @forge/cli 13.3 draws.
import { resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readIndexTable } from '../../../scripts/deploy/index-table';
import { indexes } from '../../../scripts/deploy/indexes';

function tableOf(...rows: string[][]): string {
  const head = ['Entity name', 'Index name', 'Index status', 'Partition', 'Range'];
  function line(cells: string[]) {
    return `│${cells.map((cell) => ` ${cell.padEnd(16)} `).join('│')}│`;
  }
  function frame(left: string, middle: string, right: string) {
    return left + Array.from({ length: 5 }, () => '─'.repeat(18)).join(middle) + right;
  }
  const body = [head, ...rows].map(line).join(`\n${frame('├', '┼', '┤')}\n`);
  return `${frame('┌', '┬', '┐')}\n${body}\n${frame('└', '┴', '┘')}\n`;
}

const BUILT = ['group-record', 'by-space', 'ACTIVE', 'spaceId', 'groupName'];
const BUILDING = ['group-record', 'by-site', 'CREATING', 'site', 'position'];

describe('the table', () => {
  test('tells which indexes are built', () => {
    expect(readIndexTable(tableOf(BUILT, BUILDING))).toEqual([
      { entity: 'group-record', index: 'by-space', isBuilt: true },
      { entity: 'group-record', index: 'by-site', isBuilt: false },
    ]);
  });

  test('is read in color, under word of a newer CLI, and with the empty row that the CLI makes of an entity without a key', () => {
    const colored = tableOf(BUILT, ['', '', '', '', '']).replaceAll('│', '\u001B[90m│\u001B[39m');
    expect(readIndexTable(`There's a newer version.\n\n${colored}`)).toHaveLength(1);
  });

  test.each([
    ['nothing', ''],
    ['another sentence', 'No entities were declared in manifest'],
    ['JSON', '[{"entityName":"setting","indexStatus":"ACTIVE"}]'],
    ['an unknown status', tableOf(BUILT, ['setting', 'by-version', 'FAILED', 'None', 'version'])],
    ['an unknown heading', tableOf(BUILT).replace('Index status', 'State       ')],
    ['a row without a status', tableOf(BUILT, ['setting', 'by-version', '', 'None', 'version'])],
    ['a row that is broken over two lines', tableOf(BUILT).replace('by-space', 'by-\nspace')],
    ['more words under it', `${tableOf(BUILT)}Some indexes could not be listed.\n`],
  ])('is not guessed from %s', (_, output) => {
    expect(readIndexTable(output)).toBeUndefined();
  });
});

test('the wait ends after 45 minutes with a sentence, if Forge never finishes', async () => {
  let waitedMs = 0;
  const ended = indexes.run({
    options: { environment: 'development', approve: [], confirmScopes: false, dryRun: false, done: [] },
    terminal: {
      folder: resolve('.'),
      env: {},
      isTerminal: true,
      print: () => {},
      build: async () => Promise.resolve(),
      sleep: async (ms) => Promise.resolve((waitedMs += ms)),
    },
    forge: {
      run: async () => Promise.reject(new Error('only reads')),
      read: async () => Promise.resolve(tableOf(BUILT, BUILDING)),
    },
  });
  await expect(ended).rejects.toThrow(/aren't built after 45 minutes/);
  expect(waitedMs).toBe(45 * 60_000);
});
