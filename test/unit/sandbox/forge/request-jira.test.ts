import { asApp, asUser, ProxyRequestError, requestJira, route } from '@forge/api';
import { describe, it } from 'vitest';

import { createJiraLab, JIRA_IMPERSONATION_SCOPES, JIRA_MANIFEST } from './jira-lab';
import { createLab, failureOf } from './lab';
import { CALLER, LENDER } from './stub-site';

const desks = route`/rest/servicedeskapi/servicedesk?limit=${5}`;
const scopes = Object.keys((JIRA_MANIFEST.permissions as { scopes: object }).scopes);

/** A resolver of this page calls. */
function lab(moduleKey = 'desk', jira: 'connected' | 'absent' = 'connected') {
  const made = createJiraLab({}, { jira });
  return { ...made, run: async <T>(code: () => Promise<T>, as?: string | null) => made.run(code, as, moduleKey) };
}

describe('a call of Jira', () => {
  it.for(['desk', 'jira-settings', 'settings'])('from %s acts for the person present', async (page, { expect }) => {
    const { run, calls } = lab(page);
    const response = await run(() => asUser().requestJira(desks));
    expect(calls[0]?.identity).toEqual({ kind: 'user', accountId: CALLER, scopes, impersonated: false });
    expect(await response.json()).toMatchObject({ path: '/rest/servicedeskapi/servicedesk?limit=5' });
  });

  it('as another account carries only the scopes that allow impersonation', async ({ expect }) => {
    const { run, calls } = lab();
    await run(() => asUser(LENDER).requestJira(desks));
    expect(calls[0]?.identity).toEqual({
      kind: 'user',
      accountId: LENDER,
      scopes: JIRA_IMPERSONATION_SCOPES,
      impersonated: true,
    });
  });

  it('as the app, and as nobody', async ({ expect }) => {
    const { run, calls } = lab();
    await run(() => asApp().requestJira(desks));
    await run(() => requestJira(desks));
    expect(calls.map(({ identity }) => identity)).toEqual([{ kind: 'app', scopes }, { kind: 'anonymous' }]);
  });

  it('leaves out scopes that an admin has not approved', async ({ expect }) => {
    const { run, calls, forge } = lab();
    forge.setUnapproved(['read:customer:jira-service-management']);
    await run(() => asUser(LENDER).requestJira(desks));
    expect(calls[0]?.identity).toMatchObject({ scopes: ['read:group:confluence', 'read:project:jira'] });
  });

  it.for(['', 'acc-nobody-knows', 'acc-deactivated', 'acc-outside', 'acc-confluence-only', 'acc-app', 'qm:customer'])(
    'for "%s" is refused before it reaches the site',
    async (accountId, { expect }) => {
      const { run, calls } = lab();
      const failure = await failureOf(run(() => asUser(accountId).requestJira(desks)));
      expect(failure).toMatchObject({ name: 'PROXY_ERR', status: 401, errorCode: 'IMPERSONATION_REFUSED' });
      expect(calls).toEqual([]);
    },
  );

  it('and one of Confluence each look at the access to their own product', async ({ expect }) => {
    const { run, calls } = lab();
    const group = route`/wiki/rest/api/group`;
    await run(() => asUser('acc-jira-only').requestJira(desks));
    await run(() => asUser('acc-confluence-only').requestConfluence(group));
    await expect(run(() => asUser('acc-jira-only').requestConfluence(group))).rejects.toMatchObject({ status: 401 });
    expect(calls).toHaveLength(2);
  });

  it('while the app is not shared is for its contributors only', async ({ expect }) => {
    const { run, forge } = lab();
    forge.setShared(false);
    await expect(run(() => asUser(LENDER).requestJira(desks))).rejects.toMatchObject({ status: 401 });
  });

  it('stays within the REST API', async ({ expect }) => {
    const { run, calls } = lab();
    const notModelled = { status: 501, errorCode: 'NOT_MODELLED' };
    await expect(run(() => asUser().requestJira(route`/wiki/rest/api/group`))).rejects.toMatchObject(notModelled);
    await expect(run(() => asUser().requestJira(route`/rest/../wiki/rest/api/group`))).rejects.toMatchObject(
      notModelled,
    );
    expect(calls).toEqual([]);
  });
});

describe('without a connection to Jira', () => {
  const absent = { status: 403, errorCode: 'PRODUCT_NOT_CONNECTED' };

  it('a call of Jira throws, whoever it is for, and Confluence goes on', async ({ expect }) => {
    const { run, calls } = lab('settings', 'absent');
    for (const call of [() => asUser(), () => asUser(LENDER), () => asApp()]) {
      const failure = await failureOf(run(() => call().requestJira(desks)));
      expect(failure).toBeInstanceOf(ProxyRequestError);
      expect(failure).toMatchObject(absent);
    }
    await expect(run(() => requestJira(desks))).rejects.toMatchObject(absent);
    await run(() => asUser().requestConfluence(route`/wiki/rest/api/group`));
    expect(calls).toHaveLength(1);
  });

  it('is every app whose manifest is for Confluence alone', async ({ expect }) => {
    const { run, forge } = createLab();
    await expect(run(() => asUser().requestJira(desks))).rejects.toMatchObject(absent);
    expect(forge.jira).toBe('absent');
  });
});
