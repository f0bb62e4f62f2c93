// The stored schema is forever: on Forge no entity, attribute or index can be removed or changed once it is deployed.
// schema.json holds all that there ever was: a line that is in it stays in it, and in manifest.yml.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
import { readFileSync } from 'node:fs';

import { describe, it } from 'vitest';
import { parse } from 'yaml';

interface NamedIndex {
  name: string;
  partition: string[];
  range: string[];
}
interface Entity {
  attributes: Record<string, string>;
  indexes: (string | NamedIndex)[];
}

function read(path: string) {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
const committed = JSON.parse(read('../schema.json')) as Record<string, Entity>;

const manifest = parse(read('../../../manifest.yml')) as {
  app: {
    storage: {
      entities: { name: string; attributes: Record<string, { type: string }>; indexes: Entity['indexes'] }[];
    };
  };
};
const declared = new Map(
  manifest.app.storage.entities.map(({ name, attributes, indexes }): [string, Entity] => [
    name,
    {
      attributes: Object.fromEntries(Object.entries(attributes).map(([attribute, { type }]) => [attribute, type])),
      indexes,
    },
  ]),
);

const MOST_ENTITIES = 20;
const MOST_INDEXES = 7;
/** https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/ names no list; others saw such names refused. */
const MAYBE_RESERVED = ['value', 'count', 'position', 'key'];

describe('the stored schema', () => {
  it.for(Object.entries(committed))(
    '%s: manifest.yml still declares all that was ever committed',
    ([name, was], { expect }) => {
      const now = declared.get(name);
      expect(now?.attributes).toMatchObject(was.attributes);
      expect(now?.indexes).toEqual(expect.arrayContaining(was.indexes));
    },
  );

  it.for([...declared])('%s: what manifest.yml declares is committed', ([name, now], { expect }) => {
    expect(committed[name]).toEqual(now);
  });

  it('stays within what Forge takes', ({ expect }) => {
    expect(declared.size).toBeLessThanOrEqual(MOST_ENTITIES);
    for (const { attributes, indexes } of declared.values()) {
      const named = indexes.filter((index) => typeof index !== 'string');
      expect(indexes.length).toBeLessThanOrEqual(MOST_INDEXES);
      expect(named.filter(({ range }) => range.length !== 1)).toEqual([]);
      expect(named.filter(({ name }) => name.length < 3 || name.length > 50)).toEqual([]);
      expect(Object.keys(attributes).filter((attribute) => MAYBE_RESERVED.includes(attribute))).toEqual([]);
    }
  });
});
