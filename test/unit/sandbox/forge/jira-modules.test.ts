import { makeResolver } from '@forge/resolver';
import { describe, it } from 'vitest';

import { createJiraLab } from './jira-lab';
import { CALLER } from './stub-site';

const echo = makeResolver({ echo: async ({ context }: { context: object }) => context });
async function raw(_payload: unknown, context: { installation: { contexts: object[] } }) {
  return context;
}
const call = { functionKey: 'echo', accountId: CALLER };

describe('a page in Jira', () => {
  it.for([
    ['desk', 'jiraServiceManagement:queuePage', { project: { id: '10001', key: 'HELP' } }],
    ['jira-settings', 'jira:adminPage', {}],
  ] as const)('%s calls its own resolver, in the context of Jira', async ([moduleKey, type, extension], { expect }) => {
    const { forge } = createJiraLab({ jiraPage: echo, queuePage: echo });
    expect(await forge.invoke({ ...call, moduleKey, context: { extension } })).toMatchObject({
      accountId: CALLER,
      accountType: 'licensed',
      moduleKey,
      extension: { type, ...extension },
      installContext: 'ari:cloud:jira::site/cloud-1',
    });
  });

  it('is not the context of Confluence, but of the same installation', async ({ expect }) => {
    const { forge } = createJiraLab({ page: raw, queuePage: raw });
    const [inJira, inConfluence] = (await Promise.all(
      ['desk', 'settings'].map((moduleKey) => forge.invoke({ ...call, moduleKey })),
    )) as { installContext: string; installation: object }[];
    expect(inConfluence?.installContext).toBe('ari:cloud:confluence::site/cloud-1');
    expect(inJira?.installation).toEqual(inConfluence?.installation);
  });

  it('opens for those who may use Jira, others run nothing', async ({ expect }) => {
    let runs = 0;
    async function count() {
      return (runs += 1);
    }
    const { forge } = createJiraLab({ page: count, queuePage: count });
    function open(moduleKey: string, accountId: string) {
      return forge.invoke({ ...call, moduleKey, accountId });
    }
    await open('desk', 'acc-jira-only');
    await open('settings', 'acc-confluence-only');
    await expect(open('desk', 'acc-confluence-only')).rejects.toMatchObject({ code: 'INVOCATION_REFUSED' });
    await expect(open('settings', 'acc-jira-only')).rejects.toMatchObject({ code: 'INVOCATION_REFUSED' });
    expect(runs).toBe(2);
  });
});

describe('without a connection to Jira', () => {
  it.for(['desk', 'jira-settings'])('%s is as unknown as any other module', async (moduleKey, { expect }) => {
    const { forge } = createJiraLab({ jiraPage: echo, queuePage: echo }, { jira: 'absent' });
    await expect(forge.invoke({ ...call, moduleKey })).rejects.toMatchObject({ code: 'NOT_DEFINED' });
  });

  it('an installation has Confluence alone', async ({ expect }) => {
    async function contexts(jira: 'connected' | 'absent') {
      const { forge } = createJiraLab({ page: raw }, { jira });
      const context = (await forge.invoke({ ...call, moduleKey: 'settings' })) as Parameters<typeof raw>[1];
      return context.installation.contexts.length;
    }
    expect([await contexts('connected'), await contexts('absent')]).toEqual([2, 1]);
  });
});
