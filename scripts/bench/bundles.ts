// What a browser loads before it shows a page of the app: its entry and all chunks that it imports, compressed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { APP_BUILD, buildPages } from '../../sandbox/web/build-child';
import type { Page } from './journey';
import { sum } from './statistics';

interface Chunk {
  file: string;
  imports?: string[];
}

const PAGES: readonly Page[] = ['global-settings', 'space-settings', 'queue-page'];
const out = join(import.meta.dirname, '../..', APP_BUILD.out);

/** Builds the pages and weighs them. */
export async function readBundleBytes(): Promise<Record<Page, number>> {
  await buildPages();
  const chunks = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const weighed = PAGES.map(async (page) => [page, await bytesOf(chunks, `static/${page}.tsx`)] as const);
  return Object.fromEntries(await Promise.all(weighed)) as Record<Page, number>;
}

async function bytesOf(chunks: Readonly<Record<string, Chunk>>, entry: string): Promise<number> {
  const files = [...withImports(chunks, entry)].map((key) => join(out, chunks[key]?.file ?? ''));
  return sum(await Promise.all(files.map(async (file) => gzipSync(await readFile(file)).length)));
}

function withImports(chunks: Readonly<Record<string, Chunk>>, key: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(key)) {
    seen.add(key);
    chunks[key]?.imports?.forEach((imported) => withImports(chunks, imported, seen));
  }
  return seen;
}
