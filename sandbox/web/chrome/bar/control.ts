// Requests of the bar to the sandbox's own paths.
import type { Duration } from '../../../duration';
import type { Seen } from '../../seen';

/** Lets time pass; resolves with the time after it, in milliseconds since the epoch. */
export async function letPass(time: Duration): Promise<number> {
  const answer = await ask('/_sandbox/clock', { method: 'POST', body: JSON.stringify(time) });
  return ((await answer.json()) as { now: number }).now;
}

/** Reads the newest calls that Atlassian saw. */
export async function readSeen(onlyImpersonated: boolean): Promise<Seen> {
  const answer = await ask(`/_bridge/seen${onlyImpersonated ? '?only=impersonated' : ''}`);
  return (await answer.json()) as Seen;
}

/** Forgets all calls so far. */
export async function clearSeen(): Promise<void> {
  await ask('/_sandbox/requests', { method: 'DELETE' });
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}.`);
  return answer;
}
