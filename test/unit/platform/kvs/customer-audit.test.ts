import { describe, it } from 'vitest';

import type { Attempt } from '../../../../src/broker/audit/entries';
import { createCustomerAudit } from '../../../../src/platform/kvs/customer-audit';
import { AccountId, OrganizationId } from '../../../../src/shared/ids';
import { times, trail } from './audit-lab';
import { ADA, BOB, failureOf, minute, OTHER_PROJECT, PROJECT, SPACE } from './storage-lab';

const KIM = AccountId.parse('qm:1:kim');
const created: Partial<Attempt> = {
  action: 'createCustomer',
  actedAs: BOB,
  projectId: PROJECT,
  domain: 'example.com',
  via: 'api',
};
const joined: Partial<Attempt> = {
  action: 'addToOrganization',
  projectId: PROJECT,
  accountId: KIM,
  organizationId: OrganizationId.parse('7'),
  via: 'api',
};

async function lab(attempts: Parameters<typeof trail>[0]) {
  const storage = await trail(attempts.map((one) => ({ spaceId: undefined as never, ...one })));
  const audit = createCustomerAudit(storage);
  function read(projectId?: typeof PROJECT, before?: string) {
    return storage.run(() => audit.read(projectId, before));
  }
  async function idsOf(projectId?: typeof PROJECT) {
    return (await read(projectId)).rows.map(({ id }) => id);
  }
  return { ...storage, read, idsOf };
}

describe('entries about customers', () => {
  it('tell what happened, with what only they have', async ({ expect }) => {
    const { read, run, audit } = await lab([{ ...created, open: true }]);
    await run(() => audit.settle([{ id: 'a0', at: minute(1), outcome: 'succeeded', accountId: KIM }]));
    expect((await read()).rows).toEqual([
      {
        id: 'a0',
        at: minute(0),
        caller: ADA,
        actedAs: BOB,
        action: 'createCustomer',
        accountId: KIM,
        projectId: PROJECT,
        domain: 'example.com',
        via: 'api',
        outcome: 'succeeded',
      },
    ]);
  });

  it('are those of one project, or of all and of the site, newest first', async ({ expect }) => {
    const { idsOf } = await lab([
      created,
      { spaceId: SPACE },
      { ...joined, projectId: OTHER_PROJECT },
      { action: 'saveSiteQuota' },
      joined,
    ]);
    expect(await idsOf(PROJECT)).toEqual(['a4', 'a0']);
    expect(await idsOf()).toEqual(['a4', 'a3', 'a2', 'a0']);
  });

  it('come 25 a page', async ({ expect }) => {
    const { read } = await lab(times(30, joined));
    const first = await read(PROJECT);
    expect([first.rows.length, first.next]).toEqual([25, `${minute(5)}#a5`]);
    const last = await read(PROJECT, first.next);
    expect([last.rows.length, last.next]).toEqual([5, undefined]);
  });

  it('include what was refused, each project by itself', async ({ expect }) => {
    const { read, run, audit } = await lab([]);
    const refusal = { caller: ADA, action: 'createCustomer', reason: 'DOMAIN_DENIED' } as const;
    await run(async () => {
      await audit.refuse({ ...refusal, at: minute(0) });
      await audit.refuse({ ...refusal, at: minute(1), projectId: PROJECT });
      await audit.refuse({ ...refusal, at: minute(2), projectId: OTHER_PROJECT });
      await audit.refuse({ ...refusal, at: minute(3), projectId: PROJECT });
    });
    const { rows } = await read(PROJECT);
    expect(rows).toMatchObject([{ projectId: PROJECT, outcome: 'refused', code: 'DOMAIN_DENIED', count: 2 }]);
    expect((await read()).rows.map(({ projectId, count }) => [projectId, count])).toEqual([
      [OTHER_PROJECT, 1],
      [PROJECT, 2],
      [undefined, 1],
    ]);
  });

  it('end after 364 days, though Forge has not deleted them', async ({ expect }) => {
    const { read, at } = await lab([joined]);
    at('2027-11-21T10:00:00.000Z');
    expect(await read()).toEqual({ rows: [] });
  });

  it('fail if storage does', async ({ expect }) => {
    const { read, fail } = await lab([joined]);
    fail('/api/v1/entity/query');
    expect(await failureOf(read())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
  });
});

describe('the audit of the whole site', () => {
  async function settled(attempts: Parameters<typeof trail>[0]) {
    const found = await lab(attempts);
    const outcomes = attempts.flatMap(({ open }, index) =>
      open === true ? [{ id: `a${index}`, at: minute(index), outcome: 'succeeded' as const, accountId: KIM }] : [],
    );
    await found.run(() => found.audit.settle(outcomes));
    return found;
  }

  it('shows them, with the account that was made', async ({ expect }) => {
    const { page } = await settled([{ ...created, open: true }]);
    expect((await page()).rows).toMatchObject([{ action: 'createCustomer', accountId: KIM }]);
  });

  it('finds a creation by the account that it made, in its place', async ({ expect }) => {
    const { ids } = await settled([joined, { ...created, open: true }, joined, created]);
    expect(await ids({ target: KIM })).toEqual(['a2', 'a1', 'a0']);
    expect(await ids({ target: KIM, caller: BOB })).toEqual([]);
    expect(await ids({ target: KIM, caller: ADA, outcome: 'succeeded' })).toEqual(['a2', 'a1', 'a0']);
    expect(await ids({ target: BOB })).toEqual([]);
  });

  it('finds a look-up by the account that it found', async ({ expect }) => {
    const { ids } = await settled([{ ...created, action: 'findCustomer', open: true }]);
    expect([await ids({ target: KIM }), await ids({ target: KIM, caller: ADA })]).toEqual([['a0'], ['a0']]);
  });

  it('finds an entry once whose account both it and its outcome name', async ({ expect }) => {
    const { ids } = await settled([{ ...joined, open: true }]);
    expect(await ids({ target: KIM })).toEqual(['a0']);
  });

  it('shows each creation once, whatever page it comes to', async ({ expect }) => {
    const attempts = times(60, joined).map((one, index) => (index % 10 === 5 ? { ...created, open: true } : one));
    const { page } = await settled(attempts);
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const { rows, next } = await page({ target: KIM }, before);
      seen.push(...rows.map(({ id }) => id));
      before = next;
    } while (before !== undefined);
    expect(seen).toEqual(attempts.map((_, index) => `a${index}`).toReversed());
  });

  it('hands unsettled ones over with all that they have', async ({ expect }) => {
    const { run, audit } = await lab([{ ...joined, open: true }]);
    expect((await run(() => audit.unsettled(minute(9)))).attempts).toEqual([
      { id: 'a0', at: minute(0), caller: ADA, ...joined },
    ]);
  });
});
