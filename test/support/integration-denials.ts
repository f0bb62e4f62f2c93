// A world to attack, and what must hold after every refusal.
import { expect } from 'vitest';

import { operations, type Action } from '../../src/entry/call/operations';
import { isProtectionRead, openSandbox, type PageKey, type World } from './integration';
import { siteAndKept } from './kept';

/** What exists when somebody tries: a privileged user, a group in DEMO and one in DEVOPS, and groups that no record may open. */
export async function aWorldToAttack() {
  const world = await openSandbox();
  await world.configure();
  const { groupId: demoGroup } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  const { groupId: otherGroup } = await world.createGroup('other-admin', 'DEVOPS', 'beta');
  world.model.addMember(demoGroup, world.id('person-30'));
  world.model.addMember(otherGroup, world.id('person-30'));
  return { ...world, demoGroup, otherGroup };
}
export type Attacked = Awaited<ReturnType<typeof aWorldToAttack>>;

type Answer = Awaited<ReturnType<World['call']>>;

/** Why an answer is a refusal, or what it let through. */
export function refusalIn(answer: Answer): string {
  if (answer.ok) return `allowed: ${JSON.stringify(answer.value)}`;
  const { error } = answer;
  return 'reason' in error ? error.reason : error.code;
}

export interface Attack {
  /** Undefined: nobody is signed in. */
  handle: string | undefined;
  payload: unknown;
  context?: Record<string, unknown>;
}

/** Refusals of somebody who has no say in the group: nothing is read for them as the privileged user. */
const BEFORE_ANY_GROUP = /^(NOT_|GROUP_OF_ANOTHER_SPACE|TOO_MANY|INV)/;

/** Runs one try that must be refused; answers how it was, after it made sure that nothing happened. `NOT_REACHED`: the app never ran. */
export async function refusedWith(
  world: World,
  { handle, action }: { handle: string | undefined; action: Action },
  run: () => Promise<string>,
): Promise<string> {
  world.site.clearRequests();
  const before = siteAndKept(world);
  const audited = new Set(world.auditRows().map((row) => row.id));
  const refusal = await run();

  expect(world.privilegedCalls(), 'calls as the privileged user').toEqual([]);
  if (BEFORE_ANY_GROUP.test(refusal)) expect(world.requests().filter(isProtectionRead), 'protection reads').toEqual([]);
  const ownCalls = world.requests().filter((row) => !isProtectionRead(row));
  const actors = ownCalls.map(({ identity }) => ('accountId' in identity ? identity.accountId : identity.kind));
  const self = handle === undefined ? [] : [world.id(handle)];
  expect(self, 'people who acted').toEqual(expect.arrayContaining([...new Set(actors)]));
  expect(siteAndKept(world), 'what changed').toEqual(before);

  const rows = world.auditRows().filter((row) => !audited.has(row.id));
  const isRecorded = !['INVALID_INPUT', 'INVOCATION_REFUSED', 'NOT_REACHED', 'NOT_FOUND'].includes(refusal);
  expect(
    rows.map((row) => [row.kind, row.action, row['code']]),
    'what the audit says',
  ).toEqual(isRecorded && operations[action].effect === 'write' ? [['refusal', action, refusal]] : []);
  return refusal;
}

/** One call of a page that must be refused; answers how it was. */
export async function attack(
  world: World,
  page: PageKey,
  { key, action }: { key: string; action: Action },
  { handle, payload, context = {} }: Attack,
): Promise<string> {
  return refusedWith(world, { handle, action }, async () =>
    refusalIn(await world.call(page, key, payload, handle, context)),
  );
}
