import ts from 'typescript';

import type { Change } from './change';
import { changesOf } from './changes';
import { kindOf } from './kinds';
import type { Mutant } from './mutant';

/** Lists the mutants of a file of src. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const all: Mutant[] = [];
  const times = new Map<string, number>();

  function add(change: Change, within: string): void {
    const kind = kindOf(file, change);
    const { at, from, to } = change;
    if (kind === undefined || from === to) return;
    const name = `${file.replace(/\.ts$/, '')}/${within}/${change.change}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const line = source.getLineAndCharacterOfPosition(at).line + 1;
    all.push({
      id: time === 1 ? name : `${name}-${String(time)}`,
      kind,
      change: change.change,
      file,
      line,
      at,
      from,
      to,
    });
  }

  function visit(node: ts.Node, within: string): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const name = nameOf(node) ?? within;
    for (const change of changesOf(node, source)) add(change, name);
    ts.forEachChild(node, (child) => visit(child, name));
  }

  visit(source, 'module');
  return all;
}

/** Returns the name that code within a node is known by. Undefined: it has none of its own. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isClassDeclaration(node)) {
    return node.name?.getText();
  }
  const isFunction = 'initializer' in node && node.initializer !== undefined && isArrow(node.initializer as ts.Node);
  if (ts.isPropertyAssignment(node) && isFunction) return node.name.getText();
  const isOutermost = ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent);
  return ts.isVariableDeclaration(node) && (isFunction || isOutermost) ? node.name.getText() : undefined;
}

function isArrow(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}
