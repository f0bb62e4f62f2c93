// A site with the app set up on it, on a clock that goes only where somebody waits for it, and the doors of the app.
import { createStandingClock } from '../../sandbox/clock';
import type { Ids } from '../../sandbox/contract/clock';
import type { AppModule } from '../../sandbox/contract/forge';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox';
import type { Seed } from '../../sandbox/site/seed';
import { uuidFrom } from '../../sandbox/site/seeds/people';
import { createDoors, type Doors } from './doors';
import { createMeter, type Meter } from './meter';
import { setUp } from './set-up';

const START = Date.parse('2026-11-21T10:00:00.000Z');
/** Lets what the app knows of its privileged user be older than at once. */
const AFTERWARDS = { seconds: 61 };

export interface BenchSite extends Doors {
  sandbox: Sandbox;
  now: () => number;
  meter: Meter;
  /** Waits on the clock. */
  wait: (ms: number) => Promise<void>;
  /** Lets waits pass at once until this has ended. */
  hurried: <Value>(ended: Promise<Value>) => Promise<Value>;
  idOf: (handle: string) => string;
  spaceIdOf: (key: string) => string;
}

interface SiteParts {
  /** Ids are derived from it. */
  name: string;
  seed: Seed;
  app: AppModule;
}

/** Opens a site on which the site admin has lent their rights, and an agent of SUP may create customers. */
export async function openSite({ name, seed, app }: SiteParts): Promise<BenchSite> {
  const clock = createStandingClock(START);
  const sandbox = await createSandbox({ seed, app, clock, ids: idsOf(name) });
  const { site, letPass } = sandbox;
  const idByHandle = new Map([...site.model.accounts.values()].map(({ handle, accountId }) => [handle, accountId]));
  const meter = createMeter(sandbox, clock);

  async function hurried<Value>(ended: Promise<Value>): Promise<Value> {
    await clock.hurry(ended.then(() => {}));
    return ended;
  }

  function idOf(handle: string): string {
    return known(idByHandle.get(handle), handle);
  }

  function spaceIdOf(key: string): string {
    return site.model.space(key).id;
  }

  const opened = { sandbox, now: clock.now, wait: clock.sleep, meter, hurried, idOf, spaceIdOf };
  await setUp(sandbox);
  await letPass(AFTERWARDS);
  return { ...opened, ...createDoors(opened) };
}

/** Makes ids by their number. */
function idsOf(name: string): Ids {
  let made = 0;
  return { uuid: () => uuidFrom(`bench ${name} ${String((made += 1))}`) };
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`There is no ${name}`);
  return value;
}
