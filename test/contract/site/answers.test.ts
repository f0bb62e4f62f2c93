import { describe, expect, test } from 'vitest';

import { rows } from '../../../sandbox/site/operations/table';
import { aWorld, ORIGIN } from '../../unit/site/world';
import { exampleCalls, type ExampleCall } from './calls';
import { operationsIn, SPECS, type Operation } from './openapi';

const MODES = ['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES'] as const;

const documented: Operation[] =
  SPECS === undefined
    ? []
    : [...operationsIn('confluence-v1.json', ''), ...operationsIn('confluence-v2.json', '/wiki/api/v2')];

const find = (method: string, path: string) => documented.find((one) => one.method === method && one.path === path);

describe.skipIf(SPECS === undefined)('Atlassian’s OpenAPI documents (folder in ATLASSIAN_SPECS)', () => {
  test.each(rows)('have $method $path as the sandbox does', (row) => {
    const operation = find(row.method, row.path);
    const sorted = (scopes: readonly (readonly string[])[] = []) =>
      scopes.map((set) => set.toSorted((a, b) => a.localeCompare(b)).join(' ')).toSorted((a, b) => a.localeCompare(b));
    expect(operation).toMatchObject({ operationId: row.operationId, deprecated: false });
    expect(sorted(row.scopes)).toEqual(sorted(operation?.scopes));
    expect(row.closedToApps ?? false).toBe(/apps cannot access this rest resource/i.test(operation?.description ?? ''));
    expect(operation?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining([...(row.notModelled ?? [])]));
  });

  test.each(MODES)('allow every answer of a site in %s', async (mode) => {
    const world = aWorld();
    world.model.setMode(mode);
    for (const example of exampleCalls(world)) {
      const answer = await world.send(example.identity, requestFor(example));
      const operationId = world.site.requests().at(-1)?.operationId;
      const row = rows.find((one) => one.operationId === operationId);
      const operation = find(row?.method ?? '', row?.path ?? '');
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

function requestFor({ method, path, body }: ExampleCall): Request {
  const headers = new Headers(body === undefined ? {} : { 'content-type': 'application/json' });
  return new Request(`${ORIGIN}${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
}

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
  const reached = new Set(succeeding.map(({ operationId }) => operationId));
  expect(reached).toEqual(new Set(rows.map(({ operationId }) => operationId)));
});
