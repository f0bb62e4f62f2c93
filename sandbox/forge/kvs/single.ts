// Get, set and delete for one plain key, secret or entity.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/
import { z } from 'zod';

import { entityNamed } from './tables';
import type { Compartment, Store } from './tables';
import { getOptions, prepareDelete, prepareSet, readRow, setOptions } from './writes';

/** Performs one storage request: takes the parsed body, returns JSON or nothing. Throws KvsRefusal. */
export type Operation = (store: Store, body: unknown) => unknown;

type Locate = (store: Store, body: unknown) => Compartment;

const inPlain: Locate = () => ({ kind: 'plain' });
const inSecret: Locate = () => ({ kind: 'secret' });

const named = z.object({ entityName: z.string() });

const inEntity: Locate = (store, body) => ({
  kind: 'entity',
  entity: entityNamed(store, named.parse(body).entityName),
});

const keyed = z.object({ key: z.string() });
const getRequest = keyed.extend({ options: getOptions.optional() });
const setRequest = keyed.extend({ value: z.unknown().optional(), options: setOptions.optional() });

export const SINGLE_OPERATIONS: readonly [target: string, operation: Operation][] = [
  ['/api/v1/get', get(inPlain)],
  ['/api/v1/set', set(inPlain)],
  ['/api/v1/delete', remove(inPlain)],
  ['/api/v1/secret/get', get(inSecret)],
  ['/api/v1/secret/set', set(inSecret)],
  ['/api/v1/secret/delete', remove(inSecret)],
  ['/api/v1/entity/get', get(inEntity)],
  ['/api/v1/entity/set', set(inEntity)],
  ['/api/v1/entity/delete', remove(inEntity)],
];

function get(locate: Locate): Operation {
  return (store, body) => {
    const { key, options } = getRequest.parse(body);
    return readRow(store, locate(store, body), key, options);
  };
}

function set(locate: Locate): Operation {
  return (store, body) => {
    const write = setRequest.parse(body);
    return prepareSet(store, locate(store, body), write)();
  };
}

function remove(locate: Locate): Operation {
  return (store, body) => prepareDelete(store, locate(store, body), keyed.parse(body).key)();
}
