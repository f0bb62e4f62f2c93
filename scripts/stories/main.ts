// `npm run stories`: makes the snapshots on which the stories of `npm start` open.
import { writeFile } from 'node:fs/promises';

import { installSeams } from '../../sandbox/forge/seams';
import { storyFile } from '../../sandbox/stories/open-story';
import { STORY_KEYS } from '../../sandbox/stories/stories';
import { makeStory } from './make-story';

installSeams();
const app = await import('../../src/index');
for (const key of STORY_KEYS) {
  const text = await makeStory(key, app);
  await writeFile(storyFile(key), text);
  console.log(`${key.padEnd(18)}${String(Math.ceil(text.length / 1024)).padStart(4)} KB`);
}
