// Begins a sandbox at the moment of a story: its seed, and what the committed snapshot says besides.
import { readFile } from 'node:fs/promises';

import { createMovableClock } from '../clock';
import { fromText } from '../data/state-text';
import { createSandbox } from '../sandbox';
import type { Sandbox, SandboxParts } from '../sandbox';
import { applyDifference } from '../snapshot/difference';
import type { Difference } from '../snapshot/difference';
import type { Snapshot } from '../snapshot/snapshot';
import { BEGINNING, STORIES } from './stories';
import type { StoryKey } from './stories';

/** Returns the file of a story's snapshot, which `npm run stories` writes. */
export function storyFile(key: StoryKey): URL {
  return new URL(`made/${key}.json`, import.meta.url);
}

/** Creates a sandbox at the moment of a story. */
export async function openStory(key: StoryKey, parts: Omit<SandboxParts, 'seed' | 'clock'>): Promise<Sandbox> {
  const [seed, text] = await Promise.all([STORIES[key].readSeed(), readFile(storyFile(key), 'utf8')]);
  const clock = createMovableClock();
  // The snapshot says only what differs from a site that begins then.
  clock.setTo(BEGINNING);
  const sandbox = await createSandbox({ ...parts, seed, clock });
  const { difference } = fromText(text) as { difference?: Difference };
  sandbox.restore(applyDifference(sandbox.takeSnapshot(), difference) as Snapshot);
  return sandbox;
}
