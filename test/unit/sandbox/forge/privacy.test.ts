import { privacy } from '@forge/api';
import { describe, it } from 'vitest';

import type { Site } from '../../../../sandbox/contract/site';
import { manifestOf } from '../../../../sandbox/forge/manifest';
import { MANIFEST } from './app-manifest';
import { createLab, failureOf } from './lab';
import { CALLER, createStubSite } from './stub-site';

const updatedAt = '2026-11-21T10:00:00.000Z';
const { permissions } = MANIFEST;
const manifest = manifestOf({
  ...MANIFEST,
  permissions: { scopes: { ...permissions.scopes, 'report:personal-data': {} } },
});
const closed: Site['account'] = (accountId) =>
  accountId.startsWith('closed')
    ? { accountType: 'atlassian', active: false, hasProductAccess: false, hasJiraAccess: false, closed: true }
    : createStubSite().site.account(accountId);
function reporting() {
  return createLab({}, { manifest, site: { ...createStubSite().site, account: closed } });
}

describe('a report of stored accounts', () => {
  it('is answered with those that were closed, and with nothing if none was', async ({ expect }) => {
    const { run } = reporting();
    async function report(...ids: string[]) {
      return run(() => privacy.reportPersonalData(ids.map((accountId) => ({ accountId, updatedAt }))));
    }
    expect(await report(CALLER, 'closed-1', 'acc-deactivated', 'acc-unknown')).toEqual([
      { accountId: 'closed-1', status: 'closed' },
    ]);
    expect(await report(CALLER)).toEqual([]);
  });

  it('of more than 90 is sent in parts by the package', async ({ expect }) => {
    const { run } = reporting();
    const accounts = Array.from({ length: 91 }, (_, n) => ({ accountId: `closed-${String(n)}`, updatedAt }));
    expect(await run(() => privacy.reportPersonalData(accounts))).toHaveLength(91);
  });

  it('without a time is refused, and so is one without the scope', async ({ expect }) => {
    const account = { accountId: CALLER, updatedAt: 'yesterday' };
    const { run } = reporting();
    expect(await failureOf(run(() => privacy.reportPersonalData([account])))).toMatchObject({ status: 400 });
    const { run: runWithout } = createLab();
    const report = runWithout(() => privacy.reportPersonalData([{ ...account, updatedAt }]));
    expect(await failureOf(report)).toMatchObject({ status: 403 });
  });
});
