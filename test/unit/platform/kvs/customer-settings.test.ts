import { describe, it } from 'vitest';

import type { JiraObservation } from '../../../../src/customers/ports';
import { createCustomerSettings } from '../../../../src/platform/kvs/customer-settings';
import { CustomerPolicy } from '../../../../src/shared/customers/policy';
import { ProjectId } from '../../../../src/shared/ids';
import { ADA, createStorage, failureOf, minute, OTHER_PROJECT, PROJECT } from './storage-lab';

const settings = createCustomerSettings();
const conflict = { code: 'CONFLICT', what: 'settings' };

async function stored(...projects: ProjectId[]) {
  const storage = createStorage();
  const { value } = await storage.run(() => settings.policy(PROJECT));
  const enabled = { ...value, enabled: true };
  for (const projectId of projects) await storage.run(() => settings.savePolicy(projectId, enabled, 0));
  return { ...storage, enabled };
}

describe('a project without a policy', () => {
  it('is off, with a policy that can be saved as it is', async ({ expect }) => {
    const { run } = createStorage();
    const { value, version } = await run(() => settings.policy(PROJECT));
    expect([CustomerPolicy.parse(value), version]).toEqual([
      {
        enabled: false,
        creators: { kind: 'agents' },
        allowedDomains: [],
        deniedDomains: [],
        organizations: { kind: 'none' },
        dailyPerAgent: 50,
        addToProject: true,
        existingAccounts: false,
        rules: false,
        dailyByRules: 20,
      },
      0,
    ]);
  });
});

describe('a policy', () => {
  it('is of its own project', async ({ expect }) => {
    const { run, enabled } = await stored(PROJECT);
    expect(await run(() => settings.policy(PROJECT))).toEqual({ value: enabled, version: 1 });
    expect(await run(() => settings.policy(OTHER_PROJECT))).toMatchObject({ value: { enabled: false }, version: 0 });
  });

  it('is saved by whoever saw the present version', async ({ expect }) => {
    const { run, enabled } = await stored(PROJECT);
    expect(await failureOf(run(() => settings.savePolicy(PROJECT, enabled, 0)))).toEqual(conflict);
    expect(await run(() => settings.savePolicy(PROJECT, { ...enabled, rules: true }, 1))).toBe(2);
    expect((await run(() => settings.policy(PROJECT))).value.rules).toBe(true);
  });

  it('that was stored before a part of it existed holds its default', async ({ expect }) => {
    const { run, enabled } = await stored();
    const { dailyByRules, ...older } = enabled;
    await run(() => settings.savePolicy(PROJECT, older as CustomerPolicy, 0));
    expect((await run(() => settings.policy(PROJECT))).value).toEqual({ ...older, dailyByRules });
    expect((await run(() => settings.policies([PROJECT]))).get(PROJECT)).toEqual({ ...older, dailyByRules });
  });
});

describe('the policies of a page of projects', () => {
  it('are those that are stored, in batches', async ({ expect }) => {
    const { run, enabled, targets } = await stored(PROJECT);
    const ids = Array.from({ length: 50 }, (_, index) => ProjectId.parse(String(10_001 + index)));
    const before = targets().length;
    expect(await run(() => settings.policies(ids))).toEqual(new Map([[PROJECT, enabled]]));
    expect(targets().slice(before)).toEqual(['/api/v1/batch/get', '/api/v1/batch/get']);
  });

  it('leave out one whose first save failed half-way', async ({ expect }) => {
    const { run, enabled, fail } = await stored();
    fail('/api/v1/transaction');
    await failureOf(run(() => settings.savePolicy(PROJECT, enabled, 0)));
    expect(await run(() => settings.policies([PROJECT, PROJECT]))).toEqual(new Map());
  });

  it('of no projects cost nothing', async ({ expect }) => {
    const { run, targets } = createStorage();
    expect(await run(() => settings.policies([]))).toEqual(new Map());
    expect(targets()).toEqual([]);
  });
});

describe("the site's limit", () => {
  it('is 200 until somebody sets it', async ({ expect }) => {
    const { run } = createStorage();
    expect(await run(() => settings.dailyPerSite())).toEqual({ value: 200, version: 0 });
    expect(await run(() => settings.saveDailyPerSite(0, 0))).toBe(1);
    expect(await run(() => settings.dailyPerSite())).toEqual({ value: 0, version: 1 });
    expect(await failureOf(run(() => settings.saveDailyPerSite(5, 0)))).toEqual(conflict);
  });
});

describe('what was seen of the privileged user in Jira', () => {
  it('overwrites what was seen before', async ({ expect }) => {
    const { run } = createStorage();
    const seen: JiraObservation = { accountId: ADA, at: minute(0), outcome: 'lacksRight' };
    expect(await run(() => settings.observation())).toBeUndefined();
    await run(() => settings.saveObservation(seen));
    await run(() => settings.saveObservation({ ...seen, outcome: 'works' }));
    expect(await run(() => settings.observation())).toEqual({ ...seen, outcome: 'works' });
  });
});

describe('storage that fails', () => {
  it.for([
    ['/api/v1/entity/get', () => settings.policy(PROJECT), 'nothing'],
    ['/api/v1/batch/get', () => settings.policies([PROJECT]), 'nothing'],
    ['/api/v1/transaction', () => settings.saveDailyPerSite(1, 0), 'unknown'],
  ] as const)('on %s', async ([target, call, changed], { expect }) => {
    const { run, fail } = createStorage();
    fail(target);
    expect(await failureOf(run<unknown>(call))).toEqual({ code: 'STORAGE_UNAVAILABLE', changed });
  });
});
