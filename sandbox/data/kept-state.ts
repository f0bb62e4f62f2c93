// A site, its app's storage and Automation's rules as text, and back. For `npm start -- --data`.
import { z } from 'zod';

import { keptRule } from '../automation/rules';
import type { Sandbox } from '../sandbox';
import { stateSchema } from '../site/state-schema';
import { fromText, toText } from './state-text';

type Kept = Pick<Sandbox, 'site' | 'forge' | 'automation'>;

const VERSION = 3;

/** Writes as text everything that a restart would lose. `seed` names the site that it belongs to. */
export function stateText({ site: { model }, forge, automation }: Kept, seed: string): string {
  const site = Object.fromEntries(Object.entries(model).filter(([, value]) => typeof value !== 'function'));
  const kept = { version: VERSION, seed, site, storage: forge.kvs.tables(), automation: { rules: automation.rules() } };
  return toText(kept);
}

/**
 * Restores the state that `stateText` wrote.
 *
 * Throws, and changes nothing, if it has another version, seed or shape than this sandbox writes, or holds
 * rows that the manifest doesn't allow. The message names the mismatch.
 */
export function restoreState({ site: { model }, forge, automation }: Kept, seed: string, text: string): void {
  const { site, storage, automation: { rules } = { rules: [] } } = readContent(text, seed);
  forge.kvs.loadTables(storage);
  Object.assign(model, site);
  automation.loadRules(rules);
}

const table = z.map(
  z.string(),
  z.strictObject({
    value: z.unknown(),
    createdAt: z.number(),
    updatedAt: z.number(),
    expireAt: z.number().exactOptional(),
  }),
);

const content = z.strictObject({
  version: z.literal(VERSION),
  seed: z.string(),
  site: stateSchema,
  storage: z.strictObject({ plain: table, secret: table, entities: z.map(z.string(), table) }),
  automation: z.strictObject({ rules: z.array(keptRule) }).exactOptional(),
});

type Content = Omit<z.output<typeof content>, 'storage'> & { storage: ReturnType<Kept['forge']['kvs']['tables']> };

const heading = z.looseObject({ version: z.unknown(), seed: z.unknown() });

function readContent(text: string, seed: string): Content {
  const read = readJson(text);
  const head = heading.safeParse(read).data;
  if (head === undefined) throw new Error('It holds no state of a sandbox.');
  if (head.version !== VERSION) throw new Error(`It is of version ${String(head.version)}, not ${String(VERSION)}.`);
  if (head.seed !== seed) throw new Error(`It is of the seed ${String(head.seed)}, not ${seed}.`);
  const parsed = content.safeParse(read);
  // The value as read: a copy would have its properties in another order.
  if (parsed.success) return read as Content;
  const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
  throw new Error(`${path.map(String).join('.')} is odd: ${message}.`);
}

function readJson(text: string): unknown {
  try {
    return fromText(text);
  } catch (thrown) {
    throw new Error(`It isn't JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}.`, { cause: thrown });
  }
}
