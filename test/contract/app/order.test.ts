// A file is read from top to bottom: what it gives to others first, then its helpers in the order in which they are met.
import { globSync, readFileSync } from 'node:fs';

import ts from 'typescript';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
/** Folders that are written so. */
const FOLDERS = ['static', 'src', 'sandbox', 'scripts', 'simulation', 'mutants'];
const files = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }));

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(100);
});

test('every file gives its exported functions first, and each helper below its first use', { timeout: 60_000 }, () => {
  const found = files.flatMap((file) => outOfOrder(file, readFileSync(new URL(file, root), 'utf8')));
  expect(found).toEqual([]);
});

test('what a file says of itself stands above its imports', () => {
  const all = [...files, ...globSync('test/**/*.{ts,tsx}', { cwd: root })];
  const commentAmongImports = /;\n+(?:\/\/.*\n)+import /;
  expect(all.filter((file) => commentAmongImports.test(readFileSync(new URL(file, root), 'utf8')))).toEqual([]);
});

test.for([
  [
    'a helper above what is exported',
    'function one() { return 1; }\nexport function all() { return one(); }',
    ['one stands above all'],
  ],
  [
    'a helper above its first use',
    'export function all() { return two(); }\nfunction one() { return 1; }\nfunction two() { return one(); }',
    ['one stands above its first use'],
  ],
  [
    'nothing in a file in order',
    'export function all() { return two(); }\nfunction two() { return one(); }\nfunction one() { return 1; }',
    [],
  ],
] as const)('finds %s', ([, source, complaints]) => {
  expect(outOfOrder('probe.ts', source)).toEqual(complaints.map((complaint) => `probe.ts: ${complaint}`));
});

/** Returns what stands out of order among the functions of a file. */
function outOfOrder(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const functions = source.statements.filter(ts.isFunctionDeclaration);
  const namesIn = new Map(functions.map((one) => [one, identifiersIn(one)]));
  const lastExported = functions.findLast(isExported);
  return functions
    .filter((one) => !isExported(one))
    .flatMap((helper) => {
      const name = nameOf(helper);
      function isUsedIn(other: ts.FunctionDeclaration) {
        return other !== helper && namesIn.get(other)?.has(name);
      }
      function isAbove(other: ts.FunctionDeclaration) {
        return other.pos < helper.pos;
      }
      if (lastExported !== undefined && !isAbove(lastExported)) {
        return [`${file}: ${name} stands above ${nameOf(lastExported)}`];
      }
      const users = functions.filter(isUsedIn);
      return users.length > 0 && !users.some(isAbove) ? [`${file}: ${name} stands above its first use`] : [];
    });
}

function isExported({ modifiers }: ts.FunctionDeclaration): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function nameOf({ name }: ts.FunctionDeclaration): string {
  return name?.text ?? 'default';
}

function identifiersIn(node: ts.Node, found = new Set<string>()): Set<string> {
  if (ts.isIdentifier(node)) found.add(node.text);
  ts.forEachChild(node, (child) => {
    identifiersIn(child, found);
  });
  return found;
}
