// Whole rows, for an export.
import { expect } from 'vitest';

import type { Exportable } from '../../../../src/broker/ports';
import type { Exported } from '../../../../src/shared/broker/site-export';
import { aRecord } from '../../../support/ports/builders';
import { failing, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';
import type { Stage } from '../stage';
import { attemptOf } from './audit';
import { aRun, DONE, FIRST, ID, linesOf, OPEN, use } from './run-stage';

/** Reads all pages of an entity: the keys of each. */
async function pagesOf({ run }: Stage, entity: Exported): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const page = await run('boss', ({ storedRows }) => storedRows.page('site', entity, after));
    pages.push(page.rows.map(({ key }) => key));
    after = page.next;
  } while (after !== undefined);
  return pages;
}

export const storedRowCases: Case[] = [
  {
    name: 'page: at most 100 rows by key, then those behind them',
    play: async (stage) => {
      const { run, space } = stage;
      expect(await pagesOf(stage, 'group-record')).toEqual([[]]);
      const ids = Array.from({ length: 101 }, (_, n) => `g-${String(n).padStart(3, '0')}`);
      for (const groupId of ids) {
        const record = aRecord({ groupId: groupId as never, groupName: groupId, spaceId: space.spaceId });
        await run('ann', ({ groupRecords }) => groupRecords.add(record));
      }
      expect(await pagesOf(stage, 'group-record')).toEqual([ids.slice(0, 100), ids.slice(100)]);
    },
  },
  {
    name: 'page: a setting is there once it is stored, those about customers never are',
    play: async (stage) => {
      const { run, id } = stage;
      await run('boss', ({ customerSettings }) => customerSettings.saveDailyPerSite(9, 0));
      const current = { accountId: id('boss'), setBy: id('ann'), setAt: '2026-11-21T09:00:00.000Z' };
      await run('boss', ({ settings }) => settings.savePrivilegedUser({ current }, 0));
      const { rows } = await run('boss', ({ storedRows }) => storedRows.page('site', 'setting'));
      expect(rows).toEqual([{ key: 'privileged-user', row: { version: 1, content: { current } } }]);
    },
  },
  {
    name: 'page: entries of the audit come with their outcomes, those about customers never do',
    play: async (stage) => {
      const { run, project } = stage;
      const customers = { action: 'createCustomer', projectId: project.projectId } as const;
      const entries = [attemptOf(stage, 1), attemptOf(stage, 2), attemptOf(stage, 3, customers)];
      await run('ann', ({ auditLog }) => auditLog.attempt(entries));
      const ended = { at: '2026-11-21T09:00:00.000Z', outcome: 'succeeded' } as const;
      await run('ann', ({ auditLog }) => auditLog.settle([{ id: attemptOf(stage, 1).id, ...ended }]));
      const { rows } = await run('boss', ({ storedRows }) => storedRows.page('site', 'audit-entry'));
      expect(rows).toMatchObject([
        { key: attemptOf(stage, 1).id, row: { action: 'addMember', outcome: ended } },
        { key: attemptOf(stage, 2).id, row: { action: 'addMember' } },
      ]);
      expect(rows).toHaveLength(2);
    },
  },
  {
    name: 'page: parts of runs hold their lines and how these ended, ten at a time',
    play: async (stage) => {
      const run = await aRun(stage, { lines: 1_100, verdicts: { willChange: 1_100 } });
      const parts = Array.from({ length: 11 }, () => linesOf(100));
      await use(stage, (runs) => runs.add(run, parts, 0));
      await use(stage, (runs) => runs.savePart(ID, FIRST, { ...FIRST, lines: { 0: DONE, 1: OPEN } }, {}));
      expect((await pagesOf(stage, 'run-part')).map(({ length }) => length)).toEqual([10, 1]);
      const { rows } = await stage.run('boss', ({ storedRows }) => storedRows.page('site', 'run-part'));
      const first = rows.find(({ key }) => key === `${ID}#0`);
      const row = { content: { lines: linesOf(100) }, state: { version: 1 } };
      expect(first).toMatchObject({ row });
      expect(JSON.stringify(first)).toContain('"outcome":"succeeded"');
      expect(await pagesOf(stage, 'run')).toEqual([[ID]]);
    },
  },
  {
    name: 'page about customers: their settings and counters, and no others',
    play: async (stage) => {
      const { run, id, project } = stage;
      const current = { accountId: id('boss'), setBy: id('ann'), setAt: '2026-11-21T09:00:00.000Z' };
      await run('boss', ({ settings }) => settings.savePrivilegedUser({ current }, 0));
      await run('boss', ({ customerSettings }) => customerSettings.saveDailyPerSite(9, 0));
      async function page(entity: Exportable) {
        return run('boss', ({ storedRows }) => storedRows.page('customers', entity));
      }
      expect(await page('setting')).toEqual({
        rows: [{ key: 'customer-site-quota', row: { version: 1, content: 9 } }],
      });
      expect(await page('customer-quota')).toEqual({ rows: [] });
      const limits = { dailyPerAgent: 5, dailyByRules: 5, dailyPerSite: 5 };
      const subject = { projectId: project.projectId, caller: id('ann'), via: 'rule' } as const;
      await run('ann', ({ customerQuota }) => customerQuota.take(subject, limits, 2));
      const { rows } = await page('customer-quota');
      expect(rows.map(({ row }) => row)).toMatchObject([{ used: 2 }, { used: 2 }]);
      expect(rows.map(({ key }) => key)).toEqual([
        expect.stringMatching(/^\d{4}-\d\d-\d\d#site$/),
        expect.stringMatching(/^\d{4}-\d\d-\d\d:\d+#rules$/),
      ]);
    },
  },
  {
    name: 'page about customers: entries of the audit in the order of their times, with their outcomes, 100 at a time',
    play: async (stage) => {
      const { run, project } = stage;
      const customers = { action: 'createCustomer', projectId: project.projectId } as const;
      const some = Array.from({ length: 101 }, (_, n) => attemptOf(stage, n + 1, customers));
      await run('ann', ({ auditLog }) => auditLog.attempt([attemptOf(stage, 200), ...some.slice(0, 20)]));
      for (let first = 20; first < some.length; first += 20) {
        await run('ann', ({ auditLog }) => auditLog.attempt(some.slice(first, first + 20)));
      }
      const ended = { at: '2026-11-21T09:00:00.000Z', outcome: 'succeeded' } as const;
      await run('ann', ({ auditLog }) => auditLog.settle([{ id: attemptOf(stage, 1).id, ...ended }]));
      async function page(after?: string) {
        return run('boss', ({ storedRows }) => storedRows.page('customers', 'audit-entry', after));
      }
      const { rows, next } = await page();
      expect(rows.map(({ key }) => key)).toEqual(some.slice(0, 100).map(({ id }) => id));
      expect(rows[0]).toMatchObject({ row: { action: 'createCustomer', outcome: ended } });
      const last = await page(next);
      expect(last.rows.map(({ key }) => key)).toEqual([some[100]?.id]);
      expect(last).not.toHaveProperty('next');
    },
  },
  {
    name: 'attempt: who attempted what, and when; nobody of what nobody did',
    play: async (stage) => {
      const { run, id } = stage;
      const { caller: _caller, ...byApp } = attemptOf(stage, 2);
      await run('ann', ({ auditLog }) => auditLog.attempt([attemptOf(stage, 1), byApp]));
      const { at, action } = attemptOf(stage, 1);
      expect(await run('boss', ({ storedRows }) => storedRows.attempt(attemptOf(stage, 1).id))).toEqual({
        action,
        at,
        caller: id('ann'),
      });
      expect(await run('boss', ({ storedRows }) => storedRows.attempt(byApp.id))).toEqual({ action, at: byApp.at });
      expect(await run('boss', ({ storedRows }) => storedRows.attempt(attemptOf(stage, 3).id))).toBeUndefined();
    },
  },
  ...failing(
    {
      'read rows': { as: 'boss', call: 'read rows', use: ({ storedRows }) => storedRows.page('site', 'run') },
      'read attempt': { as: 'boss', call: 'read attempt', use: ({ storedRows }) => storedRows.attempt(ID) },
    },
    { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read },
  ),
];
