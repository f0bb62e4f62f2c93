// What every invocation has: time, ids, a log; accounts as the app sees them; and a check group of the caller's own.
import { expect } from 'vitest';

import { issueCallerGrant } from '../../../../src/broker/grant';
import { AccountId, type GroupId } from '../../../../src/shared/ids';
import { failureFrom } from '../../../support/ports/builders';
import { failing, type Call, type Case } from '../case';
import { NO_REPORTS, READ_FAILURES, WRITE_FAILURES } from '../failures';

const NO_ACCOUNT = AccountId.parse('712020:00000000-0000-4000-8000-000000000000');
const CHECK_GROUP = 'space-steward-check-0123abcd';

function proving(groupName = CHECK_GROUP) {
  return issueCallerGrant('proveSiteAdminCreate', { groupName });
}
function cleaning(groupId: GroupId) {
  return issueCallerGrant('proveSiteAdminDelete', { groupId, groupName: CHECK_GROUP });
}

const PROOFS: Record<string, Call> = {
  'prove by creating': {
    as: 'boss',
    call: 'prove by creating',
    operationId: 'createGroup',
    use: ({ siteAdminProver }) => siteAdminProver.create(proving()),
  },
  'prove by deleting': {
    as: 'boss',
    call: 'prove by deleting',
    operationId: 'removeGroupById',
    use: ({ siteAdminProver }, { users }) => siteAdminProver.delete(cleaning(users)),
  },
};

export const invocationCases: Record<string, readonly Case[]> = {
  time: [
    {
      name: 'sleep: time goes by, and with it what is left of the invocation',
      play: async ({ run }) =>
        run('ann', async ({ clock, sleep, deadline }) => {
          const [began, left] = [clock.now(), deadline.remainingMs()];
          expect(left).toBeGreaterThan(1_000);
          await sleep(1_000);
          expect(clock.now() - began).toBe(1_000);
          expect(left - deadline.remainingMs()).toBe(1_000);
        }),
    },
  ],
  ids: [
    {
      name: 'next: UUIDs, each another',
      play: async ({ run }) =>
        run('ann', async ({ ids }) => {
          const made = [ids.next(), ids.next()];
          expect(new Set(made).size).toBe(2);
          for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        }),
    },
  ],
  log: [
    {
      name: 'never fails, whatever the cause is',
      play: async ({ run }) =>
        run('ann', async ({ log }) => {
          expect(log.info('probe', { n: 1, missing: undefined })).toBeUndefined();
          expect(log.warn('probe', {})).toBeUndefined();
          expect(log.error('probe', {}, new Error('of this test'))).toBeUndefined();
        }),
    },
  ],
  digests: [
    {
      name: 'of: alike for alike texts only, and nothing of the text is in it',
      play: async ({ run }) =>
        run('agent', async ({ digests }) => {
          expect(digests.of('ada@acme.example')).toBe(digests.of('ada@acme.example'));
          expect(digests.of('ada@acme.example')).not.toBe(digests.of('gil@acme.example'));
          expect(digests.of('ada@acme.example')).not.toContain('ada');
        }),
    },
  ],
  points: [
    {
      name: 'spent, areLow: nothing, and no, before Atlassian was asked',
      play: async ({ run }) =>
        run('ann', async ({ points }) => expect([points.spent(), points.areLow()]).toEqual([0, false])),
    },
    {
      name: 'areLow: once an answer says so',
      play: async ({ run, users, spendsMost }) => {
        spendsMost();
        await run('ann', async ({ points, directory }) => {
          await directory.group(users);
          expect(points.areLow()).toBe(true);
        });
      },
    },
  ],
  accountReader: [
    {
      name: 'account: as the app, with nobody present; undefined for one that the site does not know',
      play: async ({ run, id, changeStatus }) => {
        changeStatus('cy', 'closed');
        function account(accountId: AccountId) {
          return run('nobody', ({ accountReader }) => accountReader.account(accountId));
        }
        expect(await account(id('bob'))).toEqual({ accountId: id('bob'), accountType: 'atlassian', status: 'active' });
        expect(await account(id('cy'))).toMatchObject({ status: 'closed' });
        expect(await account(NO_ACCOUNT)).toBeUndefined();
      },
    },
    {
      name: 'accounts: as the app, with nobody present; those that the site knows, and nobody of none',
      play: async ({ run, id }) => {
        const asked = [id('bob'), NO_ACCOUNT, id('ann')];
        const found = await run('nobody', ({ accountReader }) => accountReader.accounts(asked));
        expect(new Set(found.map(({ accountId }) => accountId))).toEqual(new Set([id('ann'), id('bob')]));
        expect(found[0]).toMatchObject({ accountType: 'atlassian', status: 'active' });
        expect(await run('nobody', ({ accountReader }) => accountReader.accounts([]))).toEqual([]);
      },
    },
    ...failing(
      {
        accounts: {
          as: 'ann',
          call: 'app accounts',
          operationId: 'createBulkUserLookup',
          use: ({ accountReader }, { id }) => accountReader.accounts([id('bob')]),
        },
        account: {
          as: 'ann',
          call: 'account',
          operationId: 'createBulkUserLookup',
          use: ({ accountReader }, { id }) => accountReader.account(id('bob')),
        },
      },
      { ...READ_FAILURES, ATLASSIAN_REFUSED: WRITE_FAILURES.ATLASSIAN_REFUSED },
    ),
  ],
  personalData: [
    {
      name: 'closedAmong: those whose accounts were closed',
      play: async ({ run, id, changeStatus }) => {
        changeStatus('cy', 'closed');
        const asked = [id('bob'), id('cy')];
        const at = '2026-11-21T09:00:00.000Z';
        expect(await run('nobody', ({ personalData }) => personalData.closedAmong(asked, at))).toEqual(
          new Set([id('cy')]),
        );
      },
    },
    ...failing(
      {
        closedAmong: {
          as: 'ann',
          call: 'report accounts',
          use: ({ personalData }, { id }) => personalData.closedAmong([id('bob')], '2026-11-21T09:00:00.000Z'),
        },
      },
      { UPSTREAM_UNAVAILABLE: NO_REPORTS },
    ),
  ],
  siteAdminProver: [
    {
      name: 'create, delete: as a site admin; gone already the second time',
      play: async ({ run }) => {
        const group = await run('boss', ({ siteAdminProver }) => siteAdminProver.create(proving()));
        expect(group).toMatchObject({ name: CHECK_GROUP, managedBy: 'ADMINS', usageType: 'USERBASE_GROUP' });
        const again = run('boss', ({ siteAdminProver }) => siteAdminProver.create(proving()));
        expect(await failureFrom(again)).toEqual({ code: 'CONFLICT', what: 'groupName' });
        function remove() {
          return run('boss', ({ siteAdminProver }) => siteAdminProver.delete(cleaning(group.groupId)));
        }
        expect([await remove(), await remove()]).toEqual([{ deleted: true }, { deleted: false }]);
      },
    },
    {
      name: 'create, delete: Atlassian refuses them to anybody else',
      play: async ({ run, users }) => {
        const refused = { code: 'ATLASSIAN_REFUSED', changed: 'nothing' };
        const create = run('ann', ({ siteAdminProver }) => siteAdminProver.create(proving()));
        expect(await failureFrom(create)).toEqual(refused);
        const remove = run('ann', ({ siteAdminProver }) => siteAdminProver.delete(cleaning(users)));
        expect(await failureFrom(remove)).toEqual(refused);
      },
    },
    ...failing(PROOFS, WRITE_FAILURES),
  ],
};
