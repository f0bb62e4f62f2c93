// Queries over an index of a custom entity. Filters run on a page of the index, so that a page can be short
// or empty and still have a next one. https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { z } from 'zod';

import { isRecord } from '../json';
import type { AttributeType, Entity, EntityIndex } from '../manifest-entities';
import { compareScalars, filtersSchema, rangeSchema, testOf, testOfFilters } from './conditions';
import type { Scalar, Test } from './conditions';
import { KvsRefusal } from './errors';
import { pageLimit, takePage } from './pages';
import { entityNamed, entryOf, liveTable } from './tables';
import type { Row, Store } from './tables';
import { isOfType } from './values';
import { getOptions } from './writes';

const requestSchema = z.object({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: rangeSchema.optional(),
  filters: filtersSchema.optional(),
  sort: z.enum(['ASC', 'DESC']).default('ASC'),
  limit: z.number().optional(),
  cursor: z.string().optional(),
  options: getOptions.optional(),
});

export function queryEntity(store: Store, body: unknown): unknown {
  const request = requestSchema.parse(body);
  const { limit, cursor, options, ...query } = request;
  const view = viewOf(store, request);
  const keep = request.filters === undefined ? () => true : testOfFilters(view.entity, request.filters);
  const sign = request.sort === 'DESC' ? -1 : 1;
  const { page, ...rest } = takePage(rowsInOrder(store, view, request), {
    limit: pageLimit(limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'),
    cursor,
    query,
    positionOf,
    isAfter: (item, position) => sign * comparePositions(positionOf(item), position) > 0,
  });
  const kept = page.filter(({ row }) => isRecord(row.value) && keep(row.value));
  return { data: kept.map(({ key, row }) => entryOf(key, row, options?.metadataFields)), ...rest };
}

type Request = z.infer<typeof requestSchema>;

interface View {
  entity: Entity;
  index: EntityIndex;
  typeOf: (attribute: string) => AttributeType | undefined;
}

/** Describes the index that every entity has. https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/#key-index */
const KEY_INDEX: EntityIndex = { name: 'by-key', partition: [], range: 'key' };

function viewOf(store: Store, { entityName, indexName }: Request): View {
  const entity = entityNamed(store, entityName);
  const index = indexName === KEY_INDEX.name ? KEY_INDEX : entity.indexes.get(indexName);
  if (index === undefined) throw new KvsRefusal('INVALID_ENTITY_INDEX', `${entityName} has no index ${indexName}`);
  return { entity, index, typeOf: (attribute) => (index === KEY_INDEX ? 'string' : entity.attributes.get(attribute)) };
}

/** Describes a row of the index, which leaves out rows that lack one of its attributes. */
interface IndexRow {
  key: string;
  row: Row;
  value: Record<string, unknown>;
  rangeValue: Scalar;
}

function rowsInOrder(store: Store, view: View, request: Request): IndexRow[] {
  const inPartition = partitionTest(view, request.partition ?? []);
  const inRange = request.range && testOf(view.index.range, view.typeOf(view.index.range), request.range);
  const sign = request.sort === 'DESC' ? -1 : 1;
  return indexRows(store, view)
    .filter(({ value }) => inPartition(value) && (inRange?.(value) ?? true))
    .toSorted((left, right) => sign * comparePositions(positionOf(left), positionOf(right)));
}

function partitionTest({ index, typeOf }: View, given: readonly unknown[]): Test {
  const fits = index.partition.every((name, at) => isOfType(typeOf(name) ?? 'any', given[at]));
  if (given.length !== index.partition.length || !fits) {
    throw new KvsRefusal(
      'INVALID_ENTITY_INDEX',
      `${index.name} needs values for its partition: ${index.partition.join(', ')}`,
    );
  }
  return (value) => index.partition.every((name, at) => value[name] === given[at]);
}

function indexRows(store: Store, { entity, index, typeOf }: View): IndexRow[] {
  const attributes = [...index.partition, index.range];
  return [...liveTable(store, { kind: 'entity', entity })].flatMap(([key, row]) => {
    const value = index === KEY_INDEX ? { key } : row.value;
    if (!isRecord(value) || !attributes.every((name) => isOfType(typeOf(name) ?? 'any', value[name]))) return [];
    const rangeValue = value[index.range];
    const isScalar = ['string', 'number', 'boolean'].includes(typeof rangeValue);
    return isScalar ? [{ key, row, value, rangeValue: rangeValue as Scalar }] : [];
  });
}

function comparePositions(left: readonly [Scalar, string], right: readonly [Scalar, string]): number {
  return compareScalars(left[0], right[0]) || compareScalars(left[1], right[1]);
}

function positionOf({ rangeValue, key }: IndexRow): [Scalar, string] {
  return [rangeValue, key];
}
