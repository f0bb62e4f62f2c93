// The code last deployed from this folder: Forge tells the time of a deployment, not its content.
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { z } from 'zod';

const WHAT_FORGE_DEPLOYS = ['manifest.yml', 'package-lock.json', 'src/**/*', 'static/**/*'];

/** Digests everything that a deployment sends. */
export async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of globSync(WHAT_FORGE_DEPLOYS, { cwd: folder }).toSorted()) {
    const content = await readFile(join(folder, path)).catch(() => undefined);
    if (content !== undefined) hash.update(`${path}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Reads the digest last deployed to a target; undefined if none is known. */
export async function readDeployed(folder: string, target: string): Promise<string | undefined> {
  return (await readRecord(folder))[target];
}

/** Ignored by git, and removed with node_modules: then the code is simply deployed again. */
const RECORD = 'node_modules/.cache/space-steward/deployed.json';

/** Records the digest deployed to a target. */
export async function recordDeployed(folder: string, target: string, digest: string): Promise<void> {
  const path = join(folder, RECORD);
  const record = { ...(await readRecord(folder)), [target]: digest };
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
