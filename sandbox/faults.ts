// Faults on demand in the site, the app's storage, queue and functions: `/_sandbox/faults`. Not part of Atlassian's products.
// Errors of the real platform: https://developer.atlassian.com/platform/forge/runtime-reference/errors/
import { z } from 'zod';

import type { FaultBoard } from './contract/faults';
import type { ForgeHost } from './forge/forge';
import { DelayMs, FaultStatus, RestFault, Skip, Times } from './site/core/faults';
import type { RestFaults } from './site/core/faults';
import type { LateEffects } from './site/core/late-effects';

const StorageFault = z
  .strictObject({
    on: z.literal('storage'),
    /** Prefix of the target, such as `/api/v1/entity`. */
    target: z.string().startsWith('/').default('/'),
    entityName: z.string().exactOptional(),
    status: FaultStatus.exactOptional(),
    code: z.string().default('INJECTED'),
    /** Loses the answer before or after the store acts. A `status` then replaces it. */
    drop: z.enum(['before', 'after']).exactOptional(),
    delayMs: DelayMs.exactOptional(),
    skip: Skip,
    times: Times,
  })
  .transform((fault) => (fault.drop === undefined ? { ...fault, status: fault.status ?? 500 } : fault));

/** As long as Forge keeps an event at most. */
const MAX_LATE_MS = 96 * 60 * 60 * 1000;

/** Narrows a fault of the queue to some pushes or events. */
const aim = {
  on: z.literal('queue'),
  queueName: z.string().exactOptional(),
  /** Part of the event's body. */
  body: z.record(z.string(), z.unknown()).exactOptional(),
  skip: Skip,
  times: Times,
};

const QueueFault = z.discriminatedUnion('effect', [
  z.strictObject({ ...aim, effect: z.literal('refuse'), status: FaultStatus.default(500) }),
  z.strictObject({ ...aim, effect: z.literal('unanswered'), status: FaultStatus.exactOptional() }),
  z.strictObject({ ...aim, effect: z.literal('late'), lateMs: z.int().min(1).max(MAX_LATE_MS) }),
  z.strictObject({ ...aim, effect: z.enum(['lose', 'reorder', 'twice', 'duplicate']) }),
]);

const FunctionFault = z.strictObject({
  on: z.literal('function'),
  effect: z.literal('kill'),
  moduleKey: z.string().exactOptional(),
  /** Number of the platform call within the run, from 1. */
  atCall: z.int().min(1),
  when: z.enum(['before', 'after']),
  skip: Skip,
  times: Times,
});

const Fault = z.discriminatedUnion('on', [RestFault, StorageFault, QueueFault, FunctionFault]);

type FaultInput = z.input<typeof Fault>;

export interface Faults extends FaultBoard {
  add: (...faults: FaultInput[]) => void;
}

interface FaultTargets {
  rest: RestFaults;
  late: LateEffects;
  forge: Pick<ForgeHost, 'kvs' | 'queue' | 'kill' | 'kills' | 'clearKills'>;
}

export function createFaults(targets: FaultTargets): Faults {
  return {
    offer: (faults) => {
      const parsed = (Array.isArray(faults) ? z.array(Fault) : Fault).safeParse(faults);
      if (!parsed.success) {
        return parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
      }
      for (const fault of [parsed.data].flat()) addTo(targets, fault);
      return [];
    },
    add: (...faults) => {
      for (const fault of z.array(Fault).parse(faults)) addTo(targets, fault);
    },
    clear: () => {
      targets.rest.clear();
      targets.late.clear();
      targets.forge.kvs.clearFaults();
      targets.forge.queue.clearFaults();
      targets.forge.clearKills();
    },
    forget: (name) => targets.rest.forget(name),
    list: () => [
      ...targets.rest.list(),
      ...targets.late.list().map((waiting) => ({ on: 'rest', waiting })),
      ...targets.forge.kvs.faults().map((fault) => ({ on: 'storage', ...fault })),
      ...targets.forge.queue.faults().map((fault) => ({ on: 'queue', ...fault })),
      ...targets.forge.kills().map((kill) => ({ on: 'function', effect: 'kill', ...kill })),
    ],
    release: () => targets.late.release(),
  };
}

function addTo({ rest, forge }: FaultTargets, fault: z.output<typeof Fault>): void {
  if (fault.on === 'rest') return rest.add(fault);
  if (fault.on === 'queue') {
    const { on: _queue, ...queueFault } = fault;
    return forge.queue.fail(queueFault);
  }
  if (fault.on === 'function') {
    const { on: _function, effect: _kill, ...kill } = fault;
    return forge.kill(kill);
  }
  const { on: _storage, ...storageFault } = fault;
  return forge.kvs.fail(storageFault);
}
