import { asUser, getAppContext, route } from '@forge/api';
import { describe, it } from 'vitest';

import { createJiraLab } from './jira-lab';
import { CALLER } from './stub-site';

async function echo(payload: unknown, context: object) {
  return { payload, context };
}
const call = { actionKey: 'welcome', inputs: { issueKey: 'HELP-1' }, accountId: CALLER };

describe('an action', () => {
  it('gets its inputs, each of its own type, and whom it runs for', async ({ expect }) => {
    const { forge } = createJiraLab({ welcome: echo });
    const inputs = { issueKey: 'HELP-1', note: 'hi', times: 2, loud: true };
    expect(await forge.runAction({ ...call, inputs })).toMatchObject({
      payload: inputs,
      context: { principal: { accountId: CALLER }, installContext: 'ari:cloud:jira::site/cloud-1' },
    });
    expect(await forge.runAction(call)).toMatchObject({ payload: { issueKey: 'HELP-1' } });
  });

  it('acts as whom it runs for', async ({ expect }) => {
    async function welcome() {
      return (await asUser().requestJira(route`/rest/api/3/myself`)).status;
    }
    const { forge, calls } = createJiraLab({ welcome });
    expect(await forge.runAction({ ...call, accountId: 'acc-jira-only' })).toBe(200);
    expect(calls[0]?.identity).toMatchObject({ kind: 'user', accountId: 'acc-jira-only', impersonated: false });
  });

  it('has 55 seconds, and knows which module it is', async ({ expect }) => {
    async function welcome() {
      const app = getAppContext();
      return [app.moduleKey, app.invocationRemainingTimeInMillis()];
    }
    expect(await createJiraLab({ welcome }).forge.runAction(call)).toEqual(['welcome', 55_000]);
  });

  it.for([
    ['an input that is not declared', { issueKey: 'HELP-1', admin: true }],
    ['an input of another type', { issueKey: 'HELP-1', times: '2' }],
    ['half a number', { issueKey: 'HELP-1', times: 2.5 }],
    ['nothing where something is required', {}],
    ['an empty text where something is required', { issueKey: '' }],
    ['a name that every object has', { issueKey: 'HELP-1', constructor: 'x' }],
  ] as const)('is not run with %s', async ([, inputs], { expect }) => {
    let ran = false;
    const { forge } = createJiraLab({ welcome: async () => (ran = true) });
    await expect(forge.runAction({ ...call, inputs })).rejects.toMatchObject({ code: 'INPUT_REFUSED' });
    expect(ran).toBe(false);
  });

  it.for(['acc-deactivated', 'acc-outside', 'acc-confluence-only', 'acc-app', 'acc-nobody-knows'])(
    'does not run for %s',
    async (accountId, { expect }) => {
      const { forge } = createJiraLab({ welcome: echo });
      await expect(forge.runAction({ ...call, accountId })).rejects.toMatchObject({ code: 'INVOCATION_REFUSED' });
    },
  );

  it('is unknown without a connection to Jira, and if the manifest has none', async ({ expect }) => {
    const { forge } = createJiraLab({ welcome: echo }, { jira: 'absent' });
    await expect(forge.runAction(call)).rejects.toMatchObject({ code: 'NOT_DEFINED' });
    const connected = createJiraLab({ welcome: echo }).forge;
    for (const actionKey of ['none', 'settings', 'constructor']) {
      await expect(connected.runAction({ ...call, actionKey })).rejects.toMatchObject({ code: 'NOT_DEFINED' });
    }
  });

  it('that throws fails with its message', async ({ expect }) => {
    async function welcome() {
      throw new Error('broken');
    }
    const { forge } = createJiraLab({ welcome });
    await expect(forge.runAction(call)).rejects.toMatchObject({ code: 'FUNCTION_FAILED', message: 'broken' });
  });
});
