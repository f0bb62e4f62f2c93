// Writes a gzip copy of each text file of a build, for browsers that accept it.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { Plugin } from 'vite';

const zip = promisify(gzip);

/** Compresses scripts and styles as they are emitted. */
export function compress(): Plugin {
  return {
    name: 'compress',
    generateBundle: {
      // Vite itself still fills in a chunk's preloads at this stage.
      order: 'post',
      async handler(_options, bundle) {
        const texts = Object.values(bundle).filter(({ fileName }) => /\.(?:js|css)$/.test(fileName));
        await Promise.all(
          texts.map(async (file) => {
            const source = await zip(file.type === 'chunk' ? file.code : file.source);
            this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source });
          }),
        );
      },
    },
  };
}
