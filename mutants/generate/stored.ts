// Conditions of the storage that are left out: what is stored then overwrites what somebody else stored meanwhile.
import ts from 'typescript';

import { without, written, type Change } from './change';

/** Properties that make a write depend on what is stored. */
const PROPERTIES = /^(conditions|whileRun)$/;

/** Finds conditions of writes to leave out. */
export function stored(node: ts.Node, source: ts.SourceFile): Change[] {
  if (isProperty(node) && PROPERTIES.test(node.name.getText(source))) return [without('condition', node, source)];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: before, name } = node.expression;
    if (name.text === 'and' && isChained(before)) return [written('condition', node, source, before.getText(source))];
    if (name.text === 'check' && ts.isExpressionStatement(node.parent)) {
      return [written('check', node.parent, source, ';')];
    }
  }
  if (isNextVersion(node)) return [written('increment', node, source, node.left.getText(source))];
  return [];
}

function isProperty(node: ts.Node): node is ts.PropertyAssignment | ts.ShorthandPropertyAssignment {
  return ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
}

function isChained(before: ts.Expression): boolean {
  return ts.isNewExpression(before) || ts.isCallExpression(before);
}

/** Tells whether something is the next version of a row, or the next baton of a run. */
function isNextVersion(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return false;
  return node.right.getText() === '1' && /\b(version|baton|before|hops)$/.test(node.left.getText());
}
