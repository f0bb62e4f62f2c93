// Switches that runs turn on, on ports that keep state: every call of a port is counted, may take time, and can be where the app is killed.
import type { BrokerPorts } from '../../../../src/broker/ports';
import { applyRun } from '../../../../src/broker/runs/apply-run';
import type { Kind, RunJob } from '../../../../src/broker/runs/job';
import type { RunKind } from '../../../../src/broker/runs/kinds';
import { onRunEvent } from '../../../../src/broker/runs/on-run-event';
import { planRun, type RunPlan } from '../../../../src/broker/runs/plan-run';
import type { RunEvent } from '../../../../src/broker/runs/queue';
import { readRun } from '../../../../src/broker/runs/read-run';
import type { LineState, RunLine } from '../../../../src/broker/runs/stored-run';
import { sweepRuns } from '../../../../src/broker/runs/sweep-runs';
import { allow, refuse } from '../../../../src/broker/verdict';
import type { ForbiddenReason } from '../../../../src/shared/result';
import { ann, answerLost, devId, fails, person } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';
import { createTime } from './passing-time';

interface Turning extends Kind {
  command: { key: string };
  grant: { key: string };
  value: 'on';
}

type SavedWith = Parameters<BrokerPorts['runs']['savePart']>[3];

type Call = 'stored' | 'facts' | 'perform' | 'look' | keyof BrokerPorts['runs'] | 'push' | 'refuse';

export function aSwitchboard() {
  const world = aWorld();
  const on = new Set<string>();
  const calls: { call: Call; about?: string; at: number }[] = [];
  const latency = { restMs: 0, storageMs: 0, deliveryMs: 0 };
  /** How answers of Confluence differ, what they cost, and how many writes it takes in a second. */
  const confluence = { factor: () => 1, pointsOfFacts: (_lines: number) => 0, writesASecond: Infinity };
  /** What happens at a call: before its effect, or after it. */
  const script: { before?: (call: Call, about?: string) => void; after?: (call: Call, about?: string) => void } = {};
  const refused = new Map<string, ForbiddenReason>();
  const losses = new Map<string, { times: number; how: 'never' | 'late' }>();
  const late: string[] = [];
  /** Loses the answers of so many writes; their effect comes late or never. */
  function lose(key: string, times: number, how: 'never' | 'late' = 'never'): void {
    losses.set(key, { times, how });
  }

  /** Grows with each invocation: nothing of an earlier one happens any more. */
  let life = 0;
  async function run<T>(call: Call, about: string | undefined, effect: () => T | Promise<T>): Promise<T> {
    const own = life;
    async function onlyAlive(): Promise<void> {
      if (own !== life) await new Promise(() => undefined);
    }
    await onlyAlive();
    calls.push({ call, at: world.clock.now(), ...(about !== undefined && { about }) });
    script.before?.(call, about);
    await onlyAlive();
    const isRest = call === 'perform' || call === 'facts' || call === 'look';
    await time.pass(isRest ? latency.restMs * confluence.factor() : latency.storageMs);
    await onlyAlive();
    const value = await effect();
    script.after?.(call, about);
    await onlyAlive();
    return value;
  }
  const time = createTime(world.clock);
  const runs = Object.fromEntries(
    (['add', 'get', 'lines', 'change', 'savePart', 'ofPlace', 'due'] as const).map((call) => [
      call,
      (...args: unknown[]) =>
        run(call, undefined, () => {
          if (call === 'savePart') demandNew(args[3] as SavedWith);
          return (world.runs[call] as (...all: unknown[]) => unknown)(...args);
        }),
    ]),
  ) as unknown as BrokerPorts['runs'];
  const ports: BrokerPorts = {
    ...world.ports,
    auditLog: {
      ...world.ports.auditLog,
      refuse: (...refusals) => run('refuse', String(refusals.length), () => world.ports.auditLog.refuse(...refusals)),
    },
    sleep: (ms) => time.pass(ms),
    deadline: { remainingMs: () => endsAt - world.clock.now() },
    runs,
    runQueue: { push: (events) => run('push', undefined, () => world.runQueue.push(events)) },
  };
  let endsAt = world.clock.now() + 20_000;

  /** No attempt is recorded twice, and none has two outcomes. */
  function demandNew({ attempts = [], ended = [] }: SavedWith): void {
    const known = new Set(world.auditLog.attempts.map(({ id }) => id));
    for (const { id } of attempts) if (known.has(id)) twice.push(`attempt ${id}`);
    for (const { id } of ended) if (world.auditLog.outcomes.has(id)) twice.push(`outcome ${id}`);
  }
  const twice: string[] = [];

  const written = new Map<number, number>();
  /** Counts by the second, as Confluence does. */
  function demandFew(now: number): void {
    const second = Math.floor(now / 1000);
    const count = (written.get(second) ?? 0) + 1;
    if (count > confluence.writesASecond)
      throw fails({ code: 'RATE_LIMITED', retryAfterSeconds: 1, changed: 'nothing' });
    written.set(second, count);
    world.site.points.spent += 1;
  }

  const job: RunJob<Turning> = {
    readStored: () => run('stored', undefined, () => undefined),
    readFacts: (commands) => {
      const readAt = world.clock.now();
      world.site.points.spent += confluence.pointsOfFacts(commands.length);
      return run('facts', undefined, () => ({ readAt }));
    },
    judge: ({ key }) => {
      const reason = refused.get(key);
      return reason === undefined ? allow({ key }) : refuse(reason);
    },
    entry: ({ key }) => ({ action: 'addMember', caller: ann, spaceId: devId, accountId: person(key) }),
    perform: ({ key }) =>
      run('perform', key, () => {
        demandFew(world.clock.now());
        const lost = losses.get(key);
        if (lost !== undefined && lost.times > 0) {
          lost.times -= 1;
          if (lost.how === 'late') late.push(key);
          throw answerLost;
        }
        on.add(key);
        return { value: 'on' as const, outcome: 'succeeded' as const };
      }),
    look: async () => undefined,
    refusal: () => ({ action: 'addMember', caller: ann, spaceId: devId }),
  };
  const kind: RunKind = {
    product: 'switches',
    effect: 'atlassian',
    ahead: 150,
    lapsesAfterMs: 3_600_000,
    job: () => job as unknown as RunJob<Kind>,
    look: (_ports, commands) =>
      run('look', String(commands.length), () => {
        for (const key of late.splice(0)) on.add(key);
        return commands.map((command) => {
          const holds = on.has((command as Turning['command']).key);
          return { holds, found: holds ? ('member' as const) : ('notMember' as const) };
        });
      }),
    typeNumber: (number) => `Type ${String(number)} to confirm.`,
    inverse: (command, { attemptId }) => ({ ...(command as object), undone: attemptId }),
  };

  function linesOf(count: number): RunLine[] {
    return Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      verdict: 'willChange',
      command: { key: `s${String(index + 1)}` },
    }));
  }
  async function plan(lines: number | readonly RunLine[], more: Partial<Pick<RunPlan, 'typed' | 'place'>> = {}) {
    const list = typeof lines === 'number' ? linesOf(lines) : lines;
    return planRun(ports, kind, { source: 'list', place: devId, by: ann, lines: list, ...more });
  }
  function apply({ run: { runId, version } }: { run: { runId: string; version: number } }, typedNumber?: number) {
    endsAt = world.clock.now() + 20_000;
    return applyRun(ports, [kind], { runId, version, caller: ann, begun: undefined, typedNumber });
  }
  /** Lets an invocation run; killed, it never comes back. */
  async function invoke<T>(work: () => Promise<T>, withinMs = 110_000): Promise<T | 'killed'> {
    life += 1;
    endsAt = world.clock.now() + withinMs;
    const killed = new Promise<'killed'>((resolve) => {
      die = () => {
        resolve('killed');
      };
    });
    return Promise.race([work(), killed]);
  }
  let die: () => void = () => undefined;
  /** Kills the invocation at this point. */
  function kill(): void {
    life += 1;
    die();
  }
  /** Delivers the next event, whenever it is due. False: there is none. */
  async function deliver(): Promise<boolean> {
    const [event] = world.runQueue.events.toSorted((a, b) => a.dueAt - b.dueAt);
    if (event === undefined) return false;
    world.runQueue.events.splice(world.runQueue.events.indexOf(event), 1);
    await time.pass(Math.max(0, event.dueAt - world.clock.now()) + latency.deliveryMs);
    await invoke(() => handle(event));
    return true;
  }
  function handle(event: RunEvent): Promise<void> {
    return onRunEvent(ports, [kind], event);
  }
  async function deliverAll(most = 1000): Promise<number> {
    let count = 0;
    while (count < most && (await deliver())) count += 1;
    return count;
  }
  async function sweep(): Promise<void> {
    await invoke(() => sweepRuns(ports, [kind]), 50_000);
  }
  function stateOf(runId: string) {
    return world.runs.runs.get(runId);
  }
  /** The states of all lines that were tried, by number. */
  function lineStates(runId: string): Map<number, LineState> {
    const all = new Map<number, LineState>();
    for (const [key, { now }] of world.runs.parts) {
      const { part, lines } = now;
      if (!key.startsWith(runId)) continue;
      for (const [at, state] of Object.entries(lines)) all.set(part * 100 + Number(at) + 1, state);
    }
    return all;
  }
  function count(...wanted: Call[]): number {
    return calls.filter(({ call }) => wanted.includes(call)).length;
  }
  return {
    world,
    twice,
    lose,
    handle,
    read: (runId: string) => readRun(ports, { caller: ann }, runId),
    on,
    calls,
    latency,
    confluence,
    script,
    refused,
    ports,
    kind,
    job,
    linesOf,
    plan,
    apply,
    invoke,
    kill,
    deliver,
    deliverAll,
    sweep,
    stateOf,
    lineStates,
    count,
    time,
  };
}

export type Switchboard = ReturnType<typeof aSwitchboard>;
