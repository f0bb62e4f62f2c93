// Something that goes on without the page, looked at as the page does (`static/hooks/use-watch.ts`).
import type { StillWaiting } from '../../src/shared/groups/changes';
import type { BenchSite } from './open-site';

const MOST_LOOKS = 1000;

/** Looks again and again until it's done, for hours at most. What is queued is delivered meanwhile. */
export async function watched<View extends { state: string }>(
  { sandbox }: BenchSite,
  look: () => Promise<View | StillWaiting>,
): Promise<View> {
  for (let looks = 0; ; looks += 1) {
    const seen = await look();
    // Whoever doesn't say what they have seen is told all of it.
    if ('isStill' in seen) throw new Error('It still waits');
    if (seen.state === 'done' || looks === MOST_LOOKS) return seen;
    await sandbox.letPass({ seconds: secondsBefore(looks) });
  }
}

function secondsBefore(looks: number): number {
  if (looks < 5) return 2;
  return looks < 15 ? 5 : 15;
}
