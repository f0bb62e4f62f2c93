// Builds the browser's code: the product's chrome, the bridge of a frame, and the app's pages. Runs in a separate process,
// which frees its memory when it ends: `node --import tsx sandbox/web/build.ts --manifest manifest.yml --out .sandbox/pages [--watch]`.
import { parseArgs } from 'node:util';

import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Plugin } from 'vite';

import { readAppPages } from './app-pages';
import { notesSources } from './built-from';
import { compiledCss } from './compiled-css';
import { compress } from './compress';
import { buildFrame } from './frame-build';
import { iconExports } from './icon-exports';

const root = new URL('../..', import.meta.url).pathname;

const { values: options } = parseArgs({
  options: {
    manifest: { type: 'string', default: 'manifest.yml' },
    out: { type: 'string', default: '.sandbox/pages' },
    watch: { type: 'boolean', default: false },
  },
});

/** Tells the parent process that the pages were rebuilt. */
const announce: Plugin = {
  name: 'announce',
  closeBundle() {
    process.send?.('built');
  },
};

const { sources, folders } = readAppPages(options.manifest);

for (const [key, folder] of Object.entries(folders)) await buildFrame({ root, key, folder, ...options, announce });

await build({
  configFile: false,
  root,
  logLevel: 'error',
  // Atlaskit's icons are CommonJS: for every importer the default export is the component.
  legacy: { inconsistentCjsInterop: true },
  plugins: [
    compiledCss(root),
    iconExports,
    react(),
    compress(),
    notesSources(root, options.out, [options.manifest]),
    announce,
  ],
  build: {
    outDir: options.out,
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    watch: options.watch ? {} : null,
    rolldownOptions: {
      input: {
        chrome: 'sandbox/web/chrome/main.tsx',
        frame: 'sandbox/web/bridge/frame-entry.ts',
        'resource-frame': 'sandbox/web/bridge/resource-frame-entry.ts',
        ...sources,
      },
    },
  },
});
