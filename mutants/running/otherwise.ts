// Vite's part: src as it's written, or otherwise.
import type { Plugin } from 'vite';

import { noting } from '../coverage/noting';
import { withMutants, type Mutant } from '../generate/mutant';

const SRC = new URL('../../src/', import.meta.url).pathname;

/** Returns a plugin that puts mutants into the code, or lets it note its lines if `process.env.NOTED_LINES` names a file for that. */
export function otherwise(mutants: () => readonly Mutant[]): Plugin {
  return {
    name: 'otherwise',
    enforce: 'pre',
    transform: (code, id) => {
      const file = id.startsWith(SRC) ? id.slice(SRC.length) : '';
      if (!file.endsWith('.ts')) return undefined;
      if (process.env['NOTED_LINES'] !== undefined) return noting(file, code);
      const own = mutants().filter((mutant) => mutant.file === file);
      return own.length === 0 ? undefined : withMutants(code, own);
    },
  };
}
