import { readFileSync } from 'node:fs';

import { describe, it } from 'vitest';
import { parse } from 'yaml';

import { WHY_FORGE } from '../../../scripts/docs/why-calls';
import { outputsOf, type ActionOutputs } from '../../../src/entry/action-outputs';
import type { Operation, ReservedOperation } from '../../../src/platform/rest/operation';
import { operations } from '../../../src/platform/rest/operations';
import { reservedOperations } from '../../../src/platform/rest/reserved';
import type { OrganizationResult } from '../../../src/shared/customers/results';
import { OrganizationId } from '../../../src/shared/ids';
import type { CustomerRefusal } from '../../../src/shared/result';

interface Manifest {
  modules: {
    function: { key: string; handler: string }[];
    action: { outputs: Record<string, { nullable: boolean; description: string }> }[];
  };
  permissions: { scopes: Record<string, { allowImpersonation?: boolean }> };
}

const manifest: Manifest = parse(readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8'));
const rows: (Operation | ReservedOperation)[] = [...Object.values(operations), ...Object.values(reservedOperations)];
function scopesOf(some: typeof rows) {
  return [...new Set(some.flatMap(({ scopes }) => scopes))].toSorted();
}
const { scopes } = manifest.permissions;
/** For Forge's own services, which are no REST operations. */
const OF_THE_PLATFORM = Object.keys(WHY_FORGE);

describe('the scopes in manifest.yml', () => {
  it('are what the operations need, those of later versions too, storage, and the report of closed accounts', ({
    expect,
  }) => {
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

/** Every word that each output can be. A missing one doesn't compile. */
const WORDS: {
  outcome: Record<ActionOutputs['outcome'], true>;
  code: Record<CustomerRefusal | 'ACCOUNT_NAMED_BY_ADDRESS', true>;
  project: Record<ActionOutputs['project'], true>;
  organization: Record<OrganizationResult['outcome'], true>;
  comment: Record<ActionOutputs['comment'], true>;
} = {
  outcome: {
    created: true,
    existed: true,
    thereNow: true,
    notConfirmed: true,
    notAllowed: true,
    existsNotVisible: true,
    createdNotFound: true,
    namedByAddress: true,
    emailRejected: true,
    failed: true,
    unknown: true,
    notTried: true,
  },
  code: {
    EMAIL_INVALID: true,
    NAME_INVALID: true,
    DOMAIN_DENIED: true,
    DOMAIN_NOT_ALLOWED: true,
    ORGANIZATION_NOT_ALLOWED: true,
    ORGANIZATION_NOT_CHECKED: true,
    EXISTING_ACCOUNT_NOT_ALLOWED: true,
    ACCOUNT_NOT_ELIGIBLE: true,
    AGENT_QUOTA_REACHED: true,
    RULES_QUOTA_REACHED: true,
    SITE_QUOTA_REACHED: true,
    ACCOUNT_NAMED_BY_ADDRESS: true,
  },
  project: {
    added: true,
    alreadyThere: true,
    notWanted: true,
    refused: true,
    failed: true,
    unknown: true,
    notTried: true,
  },
  organization: {
    added: true,
    alreadyThere: true,
    refused: true,
    notFound: true,
    failed: true,
    unknown: true,
    notTried: true,
  },
  comment: { written: true, notWritten: true, unknown: true },
};

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

  it.for(Object.entries(WORDS))('names every word that "%s" can be', ([name, words], { expect }) => {
    const described: readonly string[] = manifest.modules.action[0]?.outputs[name]?.description.match(/\w+/g) ?? [];
    expect(Object.keys(words).filter((word) => !described.includes(word))).toEqual([]);
  });
});
