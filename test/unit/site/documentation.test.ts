// docs/sandbox.md names what there is.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { rows } from '../../../sandbox/site/operations/table';
import { demoSeed } from '../../../sandbox/site/seeds/demo';

const page = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');

test('lists the modelled operations, and no others', () => {
  const [, listed = ''] = /Modelled: ([^.]+)\./.exec(page) ?? [];
  const names = [...listed.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
  expect(names.toSorted()).toEqual(rows.map(({ operationId }) => operationId).toSorted());
});

test('introduces everybody, every group and every space of the demo site', () => {
  const cast = demoSeed.people.filter(({ handle }) => !/^person-(?!01)/.test(handle)).map(({ handle }) => handle);
  const names = [...cast, ...demoSeed.groups.map(({ name }) => name)].map((name) => `| \`${name}\``);
  const spaces = demoSeed.spaces.filter(({ type }) => type === 'global').map(({ key }) => key);
  expect([...names, ...spaces].filter((one) => !page.includes(one))).toEqual([]);
});

test('marks each behaviour of the site with how sure it is', () => {
  const [, table = ''] = page.split('## The site: REST').map((part) => part.split('\n## ')[0] ?? '');
  const marks = table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (operation|-)/.test(line))
    .map((line) => line.split('|').at(-3)?.trim() ?? '');
  expect(marks.length).toBeGreaterThan(30);
  expect(marks.filter((mark) => !/\b[DRSP]\b|not modelled/.test(mark))).toEqual([]);
});
