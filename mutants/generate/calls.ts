// Statements that only call something: left out, or moved behind the next thing that is waited for.
import ts from 'typescript';

import { written, type Change } from './change';

/** Finds calls to leave out or to make too late. The table of kinds says which calls matter. */
export function calls(node: ts.Node, source: ts.SourceFile): Change[] {
  if (!ts.isExpressionStatement(node)) return [];
  const called = calledBy(node.expression);
  if (called === undefined) return [];
  const removed = { ...written('no-call', node, source, ';'), calls: called };
  const late = ts.isAwaitExpression(node.expression) ? madeLate(node, source) : undefined;
  return late === undefined ? [removed] : [removed, { ...late, calls: called }];
}

/** Returns what an expression calls, as it's written. Undefined: it does something else. */
function calledBy(expression: ts.Expression): string | undefined {
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  return ts.isCallExpression(call) ? call.expression.getText() : undefined;
}

/** Moves a statement behind the next one that waits for something. Undefined: there is none. */
function madeLate(node: ts.ExpressionStatement, source: ts.SourceFile): Change | undefined {
  const moved = ts.isIfStatement(node.parent) ? node.parent : node;
  const block = moved.parent;
  if (!ts.isBlock(block)) return undefined;
  const after = block.statements.slice(block.statements.indexOf(moved) + 1);
  const passed = after.find((one) => isEffect(one, source));
  if (passed === undefined) return undefined;
  const [at, until] = [moved.getStart(source), passed.getEnd()];
  const between = source.text.slice(moved.getEnd(), passed.getStart(source));
  const first = moved.getText(source);
  return {
    change: 'late',
    at,
    from: source.text.slice(at, until),
    to: `${between}${followedBy(passed, first, source)}`,
  };
}

/** Tells whether a statement waits for something, or returns what a call gives. */
function isEffect(statement: ts.Statement, source: ts.SourceFile): boolean {
  if (/\bawait\b/.test(statement.getText(source))) return true;
  return (
    ts.isReturnStatement(statement) && statement.expression !== undefined && ts.isCallExpression(statement.expression)
  );
}

function followedBy(passed: ts.Statement, statement: string, source: ts.SourceFile): string {
  if (!ts.isReturnStatement(passed) || passed.expression === undefined) {
    return `${passed.getText(source)} ${statement}`;
  }
  return `const returned = await (${passed.expression.getText(source)}); ${statement} return returned;`;
}
