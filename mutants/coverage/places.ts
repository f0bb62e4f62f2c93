// Places of code that a run passes or not: statements of functions, and what an arrow function returns.
import ts from 'typescript';

export interface Place {
  at: number;
  end: number;
  line: number;
  node: ts.Node;
}

/** Lists the places of a file. What runs once, when the file is loaded, is none. */
export function placesIn(source: ts.SourceFile): Place[] {
  const places: Place[] = [];

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return;
    if (isPlace(node)) {
      const at = node.getStart(source);
      places.push({ at, end: node.getEnd(), line: source.getLineAndCharacterOfPosition(at).line + 1, node });
    }
    ts.forEachChild(node, visit);
  }

  visit(source);
  return places;
}

/** Returns the innermost place around a position. Undefined: what stands there runs when the file is loaded. */
export function placeAround(places: readonly Place[], position: number): Place | undefined {
  return places
    .filter(({ at, end }) => at <= position && position < end)
    .toSorted((one, other) => one.end - one.at - (other.end - other.at))[0];
}

function isPlace(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  const { parent } = node;
  if (ts.isArrowFunction(parent) && parent.body === node) return !ts.isBlock(node);
  return ts.isStatement(node) && !isDeclared(node) && isRunAgain(node);
}

function isDeclared(node: ts.Statement): boolean {
  return ts.isFunctionDeclaration(node) || ts.isBlock(node) || ts.isEmptyStatement(node) || ts.isClassDeclaration(node);
}

/** Tells whether a statement stands in a function. */
function isRunAgain(node: ts.Node): boolean {
  return ts.findAncestor(node.parent, ts.isFunctionLike) !== undefined;
}
