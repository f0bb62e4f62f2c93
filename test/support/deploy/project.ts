// A project folder to deploy from, with a fake Forge CLI as the only program on its PATH.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { parse } from 'yaml';

import { readOptions } from '../../../scripts/deploy/options';
import { PLACEHOLDER_ID } from '../../../scripts/deploy/project-files';
import { walk } from '../../../scripts/deploy/walk';

/** What one command of the fake does once. */
type Trouble = 'fails' | 'does nothing' | 'prints something else';

interface ForgeState {
  log: string[];
  trouble: Record<string, Trouble>;
  signedIn: boolean;
  scopes: string[];
  deployments: object[];
  installations: { environment: string; site: string; product: string; status: string }[];
  entities: unknown[];
  looksUntilBuilt: number;
  chosenSite: string;
}

interface Ended {
  /** The sentence that ended it; undefined if it went through. */
  stopped: string | undefined;
  printed: string;
  /** The commands of this run. */
  log: string[];
  pauses: number;
}

/** Makes a folder as it is committed, with an app that Atlassian has never heard of. */
export function aProject() {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  function file(name: string) {
    return join(folder, name);
  }
  for (const name of ['custom-scopes.yaml', 'package-lock.json']) cpSync(resolve(name), file(name));
  const manifest = readFileSync(resolve('manifest.yml'), 'utf8').replace(
    /ari:cloud:ecosystem::app\/[\w-]+/,
    PLACEHOLDER_ID,
  );
  writeFileSync(file('manifest.yml'), manifest);
  mkdirSync(file('src'));
  writeFileSync(file('src/index.ts'), 'export {};\n');
  mkdirSync(file('bin'));
  const source = readFileSync(resolve('test/support/deploy/fake-forge.mjs'), 'utf8');
  writeFileSync(file('bin/forge.mjs'), source);
  writeFileSync(
    file('bin/forge'),
    `#!/bin/sh\nexec '${process.execPath}' '${file('bin/forge.mjs')}' "$@" </dev/null\n`,
  );
  chmodSync(file('bin/forge'), 0o755);
  const { app } = parse(manifest) as { app: { storage: { entities: unknown[] } } };
  writeState({
    log: [],
    trouble: {},
    signedIn: true,
    scopes: [],
    deployments: [],
    installations: [],
    entities: app.storage.entities,
    looksUntilBuilt: 3,
    chosenSite: 'acme.atlassian.net',
  });

  function state(): ForgeState {
    return JSON.parse(readFileSync(file('state.json'), 'utf8')) as ForgeState;
  }
  function writeState(next: ForgeState): void {
    writeFileSync(file('state.json'), JSON.stringify(next));
  }
  async function deploy(
    args: string[],
    { isTerminal = true, PATH = file('bin'), onPause = () => {}, builds = true } = {},
  ): Promise<Ended> {
    writeState({ ...state(), log: [] });
    const [options, complaint] = readOptions(['--environment', 'development', ...args]);
    if (options === undefined) throw new Error(complaint.text);
    const lines: string[] = [];
    let pauses = 0;
    async function build() {
      if (!builds) throw new Error('A source is missing.');
      mkdirSync(file('static/file-frame/build'), { recursive: true });
      writeFileSync(file('static/file-frame/build/index.html'), '<!doctype html>');
      return Promise.resolve();
    }
    async function sleep() {
      pauses += 1;
      return Promise.resolve(onPause());
    }
    const env = { PATH, FAKE_FORGE: file('state.json') };
    const terminal = { folder, env, isTerminal, print: (line: string) => void lines.push(line), build, sleep };
    const stopped = await walk(options, terminal).then(
      () => undefined,
      (error: Error) => error.message,
    );
    return { stopped, printed: lines.join('\n'), log: state().log, pauses };
  }
  return {
    folder,
    env: { PATH: file('bin'), FAKE_FORGE: file('state.json') },
    deploy,
    state,
    change: (next: Partial<ForgeState>) => writeState({ ...state(), ...next }),
    read: (name: string) => readFileSync(file(name), 'utf8'),
    write: (name: string, text: string) => writeFileSync(file(name), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
