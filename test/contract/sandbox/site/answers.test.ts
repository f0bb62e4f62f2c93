import { describe, expect, test } from 'vitest';

import type { Operation as Row } from '../../../../sandbox/site/core/call';
import { findRoute, rows } from '../../../../sandbox/site/products';
import { aWorld, ORIGIN } from '../../../unit/sandbox/site/world';
import { exampleCalls } from './calls';
import { requestFor, type ExampleCall } from './example-call';
import { documented, SPECS, type Operation } from './openapi';

const MODES = ['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES'] as const;

const all = documented();

function find(method: string, path: string) {
  return all.find((one) => one.method === method && one.path === path);
}

/** The list of this operation's classic scopes is empty; its text says which one is needed since 2024. */
function documentedScopes(row: Row) {
  return row.operationId === 'getBulkPermissions'
    ? [['read:jira-work'], ['read:permission:jira']]
    : find(row.method, row.path)?.scopes;
}

describe.skipIf(SPECS === undefined)('Atlassian’s OpenAPI documents (folder in ATLASSIAN_SPECS)', () => {
  test.each(rows)('have $method $path as the sandbox does', (row) => {
    const operation = find(row.method, row.path);
    function sorted(scopes: readonly (readonly string[])[] = []) {
      return scopes
        .map((set) => set.toSorted((a, b) => a.localeCompare(b)).join(' '))
        .toSorted((a, b) => a.localeCompare(b));
    }
    expect(operation).toMatchObject({ operationId: row.operationId, deprecated: false });
    expect(sorted(row.scopes)).toEqual(sorted(documentedScopes(row)));
    expect(row.experimental ?? false).toBe(operation?.experimental);
    expect(row.closedToApps ?? false).toBe(/apps cannot access this rest resource/i.test(operation?.description ?? ''));
    expect(operation?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining([...(row.notModelled ?? [])]));
  });

  test.each(MODES)('allow every answer of a site in %s', async (mode) => {
    const world = aWorld();
    world.model.setMode(mode);
    for (const example of exampleCalls(world)) {
      const answer = await world.send(example.identity, requestFor(example));
      const operationId = world.site.requests().at(-1)?.operationId;
      const row = findRoute(example.method, new URL(example.path, ORIGIN).pathname)?.row;
      const operation = find(example.method, row?.path ?? '');
      const call = `${example.method} ${example.path}`;
      expect({ call, operationId, status: answer.status, problems: problems(operation, answer) }).toEqual({
        call,
        operationId: example.operationId,
        status: example.status,
        problems: [],
      });
    }
  });
});

/** What the document has against a body. A refusal's body is not documented. */
function problems(operation: Operation | undefined, { status, body }: { status: number; body: unknown }): unknown[] {
  if (operation?.statuses.includes(status) !== true) {
    return [`the status ${status} is not documented`];
  }
  if (status >= 400) {
    return [];
  }
  const validate = operation.validator(status);
  if (validate === undefined) {
    return body === '' ? [] : ['a body where none is documented'];
  }
  return validate(body) ? [] : (validate.errors ?? []);
}

test('the example calls reach every modelled operation, and each succeeds somewhere', () => {
  const succeeding = MODES.flatMap((mode) => {
    const world = aWorld();
    world.model.setMode(mode);
    return exampleCalls(world).filter(({ status }) => status < 300);
  });
  function rowOf({ method, path }: ExampleCall) {
    return findRoute(method, new URL(path, ORIGIN).pathname)?.row;
  }
  expect(new Set(succeeding.map(rowOf))).toEqual(new Set(rows));
});
