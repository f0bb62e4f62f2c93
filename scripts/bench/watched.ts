// Something that goes on without the page, looked at as the page does (`static/hooks/use-watch.ts`).
import type { BenchSite } from './open-site';

const MOST_LOOKS = 1000;

/** Looks again and again until it's done, for hours at most. What is queued is delivered meanwhile. */
export async function watched<View extends { state: string }>(
  { sandbox }: BenchSite,
  look: () => Promise<View>,
): Promise<View> {
  let view = await look();
  for (let looks = 0; view.state !== 'done' && looks < MOST_LOOKS; looks += 1) {
    await sandbox.letPass({ seconds: secondsBefore(looks) });
    view = await look();
  }
  return view;
}

function secondsBefore(looks: number): number {
  if (looks < 5) return 2;
  return looks < 15 ? 5 : 15;
}
