// The stories of a served sandbox: which one is open, and opening another one.
import type { Resettable } from '../resettable';
import type { Sandbox, SandboxParts } from '../sandbox';
import { openStory } from './open-story';
import type { StoryKey } from './stories';

/** Opens stories, one at a time. */
export interface Stories {
  /** Returns the story that is open; undefined on the site without a story. */
  current: () => StoryKey | undefined;
  /** Puts a story in the place of everything that is there, or the site without a story. A reset then begins it anew. */
  open: (key: StoryKey | undefined) => Promise<void>;
}

interface Parts {
  sandbox: Pick<Resettable, 'begin'>;
  /** Creates the site without a story. */
  create: () => Promise<Sandbox>;
  /** Parts of each story's sandbox. */
  parts: Omit<SandboxParts, 'seed' | 'clock'>;
}

/** Creates the stories of a sandbox on which none is open. */
export function createStories({ sandbox, create, parts }: Parts): Stories {
  let current: StoryKey | undefined;
  return {
    current: () => current,
    open: async (key) => {
      await sandbox.begin(key === undefined ? create : async () => openStory(key, parts));
      current = key;
    },
  };
}
