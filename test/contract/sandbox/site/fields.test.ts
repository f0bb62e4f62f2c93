// Whatever the app reads of an answer, the sandbox gives: a field that is never there would hide a fault of the app.
import { expect, test } from 'vitest';
import { z } from 'zod';

import { operations } from '../../../../src/platform/rest/operations';
import { aWorld } from '../../../unit/sandbox/site/world';
import { exampleCalls } from './calls';
import { requestFor } from './example-call';

type Json = Record<string, unknown>;

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** Paths of the fields that a schema reads. */
function read(schema: Json, path = ''): string[] {
  const fields = Object.entries(record(schema['properties'])).flatMap(([name, property]) => [
    `${path}.${name}`,
    ...read(record(property), `${path}.${name}`),
  ]);
  const items = 'items' in schema ? read(record(schema['items']), `${path}[]`) : [];
  return [...fields, ...items];
}

/** Paths of the fields that an answer has. */
function given(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => given(one, `${path}[]`));
  return Object.entries(record(value)).flatMap(([name, one]) => [`${path}.${name}`, ...given(one, `${path}.${name}`)]);
}

/** Both products have a `getCurrentUser`. */
function nameOf(path: string, operationId: string): string {
  return `${path.startsWith('/wiki/') ? 'Confluence' : 'Jira'} ${operationId}`;
}

async function fieldsGiven(): Promise<Map<string, Set<string>>> {
  const fields = new Map<string, Set<string>>();
  for (const mode of ['PRE_ROLES', 'ROLES'] as const) {
    const world = aWorld();
    world.model.setMode(mode);
    for (const example of exampleCalls(world)) {
      const answer = await world.send(example.identity, requestFor(example));
      if (example.status >= 300) continue;
      const name = nameOf(example.path, example.operationId);
      const known = fields.get(name) ?? new Set();
      given(answer.body).forEach((field) => known.add(field));
      fields.set(name, known);
    }
  }
  return fields;
}

test('every field that the app reads is there', async () => {
  const fields = await fieldsGiven();
  const missing = Object.values(operations).flatMap(({ operationId, path, response }) =>
    read(record(z.toJSONSchema(response, { io: 'input', unrepresentable: 'any' })))
      .filter((field) => fields.get(nameOf(path, operationId))?.has(field) !== true)
      .map((field) => `${operationId}${field}`),
  );
  expect(missing).toEqual([]);
});
