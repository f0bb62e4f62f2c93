// A sandbox that begins anew without a new process: `/_sandbox/reset`. Not part of Atlassian's products.
import type { Sandbox } from './sandbox';

type Create = () => Promise<Sandbox>;

/** Extends a sandbox with a choice of how it begins. */
export interface Resettable extends Sandbox {
  /** Begins anew in another way, which is that of each later reset, too. Changes nothing if it fails. */
  begin: (create: Create) => Promise<void>;
}

/**
 * Creates a sandbox that a reset replaces by a fresh one: site, storage, queue, clock and logs.
 *
 * What is under way then ends on the old one, where nobody looks.
 */
export async function createResettable(create: Create): Promise<Resettable> {
  const listeners: (() => void)[] = [];
  const driving = createDriving();
  let beginning = create;
  const sandbox = { ...(await create()), begin };
  put({ ...sandbox });

  function put(current: Sandbox): void {
    current.onChange(changed);
    Object.assign(sandbox, current, {
      fetch: async (request: Request) => (isReset(request) ? reset() : current.fetch(request)),
      start: () => driving.start(current),
      onChange: (listener: () => void) => void listeners.push(listener),
    });
  }

  function changed(): void {
    for (const listener of listeners) listener();
  }

  async function reset(): Promise<Response> {
    await begin(beginning);
    return new Response(null, { status: 204 });
  }

  async function begin(how: Create): Promise<void> {
    const fresh = await how();
    beginning = how;
    put(fresh);
    driving.moveTo(fresh);
    changed();
  }

  return sandbox;
}

function isReset({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname === '/_sandbox/reset';
}

/** Keeps one sandbox going at a time, from start to stop. */
function createDriving() {
  let stop: (() => void) | undefined;

  function start(sandbox: Sandbox): () => void {
    stop = sandbox.start();
    return () => {
      stop?.();
      stop = undefined;
    };
  }

  return {
    start,
    moveTo: (fresh: Sandbox): void => {
      if (stop === undefined) return;
      stop();
      stop = fresh.start();
    },
  };
}
