import { readFileSync } from 'node:fs';

import { describe, it } from 'vitest';
import { parse } from 'yaml';

import type { AuditLog } from '../../../src/broker/ports';
import type { MembershipFact } from '../../../src/groups/facts';
import { createAuditLog } from '../../../src/platform/kvs/audit-log';
import { createCustomerAudit } from '../../../src/platform/kvs/customer-audit';
import { createCustomerQuota } from '../../../src/platform/kvs/customer-quota';
import { createGroupRecords } from '../../../src/platform/kvs/group-records';
import { createMemberJournal } from '../../../src/platform/kvs/member-journal';
import { createMemberships } from '../../../src/platform/kvs/memberships';
import { createRepeatedRequests } from '../../../src/platform/kvs/repeated-requests';
import { createRunStore } from '../../../src/platform/kvs/run-store';
import { createSettings } from '../../../src/platform/kvs/settings';
import { OrganizationId } from '../../../src/shared/ids';
import {
  ADA,
  aRecord,
  BOB,
  createStorage,
  groupId,
  minute,
  PROJECT,
  silent,
  SPACE,
} from '../../unit/platform/kvs/storage-lab';

interface Entity {
  name: string;
  attributes: Record<string, unknown>;
  indexes: (string | { name: string })[];
}

const manifest: { app: { storage: { entities: Entity[] } } } = parse(
  readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8'),
);
const { entities } = manifest.app.storage;

const record = aRecord(1, {
  attemptId: 'a',
  runId: 'r',
  refused: { action: 'addMember', at: minute(0) },
  replacedBy: groupId(2),
  replacedSince: minute(0),
  replaces: groupId(3),
});
const fact: MembershipFact = {
  groupId: groupId(1),
  accountId: BOB,
  spaceId: SPACE,
  since: minute(0),
  by: ADA,
  until: minute(9),
  reason: 'Audit',
  runId: 'r',
  attemptId: 'a',
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
  undoes: 'b',
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
    await records.ofSpaceByChange(SPACE);
    await records.startingWith('it');
    await audit.attempt([attempt]);
    await audit.settle([ended]);
    await useMemberships(createAuditLog(storage));
    await useRuns(storage);
    await audit.read({ runId: 'r' });
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

async function useRuns(storage: ReturnType<typeof createStorage>) {
  const runs = createRunStore(storage);
  const when = { createdAt: minute(0), dueAt: minute(0) };
  const run = { runId: 'r', product: 'p', source: 's', place: SPACE, by: ADA, writtenBy: '1', ...when } as const;
  const part = { part: 0, state: 'open', lease: 'l', leasedUntil: minute(1), lines: {} } as const;
  await runs.add({ ...run, lines: 1, verdicts: {}, state: 'planned', version: 1, baton: 0 }, [[]], 1);
  await runs.savePart('r', { ...part, version: 0 }, part, { attempts: [{ ...attempt, id: 'line' }] });
  await runs.ofPlace(SPACE);
  await runs.due(minute(1));
}

async function useMemberships(auditLog: AuditLog) {
  const change = { attemptId: 'a', at: minute(0), accountId: BOB, before: undefined, after: fact };
  const seen = await createGroupRecords().get(groupId(1));
  if (seen === undefined) throw new Error('No record');
  const journal = createMemberJournal({ auditLog, log: silent });
  const prior = { since: minute(0), by: ADA };
  await journal.settle([
    { ...ended, outcome: 'succeeded', prior, change: { ...change, record: seen, look: async () => 'member' } },
  ]);
  const memberships = createMemberships();
  await memberships.ofGroup(groupId(1));
  await memberships.ofAccount(BOB);
  await memberships.ofSpace(SPACE);
  await memberships.ending(minute(10));
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
