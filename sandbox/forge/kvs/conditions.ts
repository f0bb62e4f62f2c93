// Conditions of transactions, and filters and ranges of entity queries.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/#conditions
import { z } from 'zod';

import type { AttributeType, Entity } from '../manifest-entities';
import { KvsRefusal } from './errors';
import { isOfType } from './values';

export type Scalar = string | number | boolean;

export function compareScalars(left: Scalar, right: Scalar): number {
  if (rank(left) < rank(right)) return -1;
  return rank(left) > rank(right) ? 1 : 0;
}

const TEXT: readonly AttributeType[] = ['string'];
const ORDERED: readonly AttributeType[] = ['string', 'integer', 'float'];
const TYPED: readonly AttributeType[] = ['string', 'integer', 'float', 'boolean'];

interface ConditionKind {
  types: readonly AttributeType[];
  values: number;
  /** Tests a value. `actual` is undefined if the row lacks the attribute: then only negations hold. */
  holds: (actual: Scalar | undefined, first: Scalar, second: Scalar) => boolean;
}

const KINDS = {
  BEGINS_WITH: kind(TEXT, 1, (actual, first) => actual !== undefined && String(actual).startsWith(String(first))),
  BETWEEN: kind(
    ORDERED,
    2,
    (actual, first, second) =>
      actual !== undefined && compareScalars(actual, first) >= 0 && compareScalars(actual, second) <= 0,
  ),
  EQUAL_TO: kind(TYPED, 1, (actual, first) => actual === first),
  NOT_EQUAL_TO: kind(TYPED, 1, (actual, first) => actual !== first),
  GREATER_THAN: ordered((comparison) => comparison > 0),
  GREATER_THAN_EQUAL_TO: ordered((comparison) => comparison >= 0),
  LESS_THAN: ordered((comparison) => comparison < 0),
  LESS_THAN_EQUAL_TO: ordered((comparison) => comparison <= 0),
  EXISTS: kind(TYPED, 0, (actual) => actual !== undefined),
  NOT_EXISTS: kind(TYPED, 0, (actual) => actual === undefined),
  CONTAINS: kind(TEXT, 1, (actual, first) => actual !== undefined && String(actual).includes(String(first))),
  NOT_CONTAINS: kind(TEXT, 1, (actual, first) => actual === undefined || !String(actual).includes(String(first))),
} satisfies Record<string, ConditionKind>;

const KIND_NAMES = [
  'BEGINS_WITH',
  'BETWEEN',
  'EQUAL_TO',
  'NOT_EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
  'EXISTS',
  'NOT_EXISTS',
  'CONTAINS',
  'NOT_CONTAINS',
] as const satisfies readonly (keyof typeof KINDS)[];

const clauseSchema = z.object({ condition: z.enum(KIND_NAMES), values: z.array(z.unknown()) });
/** Allows fewer conditions, as ranges of an index do: https://www.npmjs.com/package/@forge/kvs (out/interfaces/kvs-api.d.ts) */
export const rangeSchema = clauseSchema.extend({
  condition: z
    .enum(KIND_NAMES)
    .extract([
      'BEGINS_WITH',
      'BETWEEN',
      'EQUAL_TO',
      'GREATER_THAN',
      'GREATER_THAN_EQUAL_TO',
      'LESS_THAN',
      'LESS_THAN_EQUAL_TO',
    ]),
});

const propertyClause = clauseSchema.extend({ property: z.string() });
export const filtersSchema = z.object({
  and: z.array(propertyClause).optional(),
  or: z.array(propertyClause).optional(),
});

export type Clause = z.infer<typeof clauseSchema>;
export type Filters = z.infer<typeof filtersSchema>;
export type Test = (value: Readonly<Record<string, unknown>>) => boolean;

/** Compiles one clause about one attribute. */
export function testOf(property: string, type: AttributeType | undefined, clause: Clause): Test {
  const { types, values: needed, holds } = KINDS[clause.condition];
  if (type === undefined || !types.includes(type)) {
    throw new KvsRefusal('UNPROCESSABLE_ENTITY', `${clause.condition} on ${property} of type ${type ?? 'undeclared'}`);
  }
  if (needed > 0 && clause.values.length !== needed)
    throw new KvsRefusal('INSUFFICIENT_FILTER_VALUES', clause.condition);
  const wanted = needed === 0 ? [] : clause.values;
  if (!wanted.every((value) => isOfType(type, value))) throw new KvsRefusal('INCORRECT_PROPERTY_TYPE', property);
  const [first = '', second = ''] = wanted.filter(isScalar);
  if (clause.condition === 'BETWEEN' && compareScalars(first, second) > 0) {
    throw new KvsRefusal('INVALID_REQUEST', `BETWEEN on ${property} runs backwards`);
  }
  return (value) => {
    const actual = value[property];
    return holds(isScalar(actual) ? actual : undefined, first, second);
  };
}

/** Compiles `and` or `or`; refuses both together, and an empty one. */
export function testOfFilters(entity: Entity, filters: Filters): Test {
  if (filters.and !== undefined && filters.or !== undefined)
    throw new KvsRefusal('INVALID_FILTER_OPERATORS_COMBINATION');
  const clauses = filters.and ?? filters.or ?? [];
  if (clauses.length === 0) throw new KvsRefusal('EMPTY_FILTER_OPERATOR');
  const tests = clauses.map((clause) => testOf(clause.property, entity.attributes.get(clause.property), clause));
  return (value) =>
    filters.and === undefined ? tests.some((test) => test(value)) : tests.every((test) => test(value));
}

function rank(value: Scalar): string | number {
  return typeof value === 'boolean' ? Number(value) : value;
}

function kind(types: readonly AttributeType[], values: number, holds: ConditionKind['holds']): ConditionKind {
  return {
    types,
    values,
    holds,
  };
}

function ordered(test: (comparison: number) => boolean): ConditionKind {
  return {
    types: ORDERED,
    values: 1,
    holds: (actual, first) => actual !== undefined && test(compareScalars(actual, first)),
  };
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
