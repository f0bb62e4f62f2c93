// The sandbox with the app over HTTP, in a separate process. Reports its address and, on request, its heap after a garbage collection.
import { createSandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { serveSandbox } from '../../sandbox/web/server';

await serve();

async function serve(): Promise<void> {
  const sandbox = await createSandbox({ seed: demoSeed, app: await import('../../src/index') });
  const { url } = await serveSandbox({ sandbox, port: 0 });
  process.on('message', () => process.send?.(heapBytes()));
  process.send?.(url);
}

function heapBytes(): number {
  if (globalThis.gc === undefined) throw new Error('Run it with --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
