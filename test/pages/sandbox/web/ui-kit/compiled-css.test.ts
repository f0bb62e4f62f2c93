// The sheet of Atlaskit's atomic CSS, whose order decides what is bold.
import { expect, test } from 'vitest';

import { sortSheets } from '../../../../../sandbox/web/compiled-css';

function linesOf(...sheets: string[]): string[] {
  return sortSheets(sheets).split('\n');
}

test('a longhand comes after the shorthand that would undo it, whichever sheet has it', () => {
  expect(linesOf('.b{font-weight:700}', '.a{font:14px Sans}')).toEqual(['.a{font:14px Sans}', '.b{font-weight:700}']);
  expect(linesOf('.b{border-top:0}', '.a{border:1px}')).toEqual(['.a{border:1px}', '.b{border-top:0}']);
});

test('states come in the order in which they override each other, at-rules last, keyframes first', () => {
  expect(
    linesOf(
      '@media print{.e{color:black}}',
      '.d:active{color:red}',
      '.c:hover{color:blue}',
      '.a{color:green}',
      '@keyframes k{}',
    ),
  ).toEqual([
    '@keyframes k{}',
    '.a{color:green}',
    '.c:hover{color:blue}',
    '.d:active{color:red}',
    '@media print{.e{color:black}}',
  ]);
});

test('a rule that several sheets repeat is kept once', () => {
  expect(linesOf('.a{color:red}', '.a{color:red}')).toEqual(['.a{color:red}']);
});
