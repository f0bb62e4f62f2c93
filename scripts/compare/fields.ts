// The fields of an answer that the app reads, by its own schemas, and their JSON types.
import { z } from 'zod';

import { operations } from '../../src/platform/rest/operations';
import type { Call } from './client';

/** Maps a path, such as `results[].id`, to JSON types. `absent`: the object lacks the field. */
export type FieldTypes = ReadonlyMap<string, ReadonlySet<string>>;

type Schema = Readonly<Record<string, unknown>>;

const rows = Object.values(operations).map(({ method, path, response }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  schema: z.toJSONSchema(response, { io: 'input', unrepresentable: 'any' }) as Schema,
}));

/** Reads the types of the fields that the app reads of the answer to a call; none if the app doesn't make such calls. */
export function fieldTypes({ method, path }: Call, body: unknown): FieldTypes {
  const pathname = path.split('?')[0] ?? '';
  const row = rows.find((one) => one.method === method && one.pattern.test(pathname));
  const found = new Map<string, Set<string>>();
  if (row !== undefined) walk(row.schema, body, '', found);
  return found;
}

export function jsonType(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Matches paging fields, which are compared separately. */
const PAGING = /(^|\.)(_links|limit|totalSize|isLastPage)(\.|$)/;

function walk(schema: Schema, value: unknown, path: string, found: Map<string, Set<string>>): void {
  if (PAGING.test(path)) return;
  const types = found.get(path) ?? new Set();
  found.set(path, types.add(jsonType(value)));
  for (const { properties, items, additionalProperties } of variantsOf(schema)) {
    if (Array.isArray(value)) {
      if (isSchema(items)) for (const one of value) walk(items, one, `${path}[]`, found);
    } else if (typeof value === 'object' && value !== null) {
      const fields = value as Record<string, unknown>;
      if (isSchema(properties)) {
        for (const [name, child] of Object.entries(properties)) {
          if (isSchema(child)) walk(child, fields[name], path === '' ? name : `${path}.${name}`, found);
        }
      }
      if (isSchema(additionalProperties) && Object.keys(additionalProperties).length > 0) {
        for (const one of Object.values(fields)) walk(additionalProperties, one, `${path}.*`, found);
      }
    }
  }
}

/** Lists a schema and its alternatives, such as "or null". */
function variantsOf(schema: Schema): Schema[] {
  const inner = ['anyOf', 'oneOf', 'allOf'].flatMap((word) => {
    const list = schema[word];
    return Array.isArray(list) ? list.filter(isSchema) : [];
  });
  return [schema, ...inner.flatMap(variantsOf)];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
