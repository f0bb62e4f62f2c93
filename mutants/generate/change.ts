import type ts from 'typescript';

/** One place, written otherwise. */
export interface Change {
  /** The name of the change, as the table of kinds knows it. */
  change: string;
  at: number;
  from: string;
  to: string;
  /** The function that a statement calls, as it's written. */
  calls?: string;
}

/** Returns the change that writes a node otherwise. */
export function written(change: string, node: ts.Node, source: ts.SourceFile, to: string): Change {
  return { change, at: node.getStart(source), from: node.getText(source), to };
}

/** Returns the change that leaves a property out, with the comma behind it. */
export function without(
  change: string,
  node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  source: ts.SourceFile,
): Change {
  const [comma = ''] = /^\s*,/.exec(source.text.slice(node.getEnd())) ?? [];
  return { change, at: node.getStart(source), from: node.getText(source) + comma, to: '' };
}
