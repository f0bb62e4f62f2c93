// Sources of a build of the pages, so that an up-to-date build isn't repeated.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Plugin } from 'vite';
import { z } from 'zod';

/** Files that control the build, besides its sources. A changed package changes the lock file. */
const TOOLS = [
  'package-lock.json',
  'build.ts',
  'app-pages.ts',
  'compiled-css.ts',
  'compress.ts',
  'frame-build.ts',
  'icon-exports.ts',
];

const FILE = 'built-from.json';

/** Writes the sources of a build into its folder. `more` are those that the build doesn't load, such as the manifest. */
export function notesSources(root: string, out: string, more: readonly string[]): Plugin {
  return {
    name: 'notes-sources',
    async writeBundle() {
      const modules = [...this.getModuleIds()].map((id) => id.split('?')[0] ?? id);
      const sources = modules.filter((id) => id.startsWith(root) && !id.includes('node_modules'));
      const tools = TOOLS.map((name) => join(root, name.endsWith('.ts') ? 'sandbox/web' : '', name));
      const files = [...new Set([...sources, ...tools, ...more.map((name) => join(root, name))])];
      const noted = Object.fromEntries(await Promise.all(files.map(async (file) => [file, await stampOf(file)])));
      await writeFile(join(root, out, FILE), JSON.stringify(noted));
    },
  };
}

/** Holds, by path, the time of the last change in milliseconds, and the size. */
const stamps = z.record(z.string(), z.string());

/** Tells whether the folder holds a build of the current sources. */
export async function isUpToDate(root: string, out: string): Promise<boolean> {
  try {
    const noted = stamps.parse(JSON.parse(await readFile(join(root, out, FILE), 'utf8')));
    const now = await Promise.all(Object.entries(noted).map(async ([file, stamp]) => stamp === (await stampOf(file))));
    return now.every(Boolean);
  } catch {
    return false;
  }
}

async function stampOf(file: string): Promise<string> {
  const { mtimeMs, size } = await stat(file);
  return `${String(mtimeMs)} ${String(size)}`;
}
