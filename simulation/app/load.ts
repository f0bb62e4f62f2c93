// The packed app, loaded as often as one wants.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

import type { AppModule } from '../../sandbox/contract/forge';

type Wrapped = (require: NodeJS.Require, module: { exports: unknown }, exports: unknown) => void;

/** Reads a packed app. Each call returns it with modules of its own; packages are shared, as they keep nothing. */
export function loaderOf(file: string): () => AppModule {
  const code = readFileSync(file, 'utf8');
  const script = new Script(`(function (require, module, exports) {${code}\n})`, { filename: 'app.cjs' });
  const require = createRequire(new URL('../../src/index.ts', import.meta.url));
  return () => {
    const module = { exports: {} };
    (script.runInThisContext() as Wrapped)(require, module, module.exports);
    return module.exports as AppModule;
  };
}
