// Which code was deployed last from this folder: Forge tells when something was deployed, not what.
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { z } from 'zod';

const WHAT_FORGE_DEPLOYS = ['manifest.yml', 'package-lock.json', 'src/**/*', 'static/**/*'];

/** Digests everything that a deployment would send. */
export async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of globSync(WHAT_FORGE_DEPLOYS, { cwd: folder }).toSorted()) {
    const content = await readFile(join(folder, path)).catch(() => undefined);
    if (content !== undefined) hash.update(`${path}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Reads the digest that was deployed to a place; undefined if none is known. */
export async function readDeployed(folder: string, place: string): Promise<string | undefined> {
  return (await readRecord(folder))[place];
}

/** Left alone by git, and gone with node_modules: then the code is simply deployed again. */
const RECORD = 'node_modules/.cache/space-steward/deployed.json';

/** Keeps what was deployed to a place. */
export async function recordDeployed(folder: string, place: string, digest: string): Promise<void> {
  const path = join(folder, RECORD);
  const record = { ...(await readRecord(folder)), [place]: digest };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(record));
}

const recordSchema = z.record(z.string(), z.string());

async function readRecord(folder: string): Promise<Record<string, string>> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(join(folder, RECORD), 'utf8')));
  } catch {
    return {};
  }
}
