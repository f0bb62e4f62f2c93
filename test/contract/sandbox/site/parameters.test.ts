// Every documented parameter of a modelled operation is read, or answered 501: none is silently ignored.
import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Operation as Row } from '../../../../sandbox/site/core/call';
import { rows } from '../../../../sandbox/site/products';
import { inMode, OPT_IN, type aWorld } from '../../../unit/sandbox/site/world';
import { documented, SPECS, type Parameter } from './openapi';

const operations = documented();

/** Of parameters whose description says what their `required` does not. */
const REQUIRED_IN_WORDS: Record<string, string> = {
  '/rest/api/3/mypermissions': 'permissions',
  '/rest/api/3/user': 'accountId',
  '/rest/api/3/user/search': 'query',
};

function parametersOf(row: Row): readonly Parameter[] {
  const found = operations.find(({ method, path }) => method === row.method && path === row.path)?.parameters ?? [];
  return found.map((one) => (one.name === REQUIRED_IN_WORDS[row.path] ? { ...one, required: true } : one));
}

/** A row's address on the demo site, with what its required parameters need. */
function addressOf(row: Row, world: ReturnType<typeof aWorld>): URL {
  const { groupId, spaceId, accountId } = world;
  const values: Record<string, string> = {
    groupId: groupId('demo-editors'),
    spaceKey: 'DEMO',
    id: spaceId('DEMO'),
    projectIdOrKey: 'SUP',
    issueIdOrKey: 'SUP-1',
    serviceDeskId: '1',
    organizationId: '1',
  };
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    row.path.includes('space-roles') ? '101' : (values[name] ?? ''),
  );
  const url = new URL(path, 'https://acme.example');
  const required = parametersOf(row).filter((one) => one.required);
  const given: Record<string, string> = {
    cql: row.path.endsWith('/user') ? 'type=user' : 'type=space',
    query: 'demo',
    accountId: accountId('member'),
    permissions: 'ADMINISTER',
  };
  for (const { name } of required) url.searchParams.set(name, given[name] ?? groupId('demo-editors'));
  return url;
}

async function ask(row: Row, change: (url: URL) => void) {
  const world = inMode('ROLES_TRANSITION');
  const url = addressOf(row, world);
  change(url);
  const identity = world.basic('site-admin');
  return (await world.send(identity, new Request(url, { method: row.method, headers: OPT_IN }))).status;
}

/** A value that no reader of the parameter could accept; undefined if any text is fine. */
function nonsense({ name, schema }: Parameter): string | undefined {
  if (name === 'cursor' || schema['enum'] !== undefined) return 'nonsense';
  return ['integer', 'boolean'].includes(String(schema['type'])) ? 'nonsense' : undefined;
}

const reads = rows.filter(({ method }) => method === 'GET');

afterEach(() => vi.restoreAllMocks());

describe.skipIf(SPECS === undefined)('documented parameters (folder in ATLASSIAN_SPECS)', () => {
  test.each(reads)('$operationId answers with all that it requires, and with nothing less', async (row) => {
    expect(await ask(row, () => {})).toBe(200);
    for (const { name } of parametersOf(row).filter((one) => one.required)) {
      expect([name, await ask(row, ({ searchParams }) => searchParams.delete(name))]).toEqual([name, 400]);
    }
  });

  test.each(reads)('$operationId looks at every one', async (row) => {
    const spies = (['get', 'getAll', 'has'] as const).map((way) => vi.spyOn(URLSearchParams.prototype, way));
    await ask(row, () => {});
    const asked = new Set(spies.flatMap(({ mock }) => mock.calls.map(([name]) => name)));
    expect(parametersOf(row).filter(({ name }) => !asked.has(name))).toEqual([]);
  });

  test.each(reads)('$operationId refuses nonsense', async (row) => {
    for (const parameter of parametersOf(row)) {
      const { name } = parameter;
      const value = nonsense(parameter);
      const status = row.notModelled?.includes(name) === true ? 501 : 400;
      if (value === undefined && status === 400) continue;
      expect([name, await ask(row, ({ searchParams }) => searchParams.set(name, value ?? 'x'))]).toEqual([
        name,
        status,
      ]);
    }
  });
});
