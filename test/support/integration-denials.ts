// Who tries what in the denial matrix, and what must hold after every refusal.
import { expect } from 'vitest';

import { ACTIONS, type Action } from '../../src/domain/access';
import { isPrivileged, openSandbox, type World } from './integration';

/** Whoever, or whatever, must be refused. */
export const COLUMNS = [
  'anonymous',
  'member',
  'admin of another space',
  'admin of his personal space',
  'Confluence admin',
  'deactivated',
  'forged space in context',
  'forged accountId in payload',
  'group of another space',
  'protected group',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The refusal: a reason if FORBIDDEN, else the error's code; or why there is nothing to refuse. */
export type Cell = string | { doesNotApply: string };
export type Denials = Readonly<Record<Column, Cell>>;

/** The columns in which somebody is refused, with how. */
export const refusals = (denials: Denials | undefined): [Column, string][] =>
  COLUMNS.flatMap((column): [Column, string][] => {
    const cell = denials?.[column];
    return typeof cell === 'string' ? [[column, cell]] : [];
  });

/** The columns that do not apply, each with the reason. */
export const exceptions = (denials: Denials | undefined): [Column, string][] =>
  COLUMNS.flatMap((column): [Column, string][] => {
    const cell = denials?.[column];
    return typeof cell === 'object' ? [[column, cell.doesNotApply]] : [];
  });

/** What exists when somebody tries: a privileged user, a group in DEMO and one in DEVOPS, and groups that no record may open. */
export const aWorldToAttack = async () => {
  const world = await openSandbox();
  await world.configure();
  const { groupId: demoGroup } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  const { groupId: otherGroup } = await world.createGroup('other-admin', 'DEVOPS', 'beta');
  world.model.addMember(demoGroup, world.id('person-30'));
  world.model.addMember(otherGroup, world.id('person-30'));
  return { ...world, demoGroup, otherGroup };
};
export type Attacked = Awaited<ReturnType<typeof aWorldToAttack>>;

type Answer = Awaited<ReturnType<World['call']>>;

const refusalIn = (answer: Answer): string => {
  if (answer.ok) return `allowed: ${JSON.stringify(answer.value)}`;
  const { error } = answer;
  return 'reason' in error ? error.reason : error.code;
};

/** All that the app keeps but for the audit: settings, which group belongs where, old credentials. */
const kept = ({ forge }: World) => {
  const { plain, secret, entities } = forge.kvs.dump();
  return { plain, secret, settings: entities['setting'], records: entities['group-record'] };
};

export interface Attack {
  /** Undefined: nobody is signed in. */
  handle: string | undefined;
  payload: unknown;
  context?: Record<string, unknown>;
}

/** One try; answers how it was refused, after it made sure that nothing happened. */
export const attack = async (
  world: World,
  page: 'global-settings' | 'space-settings',
  { key, action }: { key: string; action: Action },
  { handle, payload, context = {} }: Attack,
): Promise<string> => {
  world.site.clearRequests();
  const before = { site: world.snapshot().site, kept: kept(world) };
  const audited = new Set(world.auditRows().map((row) => row.id));
  const refusal = refusalIn(await world.call(page, key, payload, handle, context));

  expect(world.requests().filter(isPrivileged), 'calls as the privileged user').toEqual([]);
  const actors = world.requests().map(({ identity }) => ('accountId' in identity ? identity.accountId : identity.kind));
  const himself = handle === undefined ? [] : [world.id(handle)];
  expect(himself, 'people who acted').toEqual(expect.arrayContaining([...new Set(actors)]));
  expect({ site: world.snapshot().site, kept: kept(world) }, 'what changed').toEqual(before);

  const rows = world.auditRows().filter((row) => !audited.has(row.id));
  const isRecorded = refusal !== 'INVALID_INPUT' && refusal !== 'INVOCATION_REFUSED';
  expect(
    rows.map((row) => [row.kind, row.action, row['code']]),
    'what the audit says',
  ).toEqual(isRecorded && ACTIONS[action].effect === 'write' ? [['refusal', action, refusal]] : []);
  return refusal;
};
