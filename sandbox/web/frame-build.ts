// Builds the folders that the manifest names for Frames, as `npm run build` does before a deployment, but to a folder of the sandbox.
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { build } from 'vite';
import type { Plugin } from 'vite';

import { notesSources } from './built-from';
import { frameOut } from './frame-out';

/** Names a folder of the manifest, and what it's built for. */
interface FrameBuild {
  root: string;
  key: string;
  /** The folder that is deployed, from the project's root. It's built from the one around it if that has a configuration for Vite. */
  folder: string;
  /** Folder of the pages' build. */
  out: string;
  manifest: string;
  watch: boolean;
  announce: Plugin;
}

/** Builds one resource; resolves after the first build. */
export async function buildFrame({ root, key, folder, out, manifest, watch, announce }: FrameBuild): Promise<void> {
  const config = join(root, dirname(folder), 'vite.config.mts');
  const isBuilt = existsSync(config);
  const outDir = frameOut(out, key);
  await build({
    configFile: isBuilt ? config : false,
    root: join(root, isBuilt ? dirname(folder) : folder),
    base: './',
    logLevel: 'error',
    plugins: [
      notesSources(root, outDir, [manifest, ...(isBuilt ? [relative(root, config)] : [])]),
      ...(watch ? [announce] : []),
    ],
    build: { outDir: join(root, outDir), emptyOutDir: true, watch: watch ? {} : null },
  });
}
