// Every sentence that a page shows stands in a table of src/shared/words. A page's own text would have no key, and no other language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';
import { expect, test } from 'vitest';

const FOLDERS = [
  'global-settings',
  'space-settings',
  'customer-settings',
  'queue-page',
  'customer-action',
  'people-list',
  'audit',
  'fields',
  'hooks',
  'feedback',
  'files',
  'file-frame',
];

const WORDS = join('src', 'shared', 'words');

const SENTENCE = /^[A-Z][a-z’]|[a-z’,.] [a-zA-Z]/;

/** Returns the texts in a file that people would read: sentences in strings, and words between tags. */
function textsIn(name: string, source: string): string[] {
  const found: string[] = [];
  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) return;
    const isShown = ts.isJsxText(node) ? SENTENCE : / [a-z]/;
    if (ts.isJsxText(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (isShown.test(node.text.trim())) found.push(node.text.trim());
    }
    if (ts.isTemplateExpression(node)) {
      const fixed = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text);
      if (fixed.some((text) => /[A-Za-z]{2} |[ “][A-Za-z]{2}/.test(text))) found.push(fixed.join('…'));
    }
    ts.forEachChild(node, visit);
  }
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test.each(FOLDERS)('static/%s holds no sentence of its own', (folder) => {
  const files = readdirSync(join('static', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
  expect(files.length).toBeGreaterThan(0);
  const found = files.flatMap((file) =>
    textsIn(file, readFileSync(join('static', file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each(readdirSync(WORDS))('src/shared/words/%s quotes and contracts with curly marks', (file) => {
  expect(textsIn(file, readFileSync(join(WORDS, file), 'utf8')).filter((text) => /["']/.test(text))).toEqual([]);
});

test.each([
  'export const it = <Text>Add people</Text>;',
  'export const it = <Text>Cancel</Text>;',
  'export const it = <Button label="Look up a person" />;',
  "export const it = 'Nothing was changed.';",
  'export const it = `Group ${name} deleted`;',
])('a sentence in a page is found: %s', (source) => {
  expect(textsIn('probe.tsx', source)).toHaveLength(1);
});
