// What the denial matrices of both pages of groups share: their columns, who attacks alike, and the tests of each call.
import { describe, expect, it } from 'vitest';

import type { Action } from '../../src/entry/call/operations';
import type { PageKey } from './integration';
import { attack, aWorldToAttack, type Attack, type Attacked } from './integration-denials';

/** Whoever, or whatever, must be refused. */
const COLUMNS = [
  'anonymous',
  'member',
  'admin of another space',
  'admin of their personal space',
  'Confluence admin',
  'deactivated',
  'forged space in context',
  'forged accountId in payload',
  'group of another space',
  'protected group',
] as const;
type Column = (typeof COLUMNS)[number];

/** The refusal: a reason if FORBIDDEN, else the error's code; or why there is nothing to refuse. */
export type Cell = string | { doesNotApply: string };
export type Denials = Readonly<Record<Column, Cell>>;

interface Matrix<Key extends string> {
  page: PageKey;
  table: Readonly<Record<Key, { action: Action }>>;
  /** By key, so that a call without a row fails its test. */
  denials: Readonly<Record<string, Denials>>;
  /** Those of every column in which somebody is refused. */
  attacks: Partial<Record<Column, (world: Attacked, key: Key) => Attack>>;
  /** Somebody who may. */
  entitled: (world: Attacked, key: Key) => Attack;
  /** What must be there, too, before the call; without a column: before the one of somebody who may. */
  prepare: (world: Attacked, key: Key, column?: Column) => Promise<unknown>;
}

/** Tests each call of a page as everyone who may not, and as somebody who may. */
export function testDenials<Key extends string>(matrix: Matrix<Key>): void {
  const { page, table, denials, attacks, entitled, prepare } = matrix;

  describe.each(Object.keys(table) as Key[])(`${page} refuses %s`, (key) => {
    it.each(refusals(denials[key]))('%s', async (column, reason) => {
      const world = await aWorldToAttack();
      await prepare(world, key, column);
      const attackIt = attacks[column];
      if (attackIt === undefined) throw new Error(`Nobody plays ${column}`);
      expect(await attack(world, page, { key, action: table[key].action }, attackIt(world, key))).toBe(reason);
    });

    it('has a row in the matrix, and lets in who may', async () => {
      const cells = [...refusals(denials[key]), ...exceptions(denials[key])];
      expect(cells.map(([column]) => column).toSorted()).toEqual([...COLUMNS].toSorted());
      expect(cells.map(([, reason]) => reason)).not.toContain('');
      const world = await aWorldToAttack();
      await prepare(world, key);
      const { handle, payload, context } = entitled(world, key);
      expect(await world.call(page, key, payload, handle, context)).toMatchObject({ ok: true });
    });
  });
}

/** The columns in which somebody is refused, with how. */
function refusals(denials: Denials | undefined): [Column, string][] {
  return COLUMNS.flatMap((column): [Column, string][] => {
    const cell = denials?.[column];
    return typeof cell === 'string' ? [[column, cell]] : [];
  });
}

/** The columns that do not apply, each with the reason. */
function exceptions(denials: Denials | undefined): [Column, string][] {
  return COLUMNS.flatMap((column): [Column, string][] => {
    const cell = denials?.[column];
    return typeof cell === 'object' ? [[column, cell.doesNotApply]] : [];
  });
}
