// Two invocations of the app on the same fakes, each of whose calls waits for its turn: every order of their calls can be tried.
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { World } from '../../../support/ports/world';

/** The invocation whose call comes next. */
export type Side = 'one' | 'other';

type Ports = World['ports'];

/** What answers at once, inside the invocation. */
const INSIDE = new Set(['clock', 'sleep', 'ids', 'deadline', 'points', 'log', 'environment']);

/** Lets both run until both have ended. Their calls take turns as `order` says; where it ends, or names one that waits for nothing, the other goes on. */
export async function interleaved<T>(
  { ports, clock }: World,
  order: Iterable<Side>,
  invocations: Record<Side, (ports: Ports) => Promise<T>>,
): Promise<Record<Side, T>> {
  const waiting: Record<Side, (() => void)[]> = { one: [], other: [] };
  async function begin(side: Side): Promise<T> {
    return invocations[side](inTurns(ports, () => new Promise((go) => waiting[side].push(go))));
  }
  const both = Promise.all([begin('one'), begin('other')]);
  const wishes = order[Symbol.iterator]();
  for (;;) {
    await nextTurn();
    const wished: Side = wishes.next().value ?? 'one';
    const go = waiting[wished].shift() ?? waiting[wished === 'one' ? 'other' : 'one'].shift();
    if (go === undefined) break;
    clock.advance(1);
    go();
  }
  const [one, other] = await both;
  return { one, other };
}

function inTurns(ports: Ports, turn: () => Promise<void>): Ports {
  const each = Object.entries(ports).map(([name, port]) => [name, INSIDE.has(name) ? port : callsInTurns(port, turn)]);
  return Object.fromEntries(each) as Ports;
}

function callsInTurns(port: object, turn: () => Promise<void>): object {
  const each = Object.entries(port).map(([name, call]: [string, unknown]) => {
    async function inTurn(...args: unknown[]): Promise<unknown> {
      await turn();
      return (call as (...all: unknown[]) => unknown)(...args);
    }
    return [name, typeof call === 'function' ? inTurn : call];
  });
  return Object.fromEntries(each) as object;
}
