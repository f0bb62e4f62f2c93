import { describe, it } from 'vitest';
import { z } from 'zod/mini';

import type { Operation, ReservedOperation } from '../../../src/platform/rest/operation';
import { operations } from '../../../src/platform/rest/operations';
import { reservedOperations } from '../../../src/platform/rest/reserved';
import { operationsOf, record, sampleOf, SPECS, type Json } from './openapi-document';

const rows: [string, Operation][] = Object.entries(operations);
const reserved: [string, ReservedOperation][] = Object.entries(reservedOperations);
const documents =
  SPECS === undefined
    ? undefined
    : { v1: operationsOf('v1'), v2: operationsOf('v2'), jira: operationsOf('jira'), jsm: operationsOf('jsm') };
function inDocument({ api, method, path }: Pick<Operation, 'api' | 'method' | 'path'>) {
  return documents?.[api].get(`${method} ${path}`);
}

function own(schema: z.ZodMiniType): Json {
  return record(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

/** Fields of ours that the document does not know, and enumerations that differ, by path. */
function differences(ours: Json, theirs: Json, path = ''): string[] {
  const enums = [ours['enum'], theirs['enum']].map((choices) =>
    Array.isArray(choices) ? choices.map(String).toSorted() : undefined,
  );
  const sameEnum = enums[0] === undefined || JSON.stringify(enums[0]) === JSON.stringify(enums[1]);
  const fields = Object.entries(record(ours['properties'])).flatMap(([name, property]) => {
    const declared = record(theirs['properties'])[name];
    const isOpen = declared === undefined && theirs['additionalProperties'] !== undefined;
    if (isOpen) return [];
    return declared === undefined
      ? [`${path}.${name}`]
      : differences(record(property), record(declared), `${path}.${name}`);
  });
  const items = 'items' in ours ? differences(record(ours['items']), record(theirs['items']), `${path}[]`) : [];
  return [...(sameEnum ? [] : [`${path} enum`]), ...fields, ...items];
}

/** The documents on v2 and on Jira Service Management promise no field at all. */
const NEEDED = new Map<string, Json>([
  ['getServiceDeskById', { id: '1', projectId: '2', projectKey: 'SUP' }],
  ['getOrganization', { id: '1' }],
  ['createCustomer', { accountId: 'qm:1' }],
]);

/** Rows whose name in the table is not Atlassian's, because Atlassian uses that one twice. */
const RENAMED = new Map([
  ['getJiraUser', 'getCurrentUser'],
  ['getOrganizationsOfServiceDesk', 'getOrganizations'],
]);

function writesAs(identity: 'caller' | 'privilegedUser') {
  return rows.flatMap(([name, { retry, actsAs }]) => (retry === 'write' && actsAs.includes(identity) ? [name] : []));
}

describe('the table of operations', () => {
  it('names each row as Atlassian does', ({ expect }) => {
    expect(rows.map(([name]) => RENAMED.get(name) ?? name)).toEqual(rows.map(([, row]) => row.operationId));
  });

  it('lets the privileged user write what only they can', ({ expect }) => {
    expect(writesAs('privilegedUser')).toEqual([
      'createGroup',
      'removeGroupById',
      'addUserToGroupByGroupId',
      'removeMemberFromGroupByGroupId',
      'createCustomer',
      'addCustomers',
    ]);
  });

  it('lets the caller write what they may do themselves, and the check group that proves a site admin', ({
    expect,
  }) => {
    expect(writesAs('caller')).toEqual([
      'createGroup',
      'removeGroupById',
      'setSpaceRoleAssignments',
      'addComment',
      'addUsersToOrganization',
    ]);
    expect(writesAs('privilegedUser').filter((name) => writesAs('caller').includes(name))).toEqual([
      'createGroup',
      'removeGroupById',
    ]);
  });

  it('acts as the app for one read alone, whatever the app’s own account may do', ({ expect }) => {
    const asApp = rows.filter(([, { actsAs }]) => actsAs.includes('app'));
    expect(asApp.map(([name, { retry }]) => [name, retry])).toEqual([['createBulkUserLookup', 'read']]);
  });

  it('reads as somebody who asked for it earlier only whether they administer the space', ({ expect }) => {
    const asRequester = rows.filter(([, { actsAs }]) => actsAs.includes('requester'));
    expect(asRequester.map(([name, { method, scopes }]) => [name, method, ...scopes])).toEqual([
      ['getSpaces', 'GET', 'read:space:confluence'],
      ['getSpaceOperations', 'GET', 'read:space:confluence'],
    ]);
  });

  it('keeps apart what only later versions call: no such row says how its answer is read, so none can be sent', ({
    expect,
  }) => {
    expect(reserved.map(([name, { operationId }]) => operationId === name)).toEqual(reserved.map(() => true));
    expect(reserved.filter(([name, row]) => name in operations || 'response' in row || 'retry' in row)).toEqual([]);
    expect(reserved.filter(([, { actsAs }]) => actsAs.includes('requester') || actsAs.includes('app'))).toEqual([]);
  });

  it('leans on nothing experimental but for a look as the caller, which may fail', ({ expect }) => {
    const experimental = rows.filter(([, { isExperimental }]) => isExperimental);
    expect(experimental.map(([name, { retry, actsAs }]) => [name, retry, ...actsAs])).toEqual([
      ['getCustomers', 'read', 'caller'],
    ]);
  });

  it('counts points where Atlassian says what it counts: in Confluence', ({ expect }) => {
    function named(some: typeof rows) {
      return some.map(([name]) => name);
    }
    expect(named(rows.filter(([, { points }]) => points !== undefined))).toEqual(
      named(rows.filter(([, { api }]) => api === 'v1' || api === 'v2')),
    );
  });
});

describe.skipIf(SPECS === undefined)("against Atlassian's documents (ATLASSIAN_SPECS)", () => {
  describe.each(reserved)('%s, reserved', (_name, row) => {
    itIsInDocument(row);
  });

  describe.each(rows)('%s', (name, row) => {
    itIsInDocument(row);

    it('fills the parameters of its path', ({ expect }) => {
      const names = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(inDocument(row)?.parameters).toEqual(expect.arrayContaining(names));
    });

    it('reads only what is documented, with its words', ({ expect }) => {
      expect(differences(own(row.response), inDocument(row)?.answer ?? {})).toEqual([]);
    });

    it('accepts a full answer', ({ expect }) => {
      const answer = inDocument(row)?.answer;
      const sample = answer === undefined ? undefined : sampleOf(answer, 'all');
      expect(row.response.safeParse(sample).error).toBeUndefined();
    });

    it('accepts an answer of what is promised, and of what the app can not do without', ({ expect }) => {
      const answer = inDocument(row)?.answer;
      const promised = answer === undefined ? undefined : sampleOf(answer, 'required');
      const isObject = promised !== undefined && !Array.isArray(promised);
      const sample = isObject ? { ...record(promised), ...NEEDED.get(name) } : promised;
      expect(row.response.safeParse(sample).error).toBeUndefined();
    });
  });
});

/** Holds a row of either kind to the operation that Atlassian describes. */
function itIsInDocument(
  row: Pick<ReservedOperation, 'operationId' | 'api' | 'method' | 'path' | 'scopes' | 'isExperimental'>,
): void {
  it('exists, is current, and is open to apps', ({ expect }) => {
    const { operationId, isExperimental = false } = row;
    const current = { operationId, deprecated: false, experimental: isExperimental, closedToApps: false };
    expect(inDocument(row)).toMatchObject(current);
  });

  it('has these granular scopes', ({ expect }) => {
    expect(row.scopes.toSorted()).toEqual(inDocument(row)?.granularScopes.toSorted());
  });
}
