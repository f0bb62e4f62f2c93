// The files of src.
import { globSync, readFileSync } from 'node:fs';

import { mutantsOf } from './generate';
import { canBeRead, withMutants, type Mutant } from './mutant';

const src = new URL('../../src/', import.meta.url);

/** Tables of sentences decide nothing. */
const WORDS = /^shared\/words\//;

/** Lists the files of src that can have mutants, in order. */
export function sourceFiles(): string[] {
  return globSync('**/*.ts', { cwd: src })
    .filter((file) => !WORDS.test(file))
    .toSorted();
}

/** Reads a file of src. */
export function sourceOf(file: string): string {
  return readFileSync(new URL(file, src), 'utf8');
}

/** Lists all mutants of src. */
export function allMutants(): Mutant[] {
  return sourceFiles().flatMap((file) => mutantsOf(file, sourceOf(file)));
}

/** Tells whether the code with a mutant can still be read. */
export function isReadable(mutant: Mutant): boolean {
  return canBeRead(mutant.file, withMutants(sourceOf(mutant.file), [mutant]));
}
