// The app's doors as its pages call them; each call of a resolver is weighed.
import type { Sandbox } from '../../sandbox/sandbox';
import type { QueuePageAnswers } from '../../src/shared/customers/api';
import type { GlobalAnswers, SpaceAnswers } from '../../src/shared/groups/api';
import { millisecondsSince, type Meter } from './meter';

/** Calls a function of a page as the person with this handle. */
type Door<Answers> = <Key extends keyof Answers & string>(
  handle: string,
  functionKey: Key,
  payload: object,
) => Promise<Answers[Key]>;

/** Weighs one call of a resolver. */
export interface Weighed {
  /** CPU time outside of the sandbox's answers: the app, Forge's packages, and the clock that moves them on. */
  cpuMs: number;
  answerBytes: number;
}

export interface Doors {
  /** The page in Confluence's settings. */
  global: Door<GlobalAnswers>;
  /** The page in the settings of DEMO. */
  space: Door<SpaceAnswers>;
  /** The page in the queues of SUP. */
  queuePage: Door<QueuePageAnswers>;
  /** Returns each call since it was last asked. */
  takeWeighed: () => Weighed[];
}

interface Parts {
  sandbox: Sandbox;
  meter: Pick<Meter, 'sandboxCpuMs'>;
  /** Lets waits pass at once until this has ended. */
  hurried: <Value>(ended: Promise<Value>) => Promise<Value>;
  idOf: (handle: string) => string;
  spaceIdOf: (key: string) => string;
}

/** Opens the doors. Each call rejects unless the app does what is asked. */
export function createDoors({ sandbox, meter, hurried, idOf, spaceIdOf }: Parts): Doors {
  let weighed: Weighed[] = [];

  function doorOf<Answers>(moduleKey: string, extension: object): Door<Answers> {
    return async (handle, functionKey, payload) => {
      const [served, before] = [meter.sandboxCpuMs(), process.cpuUsage()];
      const invocation = { moduleKey, functionKey, payload, accountId: idOf(handle), context: { extension } };
      const result = (await hurried(sandbox.invoke(invocation))) as Result<never>;
      const cpuMs = millisecondsSince(before) - (meter.sandboxCpuMs() - served);
      weighed.push({ cpuMs, answerBytes: Buffer.byteLength(JSON.stringify(result)) });
      if (result.ok) return result.value;
      throw new Error(`${functionKey} was answered ${JSON.stringify(result.error)}`);
    };
  }

  const project = { id: sandbox.site.model.project('SUP').id, key: 'SUP' };
  return {
    global: doorOf('global-settings', {}),
    space: doorOf('space-settings', { space: { id: spaceIdOf('DEMO'), key: 'DEMO' } }),
    queuePage: doorOf('customers', { type: 'jiraServiceManagement:queuePage', project }),
    takeWeighed: () => {
      const taken = weighed;
      weighed = [];
      return taken;
    },
  };
}

type Result<Value> = { ok: true; value: Value } | { ok: false; error: object };
