// Requests of the bar to the sandbox's own paths.
import type { Duration } from '../../../duration';
import type { Seen } from '../../seen';
import { BREAKS, faultName, faultsOf } from './breaks';

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

/** Reads which breaks are on. */
export async function readBroken(): Promise<ReadonlySet<string>> {
  const faults = (await (await ask('/_sandbox/faults')).json()) as { name?: string }[];
  return new Set(BREAKS.map(({ key }) => key).filter((key) => faults.some(({ name }) => name === faultName(key))));
}

/** Switches these breaks on and all others off; faults that the bar didn't make stay. Resolves with those that are on then. */
export async function setBroken(keys: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  for (const { key } of BREAKS) {
    await ask(`/_sandbox/faults?${new URLSearchParams({ name: faultName(key) }).toString()}`, { method: 'DELETE' });
  }
  await ask('/_sandbox/faults', { method: 'POST', body: JSON.stringify(faultsOf(keys)) });
  return readBroken();
}

/** Puts the site back to its beginning. */
export async function resetSite(): Promise<void> {
  await ask('/_sandbox/reset', { method: 'POST' });
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}.`);
  return answer;
}
