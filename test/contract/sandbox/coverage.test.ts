// What the sandbox says of itself: printed from the tables beside its code, of every operation, and held by tests that exist.
import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { CoverageRow } from '../../../sandbox/coverage/coverage';
import { SOURCES } from '../../../sandbox/coverage/sources';
import { COVERAGE, PRODUCT_COVERAGE } from '../../../sandbox/coverage/tables';
import { products } from '../../../sandbox/site/products';
import { coveragePage } from '../../../scripts/docs/coverage-page';

function pathTo(path: string) {
  return new URL(`../../../${path}`, import.meta.url);
}
const page = readFileSync(pathTo('docs/sandbox-coverage.md'), 'utf8');
const rows = COVERAGE.flatMap((table) => table.rows);

test('the committed page is what the tables print: else run "npm run docs"', () => {
  expect(page).toBe(coveragePage());
});

test.each([
  ['confluence', /Of Confluence: ([^.]+)\./],
  ['jira', /Of Jira: ([^.]+)\./],
  ['jsm', /Of Jira Service Management: ([^.]+)\./],
])('the page lists the modeled operations of %s, and no others', (product, list) => {
  const [, listed = ''] = list.exec(page) ?? [];
  const names = [...listed.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
  const modeled = products.find(({ name }) => name === product)?.rows.map(({ operationId }) => operationId);
  expect(names.toSorted()).toEqual([...new Set(modeled)].toSorted());
});

test.each(products.map(({ name, rows: operations }) => ({ name, operations })))(
  'each operation of $name has a row, and no row names another',
  ({ name, operations }) => {
    const tables = Object.entries(PRODUCT_COVERAGE).find(([product]) => product === name)?.[1] ?? [];
    const told = tables.flatMap((table) => table.rows.flatMap((row: CoverageRow) => row.operations ?? []));
    const modeled = operations.map(({ operationId }) => operationId);
    expect([...new Set(told)].toSorted()).toEqual([...new Set(modeled)].toSorted());
  },
);

test.each([
  ['Confluence', 30, /^Confluence: /],
  ['Jira and Jira Service Management', 30, /^Jira( Service Management)?\n/],
])('the page marks each behavior of the site with how sure it is: %s', (_title, count, heading) => {
  const sections = page.split('\n## ').filter((section) => heading.test(section));
  const marks = sections
    .flatMap((section) => section.split('\n'))
    .filter((line) => line.startsWith('| ') && !/^\| (what|-)/.test(line))
    .map((line) => line.split('|').at(-3)?.trim() ?? '');
  expect(marks.length).toBeGreaterThan(count);
  expect(marks.filter((mark) => !/\b[DRSP]\b|not modeled/.test(mark))).toEqual([]);
});

describe('the tests that hold a behavior', () => {
  test('exist, by file and by name', () => {
    const missing = rows.flatMap(({ testedBy }) => testedBy).filter(([file, name]) => !isTest(file, name));
    expect(missing).toEqual([]);
  });

  test('are named by each row, unless it is lenient or not modeled', () => {
    const bare = rows.filter(
      ({ sure, but = '', testedBy }) => testedBy.length === 0 && sure !== 'not modeled' && !/lenient/.test(but),
    );
    expect(bare.map(({ what }) => what)).toEqual([]);
  });
});

test('a source that is named in brackets is one of the list, and each of the list is named', () => {
  const texts = rows.flatMap(({ behavior, source = '', but = '' }) => [behavior, source, but]);
  const named = texts.flatMap((text) =>
    [...withoutCode(text).matchAll(/\[([^\]]+)\](?!\()/g)].map(([, name]) => name ?? ''),
  );
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(SOURCES).toSorted());
});

test.each(COVERAGE.map(({ title, kept, rows: told }) => ({ title, kept, told })))(
  '$title: kept where the page says, and in cells below 200 characters',
  ({ kept, told }) => {
    expect(existsSync(pathTo(`sandbox/${kept}`))).toBe(true);
    const cells = told.flatMap(({ what, behavior, source = '', but = '' }) => [what, behavior, source, but]);
    expect(cells.filter((cell) => cell.length >= 200 || /[\n|]/.test(cell))).toEqual([]);
  },
);

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, '');
}

function isTest(file: string, name: string): boolean {
  const path = ['.test.ts', '.test.tsx'].map((end) => pathTo(`test/${file}${end}`)).find((one) => existsSync(one));
  if (path === undefined) return false;
  const source = readFileSync(path, 'utf8');
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`));
}
