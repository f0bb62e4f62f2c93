// Every entity that the app stores is in one of the two exports, or there is a reason why not.
import { readFileSync } from 'node:fs';

import { describe, it } from 'vitest';
import { parse } from 'yaml';

import { EXPORTED } from '../../../src/shared/broker/site-export';
import { EXPORTED_OF_CUSTOMERS } from '../../../src/shared/customers/customer-export';

const manifest = parse(readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8')) as {
  app: { storage: { entities: { name: string }[] } };
};
const entities = manifest.app.storage.entities.map(({ name }) => name);

/** Each row of these is about customers or about the rest of the site, and in that export only: see export-customers.test.ts. */
const BY_ROW = ['setting', 'audit-entry'];

/** Rows of these go along with those of another entity under the same key. */
const BESIDE: Readonly<Record<string, string>> = { 'run-part-state': 'run-part', 'audit-outcome': 'audit-entry' };

const NOT_EXPORTED: Readonly<Record<string, string>> = {
  'repeated-request': 'kept for a day; its digests are of emails, and what it says of accounts is in the audit',
};

function placesOf(entity: string): string[] {
  return [
    ...(EXPORTED.some((one) => one === entity) ? ['site'] : []),
    ...(EXPORTED_OF_CUSTOMERS.some((one) => one === entity) ? ['customers'] : []),
    ...(BESIDE[entity] === undefined ? [] : [`beside ${BESIDE[entity]}`]),
    ...(NOT_EXPORTED[entity] === undefined ? [] : [NOT_EXPORTED[entity]]),
  ];
}

describe('what the app stores', () => {
  it.for(entities)('%s is exported once, or there is a reason why not', (entity, { expect }) => {
    expect(placesOf(entity)).toHaveLength(BY_ROW.includes(entity) ? 2 : 1);
  });

  it('holds all that is exported', ({ expect }) => {
    const named = [...EXPORTED, ...EXPORTED_OF_CUSTOMERS, ...Object.keys(BESIDE), ...Object.keys(NOT_EXPORTED)];
    expect([...new Set(named)].toSorted()).toEqual(entities.toSorted());
  });
});
