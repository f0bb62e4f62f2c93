// The documents: links lead somewhere, paths exist, tables can be read in a terminal, and one voice speaks.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { anchorsOf, cellsOf, codeOf, linksOf, prose } from './markdown';

const root = new URL('../../../', import.meta.url).pathname;
const pages = globSync(['*.md', 'docs/**/*.md', 'fidelity/*.md'], { cwd: root }).toSorted();
/** Words of another voice. */
const STRAY =
  /\b(?:e-mails?|s?he|his|him|hers?|(?:him|her)self|behaviours?|modelled|licences?|colours?|neighbours?|favourites?|organis\w+|recognis\w+|whilst)\b/i;
/** The changelog tells what was: its paths may be gone, and its words are of their day. */
const current = pages.filter((page) => page !== 'CHANGELOG.md');
const FOLDERS = [
  'src',
  'static',
  'sandbox',
  'test',
  'scripts',
  'simulation',
  'mutants',
  'docs',
  'examples',
  'fidelity',
  '.ci',
];
/** Written by a run, and not committed. */
const GENERATED = ['test/e2e/screenshots'];
const files = globSync(
  FOLDERS.map((folder) => `${folder}/**/*`),
  { cwd: root, exclude: (path) => path.endsWith('node_modules') },
);

test('there are pages to read, the decisions and the printed one among them', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['README.md', 'docs/sandbox-coverage.md', 'docs/decisions/0008-tools.md']),
  );
});

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('every link within the project leads to a file, and to a heading of it', () => {
    const local = linksOf(text).filter(({ text: link }) => !/^(?:https?|mailto):/.test(link));
    expect(local.filter(({ text: link }) => !leadsSomewhere(page, link))).toEqual([]);
  });

  test('a link whose words are a path leads to that path', () => {
    const named = [...text.matchAll(/\[`?([\w./-]+\.(?:tsx?|mjs|md|yml|json))`?\]\(([^)#]+)[^)]*\)/g)];
    expect(
      named.filter(([, words = '', target = '']) => !`/${target}`.endsWith(`/${words}`)).map(([link]) => link),
    ).toEqual([]);
  });

  test('every cell of a table has fewer than 200 characters', () => {
    expect(cellsOf(text).filter((cell) => cell.text.length >= 200)).toEqual([]);
  });
});

describe.each(current)('%s', (page) => {
  const text = read(page);

  test('every path between backticks exists', () => {
    expect(codeOf(text).filter(({ text: code }) => !exists(code))).toEqual([]);
  });

  test('the English is American, people are "they", and mail is email', () => {
    const said = prose(text).map(({ line, text: words }) => ({ line, text: words.replace(/`[^`]*`/g, '') }));
    expect(said.filter(({ text: words }) => STRAY.test(words))).toEqual([]);
  });
});

test('pictures are small enough for a page that opens at once', () => {
  const pictures = globSync('docs/images/*', { cwd: root });
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((picture) => statSync(join(root, picture)).size > 150_000)).toEqual([]);
});

describe('the decisions', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/'));

  test.each(decisions)('%s has its number, its status and its date', (page) => {
    const number = Number(page.slice('docs/decisions/'.length).split('-')[0]);
    expect(read(page)).toMatch(
      new RegExp(
        String.raw`^# ${String(number)}\. .+\n\nStatus: (?:accepted|superseded by \[\d+\]\(.+\))\. Decided on \d{4}-\d\d-\d\d\.\n`,
      ),
    );
  });
});

test.each([
  ['a dead file', '[one](docs/nowhere.md)'],
  ['a dead heading', '[one](README.md#nothing-of-that-kind)'],
  ['a picture that is gone', '<img src="docs/images/none.png">'],
])('finds %s', (_title, line) => {
  expect(linksOf(line).filter(({ text }) => leadsSomewhere('README.md', text))).toEqual([]);
});

test.each(['src/nowhere', 'groups/nowhere.ts', 'nowhere.test.ts'])('finds that `%s` does not exist', (path) => {
  expect(exists(path)).toBe(false);
});

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  return existsSync(join(root, target)) && (anchor === undefined || anchorsOf(read(target)).includes(anchor));
}

/** Tells whether code names a path that is there. What begins with no folder of the project and ends like no file is not a path. */
function exists(code: string): boolean {
  const path = code.replace(/\/…?$/, '');
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(path)) return true;
  const isInFolder = FOLDERS.some((folder) => path.startsWith(`${folder}/`));
  const isFile = /^[a-z][\w/.-]*\.(?:tsx?|mjs)$/.test(path);
  if ((!isInFolder && !isFile) || GENERATED.includes(path)) return true;
  return files.some((file) => file === path || (isFile && file.endsWith(`/${path}`)));
}
