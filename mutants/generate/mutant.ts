// A mutant: one place of src, written otherwise.
import ts from 'typescript';

import type { KindName } from './kinds';

export interface Mutant {
  /** Names file, function and change; the same after changes elsewhere. */
  id: string;
  kind: KindName;
  /** The name of the change, as the table of kinds knows it. */
  change: string;
  /** Within src. */
  file: string;
  line: number;
  /** The position of its text in the file. */
  at: number;
  from: string;
  to: string;
}

/** Returns the text of a file with mutants of it. Throws if a place isn't there, or if they overlap. */
export function withMutants(text: string, mutants: readonly Mutant[]): string {
  let [result, until] = [text, text.length];
  for (const { id, at, from, to } of mutants.toSorted((one, other) => other.at - one.at)) {
    const end = at + from.length;
    if (result.slice(at, end) !== from || end > until) throw new Error(`No place for ${id}`);
    result = result.slice(0, at) + to + result.slice(end);
    until = at;
  }
  return result;
}

/** Tells whether a text can be read as TypeScript, whatever its types. */
export function canBeRead(file: string, text: string): boolean {
  const options = { target: ts.ScriptTarget.Latest, module: ts.ModuleKind.ESNext };
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: options,
  });
  return diagnostics.length === 0;
}
