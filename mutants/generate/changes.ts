// How a node of the syntax tree is written otherwise, by its shape.
import type ts from 'typescript';

import { ages } from './ages';
import { calls } from './calls';
import type { Change } from './change';
import { decisions } from './decisions';
import { proofs } from './proofs';
import { records } from './records';
import { refusals } from './refusals';
import { stored } from './stored';

/** Finds the changes of one node, children apart. */
type Changing = (node: ts.Node, source: ts.SourceFile) => readonly Change[];

const CHANGINGS: readonly Changing[] = [refusals, proofs, records, calls, decisions, stored, ages];

/** Returns all changes of a node, children apart. */
export function changesOf(node: ts.Node, source: ts.SourceFile): Change[] {
  return CHANGINGS.flatMap((changing) => changing(node, source));
}
