// Which requests a fault of the storage strikes: by target, and by the entities that they name.
import type { StorageFault } from '../../contract/faults';
import { isRecord } from '../json';

/** Tells whether a fault strikes a request. */
export function strikes({ target: prefix, entityName }: StorageFault, target: string, body: unknown): boolean {
  return target.startsWith(prefix) && (entityName === undefined || entitiesIn(body).includes(entityName));
}

/** Lists every entity that a request names, at any depth of a batch or transaction. */
function entitiesIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(entitiesIn);
  if (!isRecord(body)) return [];
  const { entityName, set, delete: remove, check } = body;
  return [...(typeof entityName === 'string' ? [entityName] : []), ...[set, remove, check].flatMap(entitiesIn)];
}
