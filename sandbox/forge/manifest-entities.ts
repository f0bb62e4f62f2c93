// The entities that an app stores, with their attributes and indexes.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
import { z } from 'zod';

const attribute = z.object({ type: z.enum(['string', 'integer', 'float', 'boolean', 'any']) });
const namedIndex = z.object({
  name: z.string(),
  partition: z.array(z.string()).default([]),
  range: z.array(z.string()).length(1),
});
export const entity = z.object({
  name: z.string(),
  attributes: z.record(z.string(), attribute),
  indexes: z.array(z.union([z.string(), namedIndex])).default([]),
});

export type AttributeType = z.infer<typeof attribute>['type'];

/** Describes an index of an entity. `range` is one attribute. */
export interface EntityIndex {
  name: string;
  partition: readonly string[];
  range: string;
}

export interface Entity {
  name: string;
  attributes: ReadonlyMap<string, AttributeType>;
  indexes: ReadonlyMap<string, EntityIndex>;
}

/** Reads the entities, by name. */
export function entitiesOf(declared: readonly z.infer<typeof entity>[]): ReadonlyMap<string, Entity> {
  return new Map(declared.map((one) => [one.name, entityOf(one)]));
}

function entityOf(declared: z.infer<typeof entity>): Entity {
  return {
    name: declared.name,
    attributes: new Map(Object.entries(declared.attributes).map(([name, { type }]) => [name, type])),
    indexes: new Map(
      declared.indexes.map((index) =>
        typeof index === 'string'
          ? [index, { name: index, partition: [], range: index }]
          : [index.name, { name: index.name, partition: index.partition, range: index.range[0] ?? '' }],
      ),
    ),
  };
}
