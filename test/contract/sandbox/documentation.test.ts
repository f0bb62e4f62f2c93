// docs/sandbox.md names what there is.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { products } from '../../../sandbox/site/products';
import { demoSeed } from '../../../sandbox/site/seeds/demo';

const page = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');

test.each([
  ['confluence', /Modelled: ([^.]+)\./],
  ['jira', /Of Jira: ([^.]+)\./],
  ['jsm', /Of Jira Service Management: ([^.]+)\./],
])('lists the modelled operations of %s, and no others', (product, list) => {
  const [, listed = ''] = list.exec(page) ?? [];
  const names = [...listed.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
  const modelled = products.find(({ name }) => name === product)?.rows.map(({ operationId }) => operationId);
  expect(names.toSorted()).toEqual([...new Set(modelled)].toSorted());
});

test('introduces everybody, every group, space, project and organization of the demo site', () => {
  const cast = demoSeed.people.filter(({ handle }) => !/^person-(?!01)/.test(handle)).map(({ handle }) => handle);
  const names = [...cast, ...demoSeed.groups.map(({ name }) => name)].map((name) => `| \`${name}\``);
  const spaces = demoSeed.spaces.filter(({ type }) => type === 'global').map(({ key }) => key);
  const projects = demoSeed.jira.projects.map(({ key, id }) => [key, id]);
  const jira = projects.map(([key = '', id = '']) => `| ${key.padEnd(7)} | ${id} |`);
  const organizations = demoSeed.jira.organizations.map(({ name, id }) => `${name} (${id})`);
  expect([...names, ...spaces, ...jira, ...organizations].filter((one) => !page.includes(one))).toEqual([]);
});

test.each([
  ['REST', 30],
  ['Jira and Jira Service Management', 30],
])('marks each behaviour of the site with how sure it is: %s', (title, count) => {
  const [, table = ''] = page.split(`## The site: ${title}`).map((part) => part.split('\n## ')[0] ?? '');
  const marks = table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (operation|-)/.test(line))
    .map((line) => line.split('|').at(-3)?.trim() ?? '');
  expect(marks.length).toBeGreaterThan(count);
  expect(marks.filter((mark) => !/\b[DRSP]\b|not modelled/.test(mark))).toEqual([]);
});
