// `npm start`: a simulated site with the app installed on it, served on this machine.
import { createServer } from 'node:net';

import { openDataFolder, UnusableFolder } from './data/folder';
import type { DataFolder } from './data/folder';
import { keepIn } from './data/keep';
import { readOptions, stop } from './options';
import type { Options } from './options';
import type { Sandbox } from './sandbox';
import { APP_BUILD, buildPages } from './web/build-child';
import { castOf } from './web/people';
import { serveSandbox } from './web/server';

await main(readOptions());

async function main(options: Options): Promise<void> {
  const { port, watch, downloads, history } = options;
  if (!(await isFree(port))) {
    stop(`Port ${String(port)} is taken. Choose another one, or any free one: npm start -- --port 0`);
  }
  const folder = await openFolder(options);
  const [{ sandbox, stories }] = await Promise.all([createInstalled(options), watch ? undefined : build()]);
  const save = keep(folder, sandbox, options.seed);
  sandbox.start();
  const { url, close } = await serveSandbox({
    sandbox,
    port,
    watch,
    frames: { downloads },
    history,
    ...(options.stories && { stories }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(
      signal,
      () =>
        void close()
          .then(save)
          .then((isSaved) => process.exit(isSaved ? 0 : 1)),
    );
  }
  console.log(url);
  console.log('\nChoose who you are in the top bar, for example:');
  for (const { handle, name } of castOf(sandbox.site)) console.log(`  ${handle.padEnd(18)}${name}`);
  console.log(
    `\nCtrl+C ends it; ${options.data === undefined ? 'nothing is kept' : `${options.data} keeps its state`}.`,
  );
}

/** Tells whether the port is free; checked before the pages are built. */
async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function openFolder({ data, reset }: Options): Promise<DataFolder | undefined> {
  return data === undefined ? undefined : openDataFolder(data, { reset }).catch(stopIfUnusable);
}

/** Ends the process with a sentence if the folder can't be used. */
function stopIfUnusable(thrown: unknown): never {
  if (thrown instanceof UnusableFolder) return stop(thrown.message);
  throw thrown;
}

/** Loads the app as Forge does: the globals that its packages call exist before its code runs. */
async function createInstalled({ readSeed, latencyMs, quota, jira }: Options) {
  const [{ installSeams }, { createSandbox }, { createResettable }, { createStories }, seed] = await Promise.all([
    import('./forge/seams'),
    import('./sandbox'),
    import('./resettable'),
    import('./stories/served-stories'),
    readSeed(),
  ]);
  installSeams();
  const app = await import('../src/index');
  const parts = { app, latencyMs, quota, jira, log: (line: string) => console.error(line) };

  async function create(): Promise<Sandbox> {
    return createSandbox({ ...parts, seed });
  }

  const sandbox = await createResettable(create);
  return { sandbox, stories: createStories({ sandbox, create, parts }) };
}

/** Builds the pages; a failure names the file and the error. */
async function build(): Promise<void> {
  return buildPages(APP_BUILD).catch((error: { stderr?: string; message: string }) =>
    stop(`The pages could not be built.\n${error.stderr ?? error.message}`),
  );
}

/** Returns a function that saves at once; without a folder it always succeeds. */
function keep(folder: DataFolder | undefined, sandbox: Sandbox, seed: string): () => Promise<boolean> {
  if (folder === undefined) return async () => true;
  try {
    return keepIn({ folder, sandbox, seed, tell }).save;
  } catch (thrown) {
    return stopIfUnusable(thrown);
  }
}

function tell(sentence: string): void {
  return console.error(sentence);
}
