import { readFileSync } from 'node:fs';

import { describe, it } from 'vitest';
import { parse } from 'yaml';

import { outputsOf } from '../../../src/entry/action-outputs';
import type { Operation } from '../../../src/platform/rest/operation';
import { operations } from '../../../src/platform/rest/operations';
import { OrganizationId } from '../../../src/shared/ids';

interface Manifest {
  modules: {
    function: { key: string; handler: string }[];
    action: { outputs: Record<string, { nullable: boolean }> }[];
  };
  permissions: { scopes: Record<string, { allowImpersonation?: boolean }> };
}

const manifest: Manifest = parse(readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8'));
const rows: Operation[] = Object.values(operations);
const scopesOf = (some: Operation[]) => [...new Set(some.flatMap(({ scopes }) => scopes))].toSorted();
const { scopes } = manifest.permissions;
/** For Forge's own services, which are no REST operations. */
const OF_THE_PLATFORM = ['storage:app', 'report:personal-data'];

describe('the scopes in manifest.yml', () => {
  it('are what the operations need, storage, and the report of closed accounts', ({ expect }) => {
    expect(Object.keys(scopes).toSorted()).toEqual([...scopesOf(rows), ...OF_THE_PLATFORM].toSorted());
  });

  it('allow impersonation exactly where the app acts as somebody who is not present', ({ expect }) => {
    const lent = rows.filter(({ actsAs }) => actsAs.includes('privilegedUser') || actsAs.includes('requester'));
    const allowed = Object.keys(scopes).filter((scope) => scopes[scope]?.allowImpersonation === true);
    expect(allowed.toSorted()).toEqual(scopesOf(lent));
  });
});

describe('the handlers in manifest.yml', () => {
  it('are exactly what src/index.ts exports', async ({ expect }) => {
    const handlers = manifest.modules.function.map(({ handler }) => handler.split('.'));
    expect(new Set(handlers.map(([file]) => file))).toEqual(new Set(['index']));
    const index: Record<string, unknown> = await import('../../../src/index');
    const functions = Object.keys(index).filter((name) => typeof index[name] === 'function');
    expect(functions.toSorted()).toEqual(handlers.map(([, name = '']) => name).toSorted());
  });
});

describe('the outputs of the automation action', () => {
  it('are exactly what it answers, and those that may be empty say so', ({ expect }) => {
    const organizations = [{ organizationId: OrganizationId.parse('1'), outcome: 'added' as const }];
    const empty = outputsOf({
      result: { account: { outcome: 'unknown' }, project: 'notTried', organizations: [] },
      commented: true,
    });
    const refused = outputsOf({
      result: { account: { outcome: 'notAllowed', rule: 'DOMAIN_DENIED' }, project: 'notTried', organizations },
      commented: 'unknown',
    });
    expect(refused).toMatchObject({ code: 'DOMAIN_DENIED', organization: 'added', comment: 'unknown' });
    const declared = Object.entries(manifest.modules.action[0]?.outputs ?? {});
    expect(Object.keys(empty).toSorted()).toEqual(declared.map(([name]) => name).toSorted());
    const nullable = Object.entries(empty).filter(([, value]) => value === null);
    expect(nullable.map(([name]) => name).toSorted()).toEqual(
      declared
        .filter(([, output]) => output.nullable)
        .map(([name]) => name)
        .toSorted(),
    );
  });
});
