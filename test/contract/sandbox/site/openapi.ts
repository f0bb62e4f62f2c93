// Atlassian's OpenAPI documents as the contract tests read them: operations by id, and validators that allow nothing undeclared.
// https://developer.atlassian.com/cloud/confluence/rest/v2/intro/ and https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

export interface Parameter {
  name: string;
  required: boolean;
  /** With its reference followed. */
  schema: Readonly<Record<string, unknown>>;
}

export interface Operation {
  operationId: string;
  method: string;
  /** From the site's root. */
  path: string;
  deprecated: boolean;
  experimental: boolean;
  description: string;
  /** One set for each state of the document: classic, granular. */
  scopes: string[][];
  /** Those of the query. */
  parameters: Parameter[];
  /** Documented status codes. */
  statuses: number[];
  /** Checks a body; undefined if the document gives no schema for the status. */
  validator: (status: number) => ValidateFunction | undefined;
}

/** Where the documents are; unset on machines that do not have them. */
export const SPECS = process.env['ATLASSIAN_SPECS'];

/** Every operation of every document; none if there are no documents. */
export function documented(): Operation[] {
  return SPECS === undefined
    ? []
    : [
        ...operationsIn('confluence-v1.json', ''),
        ...operationsIn('confluence-v2.json', '/wiki/api/v2'),
        ...operationsIn('jira-platform.json', ''),
        ...operationsIn('jsm.json', ''),
      ];
}

/** Every operation of one document. `root` goes before its paths. */
function operationsIn(file: string, root: string): Operation[] {
  const document = record(JSON.parse(readFileSync(join(SPECS ?? '', file), 'utf8')));
  const components = record(document['components']);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: file, components: { schemas: strict(components['schemas'], components) } });
  return Object.entries(record(document['paths'])).flatMap(([path, methods]) =>
    Object.entries(record(methods))
      .filter(([method]) => ['get', 'post', 'put', 'delete'].includes(method))
      .map(([method, value]) =>
        toOperation(record(value), `${root}${path}`, method.toUpperCase(), components, ajv, file),
      ),
  );
}

function toOperation(value: Json, path: string, method: string, components: Json, ajv: Ajv, file: string): Operation {
  const responses = record(value['responses']);
  const parameters = Array.isArray(value['parameters']) ? value['parameters'].map(record) : [];
  const scopes = value['x-atlassian-oauth2-scopes'];
  return {
    operationId: String(value['operationId']),
    method,
    path,
    deprecated: value['deprecated'] === true,
    experimental: value['x-experimental'] === true,
    description: String(value['description']),
    scopes: Array.isArray(scopes) ? scopes.map((one) => record(one)['scopes'] as string[]) : [],
    parameters: parameters
      .filter((one) => one['in'] === 'query')
      .map((one) => ({
        name: String(one['name']),
        required: one['required'] === true,
        schema: followed(one['schema'], components),
      })),
    statuses: Object.keys(responses).map(Number),
    validator: (status) => {
      const schema = record(record(record(responses[status])['content'])['application/json'])['schema'];
      return schema === undefined ? undefined : ajv.compile(absolute(strict(schema, components), file));
    },
  };
}

/** Forbids properties that an object does not declare; merges `allOf`, since its parts would forbid each other's. */
function strict(schema: unknown, components: Json): unknown {
  if (Array.isArray(schema)) {
    return schema.map((one) => strict(one, components));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const plain = record(schema);
  const parts = plain['allOf'];
  // A single part is how Jira's documents describe a reference; followed, some would lead in circles.
  if (Array.isArray(parts) && parts.length === 1) {
    return strict(parts[0], components);
  }
  if (Array.isArray(parts)) {
    return strict(merged(parts, components), components);
  }
  const all = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, strict(value, components)]));
  const isObject = typeof plain['properties'] === 'object' && plain['type'] === 'object';
  return isObject ? { ...all, additionalProperties: false } : all;
}

function followed(part: unknown, components: Json): Json {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(record(part)['$ref']))?.[1];
  return record(name === undefined ? part : record(components['schemas'])[name]);
}

function merged(parts: readonly unknown[], components: Json): Json {
  const resolved = parts.map((part) => followed(part, components));
  const properties: Json = {};
  for (const [name, schema] of resolved.flatMap((one) => Object.entries(record(one['properties'])))) {
    const other = properties[name];
    const isSame = other === undefined || JSON.stringify(other) === JSON.stringify(schema);
    properties[name] = isSame ? schema : { allOf: [other, schema] };
  }
  const required = resolved.flatMap((one) => (Array.isArray(one['required']) ? one['required'] : []));
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function absolute(schema: unknown, file: string): Json {
  return record(JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${file}#/`)));
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
