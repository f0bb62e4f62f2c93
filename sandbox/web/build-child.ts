// Starts build.ts in a separate process, which frees Vite's memory when it ends.
import { execFile, fork } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { readAppPages } from './app-pages';
import { isUpToDate } from './built-from';
import { frameOut } from './frame-out';

/** Names the manifest to build from and the folder to build into, both from the project's root. */
export interface BuildPaths {
  manifest: string;
  out: string;
}

/** Builds the app's own pages. */
export const APP_BUILD: BuildPaths = { manifest: 'manifest.yml', out: '.sandbox/pages' };

const root = new URL('../..', import.meta.url).pathname;
const script = join(root, 'sandbox/web/build.ts');

// A test runner's NODE_ENV would make React a development build.
const environment = { ...process.env, NODE_ENV: 'production' };

/** Builds the pages in a separate process, in about two seconds; skips an up-to-date build. */
export async function buildPages(paths: BuildPaths = APP_BUILD): Promise<void> {
  if (await areUpToDate(paths)) return;
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...argumentsFor(paths)], {
    cwd: root,
    env: environment,
  });
}

/** Builds the pages now and after each change of a source; calls `onBuilt` each time. Resolves after the first build. */
export async function watchPages(onBuilt: () => void, paths: BuildPaths = APP_BUILD): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [...argumentsFor(paths), '--watch'], {
      cwd: root,
      env: environment,
      execArgv: ['--import', 'tsx'],
    });
    child.on('error', reject);
    child.on('exit', () => {
      reject(new Error('The build of the pages ended; what it said is above.'));
    });
    child.on('message', () => {
      onBuilt();
      resolve(() => child.kill());
    });
  });
}

async function areUpToDate({ manifest, out }: BuildPaths): Promise<boolean> {
  const keys = Object.keys(readAppPages(join(root, manifest)).folders);
  const folders = [out, ...keys.map((key) => frameOut(out, key))];
  return (await Promise.all(folders.map(async (folder) => isUpToDate(root, folder)))).every(Boolean);
}

function argumentsFor({ manifest, out }: BuildPaths): string[] {
  return ['--manifest', manifest, '--out', out];
}
