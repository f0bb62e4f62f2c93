// Check of previously stored rows against the manifest. On Forge they always fit: no entity, attribute or index can be removed.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
import type { Entity } from '../manifest-entities';
import { KvsRefusal } from './errors';
import type { Table } from './tables';
import { checkEntityValue } from './values';

/** Throws an error that names the first row that the manifest doesn't allow. */
export function requireFit(entities: ReadonlyMap<string, Entity>, stored: ReadonlyMap<string, Table>): void {
  for (const [name, table] of stored) {
    const entity = entities.get(name);
    if (entity === undefined && table.size > 0)
      throw new Error(`It holds rows of the entity ${name}, which manifest.yml does not declare.`);
    if (entity !== undefined) for (const [key, { value }] of table) requireAllowed(entity, key, value);
  }
}

function requireAllowed(entity: Entity, key: string, value: unknown): void {
  try {
    checkEntityValue(entity, value);
  } catch (thrown) {
    if (!(thrown instanceof KvsRefusal)) throw thrown;
    throw new Error(`It holds a row that manifest.yml does not allow, ${entity.name} ${key}. ${thrown.message}.`, {
      cause: thrown,
    });
  }
}
