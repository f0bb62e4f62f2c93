import { readFileSync } from 'node:fs';

import { describe, it } from 'vitest';
import { parse } from 'yaml';

import type { GroupRecord } from '../../../src/groups/facts';
import { createAuditLog } from '../../../src/platform/kvs/audit-log';
import { createCustomerAudit } from '../../../src/platform/kvs/customer-audit';
import { createCustomerQuota } from '../../../src/platform/kvs/customer-quota';
import { createGroupRecords } from '../../../src/platform/kvs/group-records';
import { createRepeatedRequests } from '../../../src/platform/kvs/repeated-requests';
import { createSettings } from '../../../src/platform/kvs/settings';
import { OrganizationId } from '../../../src/shared/ids';
import { ADA, BOB, createStorage, groupId, minute, PROJECT, SPACE } from '../../unit/platform/kvs/storage-lab';

interface Entity {
  name: string;
  attributes: Record<string, unknown>;
  indexes: (string | { name: string })[];
}

const manifest: { app: { storage: { entities: Entity[] } } } = parse(
  readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8'),
);
const { entities } = manifest.app.storage;

const record: GroupRecord = {
  groupId: groupId(1),
  spaceId: SPACE,
  groupName: 'it-dev',
  origin: 'created',
  deletable: true,
  grantsProductAccess: false,
  recordedBy: ADA,
  recordedAt: minute(0),
  attemptId: 'a',
  runId: 'r',
  refused: { action: 'addMember', at: minute(0) },
};
const attempt = {
  id: 'a',
  at: minute(0),
  caller: ADA,
  actedAs: BOB,
  action: 'addMember',
  spaceId: SPACE,
  groupId: groupId(1),
  groupName: 'it-dev',
  accountId: BOB,
  projectId: PROJECT,
  organizationId: OrganizationId.parse('3'),
  domain: 'example.com',
  via: 'page',
  runId: 'r',
} as const;
const ended = {
  id: 'a',
  at: minute(0),
  outcome: 'failed',
  code: 'CONFLICT',
  found: 'member',
  groupId: groupId(1),
  accountId: BOB,
} as const;

/** Everything that the app ever stores, with every field it can have, and every way in which it is read. */
async function useAll() {
  const storage = createStorage();
  const [settings, records, audit] = [createSettings(), createGroupRecords(), createAuditLog(storage)];
  await storage.run(async () => {
    await settings.savePrivilegedUser({}, 0, { accountId: ADA, at: minute(0), checks: [], leftoverCheckGroups: [] });
    await records.add(record);
    await records.ofSpace(SPACE);
    await records.all();
    await audit.attempt([attempt]);
    await audit.settle([ended]);
    await audit.refuse({
      at: minute(0),
      caller: ADA,
      action: 'addMember',
      reason: 'NOT_SPACE_ADMIN',
      groupId: groupId(1),
    });
    for (const filter of [{}, { spaceId: SPACE }, { caller: ADA }, { target: BOB }, { groupId: groupId(1) }])
      await audit.read(filter);
    const customerAudit = createCustomerAudit(storage);
    await customerAudit.read();
    await customerAudit.read(PROJECT);
    const limits = { dailyPerAgent: 1, dailyByRules: 1, dailyPerSite: 1 };
    const quota = createCustomerQuota({ ...storage, random: Math.random, sleep: async () => {} });
    await quota.take({ projectId: PROJECT, caller: ADA, via: 'page' }, limits, 1);
    const requests = createRepeatedRequests(storage);
    await requests.begin('f', 'digest');
    await requests.finish('f', 'digest', { status: 200, body: '{}' });
  });
  return storage;
}

describe('the entities in manifest.yml', () => {
  it.for(entities)('$name: every attribute is stored, and no other', async ({ name, attributes }, { expect }) => {
    const rows = Object.values((await useAll()).rows(name));
    const stored = new Set(rows.flatMap((row) => Object.keys(Object(row))));
    expect([...stored].toSorted()).toEqual(Object.keys(attributes).toSorted());
  });

  it('have every named index read, and no other', async ({ expect }) => {
    const { kvs } = await useAll();
    const queries = kvs.requests().filter(({ target }) => target === '/api/v1/entity/query');
    const read = queries.map(({ body }) => {
      const { entityName, indexName } = Object(body) as Record<string, string>;
      return `${entityName} ${indexName}`;
    });
    const named = entities.flatMap(({ name, indexes }) =>
      indexes.flatMap((index) => (typeof index === 'string' ? [] : [`${name} ${index.name}`])),
    );
    expect([...new Set(read)].toSorted()).toEqual(named.toSorted());
  });
});
