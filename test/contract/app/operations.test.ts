import { describe, it } from 'vitest';
import { z } from 'zod';

import type { Operation } from '../../../src/platform/rest/operation';
import { operations } from '../../../src/platform/rest/operations';
import { operationsOf, record, sampleOf, SPECS, type Json } from './openapi-document';

const rows: [string, Operation][] = Object.entries(operations);
const documents = SPECS === undefined ? undefined : { v1: operationsOf('v1'), v2: operationsOf('v2') };
const inDocument = (row: Operation) => documents?.[row.api].get(row.operationId);

const own = (schema: z.ZodType): Json => record(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

/** Fields of ours that the document does not know, and enumerations that differ, by path. */
const differences = (ours: Json, theirs: Json, path = ''): string[] => {
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
};

/** The document on v2 promises no field at all. */
const NEEDED = new Map([['getSpaceById', { id: '1', key: 'IT' }]]);

describe('the table of operations', () => {
  it('names each row as Atlassian does', ({ expect }) => {
    expect(rows.map(([name]) => name)).toEqual(rows.map(([, row]) => row.operationId));
  });

  it('lets only the privileged user write, and nobody but him', ({ expect }) => {
    const writes = rows.filter(([, row]) => row.retry === 'write');
    expect(writes.map(([name, row]) => [name, row.actsAs])).toEqual(
      ['createGroup', 'removeGroupById', 'addUserToGroupByGroupId', 'removeMemberFromGroupByGroupId'].map((name) => [
        name,
        ['privilegedUser'],
      ]),
    );
  });
});

describe.skipIf(SPECS === undefined)("against Atlassian's documents (ATLASSIAN_SPECS)", () => {
  describe.each(rows)('%s', (_name, row) => {
    it('exists, is current, and is open to apps', ({ expect }) => {
      const { method, path } = row;
      expect(inDocument(row)).toMatchObject({ method, path, deprecated: false, closedToApps: false });
    });

    it('has these granular scopes', ({ expect }) => {
      expect(row.scopes.toSorted()).toEqual(inDocument(row)?.granularScopes.toSorted());
    });

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
      const sample = promised === undefined ? undefined : { ...record(promised), ...NEEDED.get(row.operationId) };
      expect(row.response.safeParse(sample).error).toBeUndefined();
    });
  });
});
