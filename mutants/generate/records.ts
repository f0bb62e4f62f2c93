// Records that aren't made: what happens then is on no record.
import ts from 'typescript';

import { without, written, type Change } from './change';

/** Functions that record an effect that they're given, before and after. */
const RECORDING = /^(audited|recorded)$/;

/** Finds records to leave out. */
export function records(node: ts.Node, source: ts.SourceFile): Change[] {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && RECORDING.test(node.expression.text)) {
    const effect = node.arguments.find(ts.isObjectLiteralExpression);
    return effect === undefined ? [] : [written('unrecorded', node, source, `(${effect.getText(source)}).effect()`)];
  }
  if (isAttempts(node)) return [without('unrecorded', node, source)];
  return [];
}

/** Tells whether something is the attempts that a call stores. */
function isAttempts(node: ts.Node): node is ts.ShorthandPropertyAssignment {
  return (
    ts.isShorthandPropertyAssignment(node) && node.name.text === 'attempts' && ts.isCallExpression(node.parent.parent)
  );
}
