// Checks of stored data: keys, values, lifetimes, and attributes of custom entities.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/#limitations
import { isRecord, jsonBytes } from '../json';
import { STORAGE_LIMITS } from '../limits';
import type { AttributeType, Entity } from '../manifest-entities';
import { KvsRefusal } from './errors';

export function checkKey(key: string): void {
  if (key === '') throw new KvsRefusal('EMPTY_KEY');
  if (key.length > STORAGE_LIMITS.keyChars) throw new KvsRefusal('KEY_TOO_LONG');
  if (!STORAGE_LIMITS.keyPattern.test(key)) throw new KvsRefusal('INVALID_KEY', key);
}

/** Checks a value's type, depth and size: https://developer.atlassian.com/platform/forge/storage-reference/entities/#supported-values */
export function checkValue(value: unknown): void {
  if (value === undefined || value === null) throw new KvsRefusal('INVALID_ENTITY_VALUE', String(value));
  if (jsonBytes(value) > STORAGE_LIMITS.valueBytes) throw new KvsRefusal('MAX_SIZE');
  if (depthOf(value) > STORAGE_LIMITS.valueDepth) throw new KvsRefusal('MAX_DEPTH');
}

export interface Ttl {
  value: number;
  unit: string;
}

const UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

/** Returns the time at which a row written now expires. */
export function expiryOf(ttl: Ttl | undefined, now: number): number | undefined {
  if (ttl === undefined) return undefined;
  const unitMs = Object.entries(UNIT_MS).find(([unit]) => unit === ttl.unit)?.[1];
  const lifetime = (unitMs ?? Number.NaN) * ttl.value;
  if (!Number.isInteger(ttl.value) || !(lifetime > 0 && lifetime <= STORAGE_LIMITS.maxTtlMs)) {
    throw new KvsRefusal('INVALID_TTL', `${ttl.value} ${ttl.unit}`);
  }
  return now + lifetime;
}

const TYPE_TESTS: Readonly<Record<AttributeType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' && value.trim() !== '',
  integer: isInteger,
  float: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  any: (value) => value !== null,
};

export function isOfType(type: AttributeType, value: unknown): boolean {
  return TYPE_TESTS[type](value);
}

/** Checks a value against the manifest. Attributes may be missing; undeclared ones are refused. */
export function checkEntityValue(entity: Entity, value: unknown): void {
  if (!isRecord(value)) throw new KvsRefusal('INVALID_ENTITY_VALUE', `${entity.name} needs an object`);
  for (const [name, part] of Object.entries(value)) {
    const type = entity.attributes.get(name);
    if (type === undefined) throw new KvsRefusal('UNDECLARED_ATTRIBUTE', `${entity.name}.${name}`);
    if (!isOfType(type, part)) throw new KvsRefusal('INCORRECT_PROPERTY_TYPE', `${entity.name}.${name} is not ${type}`);
  }
  checkIndexSizes(entity, value);
}

/** Measures nesting; a scalar has depth 0. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

function isInteger(value: unknown): boolean {
  return (
    Number.isInteger(value) && Number(value) >= STORAGE_LIMITS.minInteger && Number(value) <= STORAGE_LIMITS.maxInteger
  );
}

function checkIndexSizes(entity: Entity, value: Record<string, unknown>): void {
  for (const { name, partition, range } of entity.indexes.values()) {
    if (indexBytes(value, partition) > STORAGE_LIMITS.partitionBytes)
      throw new KvsRefusal('MAX_SIZE', `partition of ${name}`);
    if (indexBytes(value, [range]) > STORAGE_LIMITS.rangeBytes) throw new KvsRefusal('MAX_SIZE', `range of ${name}`);
  }
}

function indexBytes(value: Record<string, unknown>, attributes: readonly string[]): number {
  return attributes.reduce(
    (sum, name) =>
      sum + (value[name] === undefined ? 0 : Buffer.byteLength(`${value[name] as string | number | boolean}`)),
    0,
  );
}
