// A site and its app's storage as text, and back. For `npm start -- --data`.
import type { Sandbox } from './sandbox';

const VERSION = 3;

type Kept = Pick<Sandbox, 'site' | 'forge'>;

/** Maps and sets have no JSON of their own. */
const write = (_key: string, value: unknown): unknown => {
  if (value instanceof Map) return { $map: [...value] };
  return value instanceof Set ? { $set: [...value] } : value;
};

const read = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
  return '$set' in value ? new Set(value.$set as unknown[]) : value;
};

/** Everything that a restart would lose. `seed` names the site that it belongs to. */
export const stateText = ({ site: { model }, forge }: Kept, seed: string): string => {
  const site = Object.fromEntries(Object.entries(model).filter(([, value]) => typeof value !== 'function'));
  return JSON.stringify({ version: VERSION, seed, site, storage: forge.kvs.tables() }, write);
};

/** Puts back what `stateText` wrote. Throws if it is of another version or another seed, or holds rows that the manifest does not allow. */
export const restoreState = ({ site: { model }, forge }: Kept, seed: string, text: string): void => {
  const kept = JSON.parse(text, read) as {
    version: unknown;
    seed: unknown;
    site: object;
    storage: ReturnType<Kept['forge']['kvs']['tables']>;
  };
  if (kept.version !== VERSION) throw new Error(`It is of version ${String(kept.version)}, not ${String(VERSION)}.`);
  if (kept.seed !== seed) throw new Error(`It is of the seed ${String(kept.seed)}, not ${seed}.`);
  forge.kvs.loadTables(kept.storage);
  Object.assign(model, kept.site);
};
