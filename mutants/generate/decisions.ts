// Conditions that decide otherwise.
import ts from 'typescript';

import { written, type Change } from './change';

const { SyntaxKind } = ts;

const OPERATORS: ReadonlyMap<ts.SyntaxKind, { change: string; to: string }> = new Map([
  [SyntaxKind.LessThanToken, { change: 'boundary', to: '<=' }],
  [SyntaxKind.LessThanEqualsToken, { change: 'boundary', to: '<' }],
  [SyntaxKind.GreaterThanToken, { change: 'boundary', to: '>=' }],
  [SyntaxKind.GreaterThanEqualsToken, { change: 'boundary', to: '>' }],
  [SyntaxKind.EqualsEqualsEqualsToken, { change: 'equality', to: '!==' }],
  [SyntaxKind.ExclamationEqualsEqualsToken, { change: 'equality', to: '===' }],
]);

/** Finds conditions to decide otherwise. */
export function decisions(node: ts.Node, source: ts.SourceFile): Change[] {
  if (ts.isIfStatement(node)) return [...always(node.expression, source), ...never(node, source)];
  if (ts.isConditionalExpression(node)) {
    return [...always(node.condition, source), written('if-false', node.condition, source, 'false')];
  }
  if (!ts.isBinaryExpression(node)) return [];
  const operator = OPERATORS.get(node.operatorToken.kind);
  const [left, right] = [node.left.getText(source), node.right.getText(source)];
  if (operator !== undefined) return [written(operator.change, node, source, `${left} ${operator.to} ${right}`)];
  if (node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken) {
    return [written('and-or', node, source, `(${left} || ${right})`)];
  }
  return node.operatorToken.kind === SyntaxKind.BarBarToken
    ? [written('and-or', node, source, `(${left} && ${right})`)]
    : [];
}

function always(condition: ts.Expression, source: ts.SourceFile): Change[] {
  return [written('if-true', condition, source, 'true')];
}

/** Leaves an `if` that only refuses to the changes of refusals. */
function never({ expression, thenStatement, elseStatement }: ts.IfStatement, source: ts.SourceFile): Change[] {
  const leavesOut = ts.isThrowStatement(thenStatement) && elseStatement === undefined;
  return leavesOut ? [] : [written('if-false', expression, source, 'false')];
}
