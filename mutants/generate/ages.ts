// Times of constants: twelve times as long, and none.
import ts from 'typescript';

import { written, type Change } from './change';

const TIME = /(_MS|_S|SECONDS?|MINUTES?|HOURS?|DAYS?)$/;

/** Names of numbers of things in such a time. */
const COUNT = /_AN?_[A-Z]+$/;

/** Finds times to change. */
export function ages(node: ts.Node, source: ts.SourceFile): Change[] {
  const time = timeIn(node);
  if (time === undefined) return [];
  return [written('twelvefold', time, source, `(${time.getText(source)}) * 12`), written('zero', time, source, '0')];
}

function timeIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && isTime(node.name.text)) {
    return node.initializer !== undefined && isNumber(node.initializer) ? node.initializer : undefined;
  }
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'value') return undefined;
  const isTtl = ts.isObjectLiteralExpression(node.parent) && /\bunit:/.test(node.parent.getText());
  return isTtl && isNumber(node.initializer) ? node.initializer : undefined;
}

function isTime(name: string): boolean {
  return TIME.test(name) && !COUNT.test(name);
}

/** Tells whether something is a number that is written out. */
function isNumber(node: ts.Expression): boolean {
  if (ts.isNumericLiteral(node)) return true;
  return ts.isBinaryExpression(node) && isNumber(node.left) && isNumber(node.right);
}
