import { describe, it } from 'vitest';

import type { Attempt } from '../../../src/domain/audit';
import { times, trail } from './audit-lab';
import { ADA, failureOf, minute, SPACE } from './storage-lab';

describe('unsettled attempts', () => {
  const unsettledIds = ({ attempts }: { attempts: Attempt[] }) => attempts.map(({ id }) => id);

  it('are those that began before an instant and did not end, oldest first', async ({ expect }) => {
    const { audit, run } = await trail([{ open: true }, {}, { open: true, groupName: 'it-dev' }, { open: true }]);
    const found = await run(() => audit.unsettled(minute(3)));
    expect(unsettledIds(found)).toEqual(['a0', 'a2']);
    expect(found.attempts[1]).toEqual({
      id: 'a2',
      at: minute(2),
      action: 'addMember',
      caller: ADA,
      spaceId: SPACE,
      groupName: 'it-dev',
    });
    expect(found.upTo).toBe(`${minute(2)}#a2`);
  });

  it('are read on from where they were settled', async ({ expect }) => {
    const { audit, run } = await trail([{ open: true }, { open: true }, {}]);
    const { upTo = '' } = await run(() => audit.unsettled(minute(1)));
    await run(() => audit.markSettled(upTo));
    expect(unsettledIds(await run(() => audit.unsettled(minute(9))))).toEqual(['a1']);
    await run(() => audit.markSettled(`${minute(2)}#a2`));
    expect(await run(() => audit.unsettled(minute(9)))).toEqual({ attempts: [] });
  });

  it('come 50 at a time, and none is passed over', async ({ expect }) => {
    const { audit, run } = await trail(times(60, { open: true }));
    const first = await run(() => audit.unsettled(minute(99)));
    expect([first.attempts.length, first.upTo]).toEqual([50, `${minute(49)}#a49`]);
    await run(() => audit.markSettled(first.upTo ?? ''));
    expect((await run(() => audit.unsettled(minute(99)))).attempts).toHaveLength(10);
  });

  it('do not include refusals', async ({ expect }) => {
    const { audit, run } = await trail([]);
    await run(() => audit.refuse({ at: minute(0), action: 'addMembers', reason: 'NOT_SIGNED_IN' }));
    expect(unsettledIds(await run(() => audit.unsettled(minute(9))))).toEqual([]);
  });

  it('are found behind a long stretch of settled ones', async ({ expect }) => {
    const { audit, run } = await trail([...times(250, {}), { open: true }]);
    expect(unsettledIds(await run(() => audit.unsettled(minute(999))))).toEqual(['a250']);
  });
});

describe('storage that fails', () => {
  it.for([
    ['an entry', '/api/v1/entity/query'],
    ['an outcome', '/api/v1/batch/get'],
  ] as const)('while reading %s', async ([, target], { expect }) => {
    const { page, fail } = await trail([{}]);
    fail(target);
    expect(await failureOf(page())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
  });

  it('while reading or marking what is settled', async ({ expect }) => {
    const { audit, run, fail } = await trail([{}]);
    fail('/api/v1/entity/get');
    expect(await failureOf(run(() => audit.unsettled(minute(9))))).toEqual({
      code: 'STORAGE_UNAVAILABLE',
      changed: 'nothing',
    });
    fail('/api/v1/entity/set');
    expect(await failureOf(run(() => audit.markSettled('x')))).toEqual({
      code: 'STORAGE_UNAVAILABLE',
      changed: 'unknown',
    });
  });
});
