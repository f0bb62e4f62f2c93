// `npm start`: the demo site with the app installed on it, served on this machine.
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';

import { APP_BUILD, buildPages } from './web/build-child';
import { castOf } from './web/people';
import { serveSandbox } from './web/server';

const HELP = `npm start -- [--port N] [--watch]

  --port N   the port to serve on; 0 picks a free one (8080 unless given)
  --watch    rebuild the pages when their sources change, and reload open ones`;

interface Options {
  port: number;
  watch: boolean;
}

/** Ends the process with a sentence instead of a stack. */
const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const readOptions = (): Options => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8080' },
        watch: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      stop(`"${values.port}" is no port: give a number from 0 to 65535.`);
    return { port, watch: values.watch };
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
};

/** Loads the app as Forge would: the globals that its packages call exist before its code runs. */
const createDemo = async () => {
  const [{ installSeams }, { createSandbox }, { demoSeed }] = await Promise.all([
    import('./forge/seams'),
    import('./sandbox'),
    import('./site/seeds/demo'),
  ]);
  installSeams();
  const app = await import('../src/index');
  return createSandbox({ seed: demoSeed, app, log: (line) => console.error(line) });
};

/** Whether the port can be had; known before the pages are built. */
const isFree = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A build that fails says what is wrong with which file. */
const build = async (): Promise<void> =>
  buildPages(APP_BUILD).catch((error: { stderr?: string; message: string }) =>
    stop(`The pages could not be built.\n${error.stderr ?? error.message}`),
  );

const main = async ({ port, watch }: Options): Promise<void> => {
  if (!(await isFree(port))) {
    stop(`Port ${String(port)} is taken. Choose another one, or any free one: npm start -- --port 0`);
  }
  const [sandbox] = await Promise.all([createDemo(), watch ? undefined : build()]);
  const { url, close } = await serveSandbox({ sandbox, port, watch });
  console.log(url);
  console.log('\nChoose who you are in the top bar, for example:');
  for (const { handle, name } of castOf(sandbox.site)) console.log(`  ${handle.padEnd(18)}${name}`);
  console.log('\nCtrl+C ends it; nothing is kept.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
};

await main(readOptions());
