// What a browser could send instead of a payload: derived from the payload's own schema, then bent.
import fc from 'fast-check';
import { z } from 'zod/mini';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** A key that only JSON can bring. */
function withPrototype(inner: unknown): unknown {
  return JSON.parse(`{"__proto__":${JSON.stringify(inner)}}`) as unknown;
}
function deep(levels: number): unknown {
  return JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;
}

/** Texts that lead somewhere else if anything builds a path, a query, CQL or HTML of them. */
const TEXTS = [
  '',
  ' ',
  '..',
  '../../user/current',
  '%2e%2e%2fuser',
  'x/../y',
  String.raw`..\..\y`,
  'x?limit=1',
  'x&accountId=1',
  'x#y',
  'x;y',
  '" OR type = page OR "',
  "' or 1=1 --",
  '*',
  '{{constructor}}',
  '${process.env}',
  '<img src=x onerror=alert(1)>',
  'a\r\nX-Header: 1',
  'a\u0000b',
  '\u001B[31m',
  '\u202Enimda',
  '\u200Bsite-admins',
  'sitе-аdmins',
  'ｓｉｔｅ-ａｄｍｉｎｓ',
  'ﬁnance',
  'İI',
  '\uD800',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'null',
  'unidentified',
  'x'.repeat(70_000),
];
const VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  [],
  {},
  [null],
  deep(500),
  Array.from({ length: 3000 }, () => ''),
  { toString: 'x', valueOf: 'x' },
  { length: 1e9 },
  { constructor: { prototype: { confluenceAdmin: true } } },
  withPrototype({ confluenceAdmin: true, spaceAdmin: true }),
  { $ne: '' },
  Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key-${String(index)}`, index])),
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(hostileText, fc.constantFrom(...VALUES), fc.jsonValue());

/** Values that a schema accepts but for its refinements. `ids` are tried where a pattern asks for one. */
function fitting(schema: Json, ids: readonly string[]): fc.Arbitrary<unknown> {
  const choices = schema['enum'];
  if (Array.isArray(choices)) return fc.constantFrom<unknown>(...(choices as unknown[]));
  switch (schema['type']) {
    case 'object': {
      const required = Array.isArray(schema['required']) ? (schema['required'] as string[]) : [];
      const fields = Object.entries(object(schema['properties'])).map(
        ([name, inner]): [string, fc.Arbitrary<unknown>] => [name, fitting(object(inner), ids)],
      );
      return fc.record(Object.fromEntries(fields), { requiredKeys: required, noNullPrototype: true });
    }
    case 'array':
      return fc.array(fitting(object(schema['items']), ids), { minLength: 1, maxLength: 3 });
    case 'integer':
      return fc.nat({ max: 3 });
    case 'boolean':
      return fc.boolean();
    default: {
      const pattern = schema['pattern'];
      const matching = typeof pattern === 'string' ? ids.filter((id) => new RegExp(pattern, 'u').test(id)) : [];
      return fc.constantFrom(...matching, 'gamma');
    }
  }
}

/** A valid payload of a schema, most of the time. */
function fittingPayload(schema: z.ZodMiniType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fitting(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), ids);
}

type Path = readonly string[];
function pathsIn(value: unknown, at: Path = []): Path[] {
  return [
    at,
    ...(isObject(value) ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...at, key])) : []),
  ];
}

/** A copy of a value with one place in it changed. */
function changedAt(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? changedAt(item, rest, change) : item));
  const fields = object(value);
  return { ...fields, [key]: changedAt(fields[key], rest, change) };
}

type Bend = (old: unknown) => unknown;
function withKey(key: string, inner: unknown): Bend {
  return (old) => {
    if (!isObject(old) || Array.isArray(old)) return { [key]: inner };
    return Object.defineProperty({ ...old }, key, { value: inner, enumerable: true, configurable: true });
  };
}
const bend: fc.Arbitrary<Bend> = fc.oneof(
  hostileValue.map(
    (value): Bend =>
      () =>
        value,
  ),
  hostileText.map(
    (text): Bend =>
      (old) =>
        `${typeof old === 'string' ? old : ''}${text}`,
  ),
  hostileText.map(
    (text): Bend =>
      (old) =>
        `${text}${typeof old === 'string' ? old : ''}`,
  ),
  fc.tuple(hostileText, hostileValue).map(([key, inner]) => withKey(key, inner)),
  fc.constant<Bend>((old) => [old]),
  fc.constant<Bend>((old) => ({ ...object(old), id: old })),
  fc.constant<Bend>(() => undefined),
);

/** The same value with one place in it bent. */
export function bent(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, fc.nat(), bend).map(([whole, place, change]) => {
    const paths = pathsIn(whole);
    return changedAt(whole, paths[place % paths.length] ?? [], change);
  });
}

/** Whatever could stand where a payload of this schema belongs. */
export function hostilePayload(schema: z.ZodMiniType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const valid = fittingPayload(schema, ids);
  return fc.oneof(
    { weight: 4, arbitrary: bent(valid) },
    { weight: 2, arbitrary: bent(bent(valid)) },
    { weight: 1, arbitrary: valid },
    { weight: 1, arbitrary: hostileValue },
  );
}
