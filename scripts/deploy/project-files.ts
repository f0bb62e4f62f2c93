// Facts about a deployment in the project's own files.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import { stop } from './stop';

/** The committed id, which belongs to no app. `forge register` replaces it. */
export const PLACEHOLDER_ID = 'ari:cloud:ecosystem::app/5f2c7a1e-3b84-4c56-9d0e-7a61b8e2c943';

const index = z.union([z.string(), z.object({ name: z.string() })]);

const manifestSchema = z.object({
  app: z.object({
    id: z.string(),
    storage: z.object({ entities: z.array(z.object({ name: z.string(), indexes: z.array(index).default([]) })) }),
  }),
});

export type Entity = z.infer<typeof manifestSchema>['app']['storage']['entities'][number];

/** Reads the app's id and its entities from manifest.yml. */
export async function readManifest(folder: string): Promise<{ id: string; entities: Entity[] }> {
  const { app } = await readYaml(join(folder, 'manifest.yml'), manifestSchema);
  return { id: app.id, entities: app.storage.entities };
}

const scopesSchema = z.object({ scopes: z.record(z.string(), z.unknown()) });

/** Reads the names of the app's own scopes. */
export async function readCustomScopes(folder: string): Promise<string[]> {
  return Object.keys((await readYaml(join(folder, 'custom-scopes.yaml'), scopesSchema)).scopes);
}

async function readYaml<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw stop(`${path} can't be read. ${error instanceof Error ? error.message : String(error)}`);
  }
}
