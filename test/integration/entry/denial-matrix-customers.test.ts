import { describe, expect, it } from 'vitest';

import {
  asHimself,
  aWorldOfCustomers,
  COLUMNS,
  ROWS,
  WHO,
  type Cell,
  type Column,
} from '../../support/customer-denials';
import { refusedWith } from '../../support/integration-denials';

describe.each(ROWS)('$key', (row) => {
  const cells = COLUMNS.map((column): [Column, Cell] => [column, row.denials[column]]);
  const refusals = cells.filter((cell): cell is [Column, string] => typeof cell[1] === 'string');

  it.each(refusals)('refuses %s', async (column, reason) => {
    const world = await aWorldOfCustomers();
    const who = WHO[column](world, row);
    expect(await refusedWith(world, { ...who, action: row.action }, () => row.run(world, who))).toBe(reason);
  });

  it('has a reason for each exception, and lets in who may', async () => {
    const exceptions = cells.flatMap(([, cell]) => (typeof cell === 'object' ? [cell.doesNotApply] : []));
    expect(exceptions.length).toBeGreaterThan(0);
    expect(exceptions).not.toContain('');
    const world = await aWorldOfCustomers();
    expect(await row.run(world, asHimself(world, row, 'site-admin'))).toMatch(/^allowed/);
  });
});
