import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, it } from 'vitest';

import { openDataFolder } from '../../../../sandbox/data/folder';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'sandbox-folder-'));
  folder = join(parent, 'deep', 'data');
});
afterEach(async () => {
  await rm(parent, { recursive: true });
});

describe('a folder', () => {
  it('is made, and keeps what is written last', async ({ expect }) => {
    const { file, text, write, close } = await openDataFolder(folder);
    expect(text).toBeUndefined();
    await write('one');
    await write('two');
    expect(await readFile(file, 'utf8')).toBe('two');
    close();
    const again = await openDataFolder(folder);
    expect(again.text).toBe('two');
    again.close();
    expect((await readdir(folder)).toSorted()).toEqual(['lock', 'state.json']);
  });

  it('that a file stands in the way of is refused in a sentence', async ({ expect }) => {
    await writeFile(join(parent, 'deep'), 'a file');
    await expect(openDataFolder(folder)).rejects.toThrow(
      /data can't be used as a folder for data: ENOTDIR: not a directory/,
    );
    await expect(openDataFolder(join(parent, 'deep'))).rejects.toThrow(/EEXIST: file already exists/);
  });

  it('whose state.json is a folder is refused in a sentence', async ({ expect }) => {
    await mkdir(join(folder, 'state.json'), { recursive: true });
    await expect(openDataFolder(folder)).rejects.toThrow(/can't be used as a folder for data: EISDIR/);
  });
});

describe('a second process', () => {
  it('is refused while the first one runs, and changes nothing', async ({ expect }) => {
    const { write, close } = await openDataFolder(folder);
    await write('mine');
    await expect(openDataFolder(folder, { reset: true })).rejects.toThrow(
      `Another sandbox keeps its state in ${folder}. End that one, or name another folder.`,
    );
    expect((await readdir(folder)).toSorted()).toEqual(['lock', 'state.json']);
    close();
    (await openDataFolder(folder)).close();
  });

  it('gets the folder of one that was killed', async ({ expect }) => {
    const program = `import { openDataFolder } from './sandbox/data/folder.ts';
      const { write } = await openDataFolder(${JSON.stringify(folder)});
      await write('the last words');
      process.kill(process.pid, 'SIGKILL');`;
    const { signal, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program],
      { cwd: join(import.meta.dirname, '../../../..'), encoding: 'utf8' },
    );
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    const { text, close } = await openDataFolder(folder);
    expect(text).toBe('the last words');
    close();
  });
});

it('what the folder held is moved aside on request', async ({ expect }) => {
  const first = await openDataFolder(folder);
  await first.write('old');
  first.close();
  const { text, close } = await openDataFolder(folder, { reset: true });
  expect(text).toBeUndefined();
  close();
  const names = await readdir(folder);
  expect(names.toSorted()).toEqual(['lock', expect.stringMatching(/^state-.+\.json$/)]);
  expect(await readFile(join(folder, names.find((name) => name.startsWith('state')) ?? ''), 'utf8')).toBe('old');
});
