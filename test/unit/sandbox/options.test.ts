import { afterEach, describe, expect, it } from 'vitest';

import { readOptions } from '../../../sandbox/options';

const given = process.argv;
afterEach(() => {
  process.argv = given;
});

function optionsOf(...args: string[]) {
  process.argv = ['node', 'sandbox/main.ts', ...args];
  return readOptions();
}

describe('the site of `npm start`', () => {
  it('has classic permissions, unless it is asked for with space roles', async () => {
    expect((await optionsOf().readSeed()).mode).toBe('PRE_ROLES');
    expect((await optionsOf('--roles').readSeed()).mode).toBe('ROLES');
  });

  it('offers stories only where no option chose it', () => {
    const given = [[], ['--port', '0'], ['--watch'], ['--latency', '5']].map((args) => optionsOf(...args).stories);
    expect(given).toEqual([true, true, true, true]);
    const chosen = [['--seed', 'large'], ['--roles'], ['--empty'], ['--without-jira'], ['--data', 'folder']];
    expect(chosen.map((args) => optionsOf(...args).stories)).toEqual([false, false, false, false, false]);
  });

  it('is kept apart with roles and without', () => {
    expect([optionsOf().seed, optionsOf('--roles').seed]).toEqual(['demo', 'demo with roles']);
  });

  it('has what an earlier version of the app stored, unless it is to be just installed', async () => {
    expect((await optionsOf().readSeed()).appStorage.plain).not.toEqual({});
    const options = optionsOf('--empty', '--roles');
    expect([options.seed, (await options.readSeed()).appStorage]).toEqual([
      'demo with roles empty',
      { plain: {}, secret: {} },
    ]);
  });
});
