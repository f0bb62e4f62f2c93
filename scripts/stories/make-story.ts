// One story's snapshot, as the text that is committed: the difference from its site as the seed has it. The same in every run.
import { createStandingClock } from '../../sandbox/clock';
import type { Ids } from '../../sandbox/contract/clock';
import type { AppModule } from '../../sandbox/contract/forge';
import { toText } from '../../sandbox/data/state-text';
import { createSandbox } from '../../sandbox/sandbox';
import { uuidFrom } from '../../sandbox/site/seeds/people';
import { differenceOf } from '../../sandbox/snapshot/difference';
import { CAMPAIGN } from '../../sandbox/stories/agency';
import { BEGINNING, STORIES } from '../../sandbox/stories/stories';
import type { StoryKey } from '../../sandbox/stories/stories';
import { doorsOf } from './doors';
import { STEPS } from './steps';

/** Makes a story. Rejects with the app's answer if a step is refused. */
export async function makeStory(key: StoryKey, app: AppModule): Promise<string> {
  const seed = await STORIES[key].readSeed();
  const sandbox = await createSandbox({ seed, app, clock: createStandingClock(BEGINNING), ids: idsOf(key) });
  const beginning = sandbox.takeSnapshot();
  await STEPS[key](doorsOf(sandbox, CAMPAIGN.key));
  await sandbox.settleQueue();
  const text = toText({ difference: differenceOf(beginning, sandbox.takeSnapshot()) });
  return `${JSON.stringify(JSON.parse(text), null, 1)}\n`;
}

/** Makes ids by their number. */
function idsOf(key: StoryKey): Ids {
  let made = 0;
  return { uuid: () => uuidFrom(`story ${key} ${String((made += 1))}`) };
}
