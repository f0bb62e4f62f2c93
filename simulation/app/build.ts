// The app as one file, as Forge packs it: each world begins with modules of its own, as in a new container.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';
import type { Plugin } from 'vite';

/** Packs `src/index.ts` without its packages into a file. `plugins` may change it on the way. */
export async function buildApp(file: string, plugins: Plugin[] = []): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const built = await build({
    root,
    configFile: false,
    plugins,
    logLevel: 'error',
    build: {
      ssr: 'src/index.ts',
      write: false,
      minify: false,
      target: 'node24',
      rolldownOptions: { output: { format: 'cjs' } },
    },
  });
  const [chunk, ...more] = 'output' in built ? built.output : [];
  if (chunk === undefined || more.length > 0) throw new Error('The app is more than one file');
  writeFileSync(file, chunk.code);
}
