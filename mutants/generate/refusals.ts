// Refusals that are left out: what is thrown, what is returned, a rule of several.
import ts from 'typescript';

import { written, type Change } from './change';

/** Codes and reasons are written so. */
const CODE = /^[A-Z][A-Z0-9_]{3,}$/;

/** Finds refusals to leave out. */
export function refusals(node: ts.Node, source: ts.SourceFile): Change[] {
  if (ts.isThrowStatement(node)) {
    return isPassedOn(node.expression) ? [] : [written('no-throw', node, source, ';')];
  }
  if (ts.isReturnStatement(node) && node.expression !== undefined && isRefusal(node.expression)) {
    return [written('no-refusal', node, source, ';')];
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse]
      .filter(isRefusal)
      .map((one) => written('no-refusal', one, source, 'undefined'));
  }
  if (isChoiceOfRules(node)) {
    return [
      written('no-rule', node, source, `(${node.right.getText(source)})`),
      written('no-rule', node, source, `(${node.left.getText(source)})`),
    ];
  }
  return [];
}

/** Tells whether something is thrown that was caught, or that says of a state that there is none such. */
function isPassedOn(thrown: ts.Expression): boolean {
  if (!ts.isNewExpression(thrown)) return ts.isIdentifier(thrown);
  const [said] = thrown.arguments ?? [];
  return thrown.expression.getText() === 'Error' && said !== undefined && ts.isStringLiteral(said);
}

function isRefusal(node: ts.Expression): boolean {
  if (ts.isStringLiteral(node)) return CODE.test(node.text);
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text.startsWith('refuse');
}

/** Tells whether the first of several rules refuses: `one(…) ?? other(…)`, in something that is named a refusal. */
function isChoiceOfRules(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return false;
  return [node.left, node.right].some((one) => /[rR]efusal\(/.test(one.getText()));
}
