import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Atlassian's OpenAPI documents are; unset on machines that do not have them. */
export const SPECS = process.env['ATLASSIAN_SPECS'];

export type Json = Record<string, unknown>;

export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

const DOCUMENTS = {
  v1: ['confluence-v1.json', ''],
  v2: ['confluence-v2.json', '/wiki/api/v2'],
  jira: ['jira-platform.json', ''],
  jsm: ['jsm.json', ''],
} as const;

export interface Documented {
  operationId: string;
  method: string;
  /** From the site's root. */
  path: string;
  deprecated: boolean;
  /** Needs a header of its own. */
  experimental: boolean;
  /** What the text says of apps; empty if it closes the operation to none. */
  closedToApps: boolean;
  granularScopes: string[];
  parameters: string[];
  /** The schema of a successful answer, without references; undefined if it has no body. */
  answer: Json | undefined;
}

const MAX_DEPTH = 5;

/** A schema with its references and `allOf` put in place, as deep as the app reads. */
function resolved(schema: unknown, components: Json, depth = 0): Json {
  if (depth > MAX_DEPTH) return {};
  const plain = record(schema);
  const reference = /^#\/components\/schemas\/(.+)$/.exec(String(plain['$ref']))?.[1];
  if (reference !== undefined) return resolved(components[reference], components, depth);
  const parts = Array.isArray(plain['allOf']) ? plain['allOf'].map((part) => resolved(part, components, depth)) : [];
  const declared = Object.assign({}, ...parts.map((part) => part['properties']), plain['properties']);
  const properties = Object.entries(record(declared)).map(([name, property]): [string, Json] => [
    name,
    resolved(property, components, depth + 1),
  ]);
  return {
    ...plain,
    type: plain['type'] ?? (properties.length > 0 ? 'object' : undefined),
    properties: Object.fromEntries(properties),
    ...('items' in plain ? { items: resolved(plain['items'], components, depth + 1) } : {}),
  };
}

function granular(scopes: unknown): string[] {
  const sets = Array.isArray(scopes) ? scopes.map((set) => record(set)['scopes'] as string[]) : [];
  // Granular scopes end with the product: they have one part more than classic ones.
  return sets.find((set) => set.every((scope) => scope.split(':').length === 3)) ?? [];
}

function documented(path: string, method: string, value: Json, components: Json): Documented {
  const success = Object.entries(record(value['responses'])).find(([status]) => status.startsWith('2'));
  const schema = record(record(record(success?.[1])['content'])['application/json'])['schema'];
  const parameters = Array.isArray(value['parameters']) ? value['parameters'] : [];
  return {
    operationId: String(value['operationId']),
    method: method.toUpperCase(),
    path,
    deprecated: value['deprecated'] === true,
    experimental: value['x-experimental'] === true,
    closedToApps: String(value['description']).includes('Apps cannot access this REST resource'),
    granularScopes: granular(value['x-atlassian-oauth2-scopes']),
    parameters: parameters.map((parameter) => String(record(parameter)['name'])),
    answer: schema === undefined ? undefined : resolved(schema, components),
  };
}

/** Every operation of one of the documents, by method and path: ids are not unique in all of them. */
export function operationsOf(api: keyof typeof DOCUMENTS): ReadonlyMap<string, Documented> {
  const [file, root] = DOCUMENTS[api];
  const document = record(JSON.parse(readFileSync(join(SPECS ?? '', file), 'utf8')));
  const components = record(record(document['components'])['schemas']);
  return new Map(
    Object.entries(record(document['paths'])).flatMap(([path, methods]) =>
      Object.entries(record(methods)).map(([method, value]) => {
        const operation = documented(`${root}${path}`, method, record(value), components);
        return [`${operation.method} ${operation.path}`, operation];
      }),
    ),
  );
}

/** A value of a schema: with all that it declares, or with only what it requires. */
export function sampleOf(schema: Json, extent: 'all' | 'required'): unknown {
  const choices = schema['enum'];
  if (Array.isArray(choices)) return choices[0];
  switch (schema['type']) {
    case 'array':
      return extent === 'all' ? [sampleOf(record(schema['items']), extent)] : [];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'string':
      // Digits are an id of every kind.
      return '1';
    default: {
      const required = Array.isArray(schema['required']) ? schema['required'] : [];
      const wanted = Object.entries(record(schema['properties'])).filter(
        ([name]) => extent === 'all' || required.includes(name),
      );
      return Object.fromEntries(wanted.map(([name, property]) => [name, sampleOf(record(property), extent)]));
    }
  }
}
