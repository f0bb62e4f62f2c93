// Proofs that are taken for granted, or asked for once only.
import ts from 'typescript';

import { written, type Change } from './change';

/** Functions that tell whether something may be acted on. */
const PROOFS = /^(isFresh|isGrant|isUsable|isProved\w*|isSameAccount|fits|worksIn|may[A-Z]\w*)$/;

/** Words that ask for an answer anew, and those that take an old one. */
const ANEW: Readonly<Record<string, string>> = {
  everything: 'whatIsOld',
  anew: 'ifOld',
  afterWait: 'beforeSend',
  beforeRecord: 'beforeSend',
};

/** Finds proofs to take for granted. */
export function proofs(node: ts.Node, source: ts.SourceFile): Change[] {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && PROOFS.test(node.expression.text)) {
    return [written('granted', node, source, 'true')];
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'allowed') {
    return [written('granted', node, source, 'true')];
  }
  if (ts.isStringLiteral(node) && isValue(node)) {
    const old = Object.hasOwn(ANEW, node.text) ? ANEW[node.text] : undefined;
    return old === undefined ? [] : [written('asked-once', node, source, `'${old}'`)];
  }
  return [];
}

function isValue({ parent }: ts.StringLiteral): boolean {
  return ts.isCallExpression(parent) || ts.isConditionalExpression(parent);
}
