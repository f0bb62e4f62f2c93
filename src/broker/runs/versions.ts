import type { BrokerPorts } from '../ports';
import type { StoredRun } from './stored-run';

/** Tells whether a newer version of the app wrote a run: it may mean what this one doesn't know, so this one leaves it alone. */
export function isOfNewerVersion({ environment }: Pick<BrokerPorts, 'environment'>, { writtenBy }: StoredRun): boolean {
  const [theirs, ours] = [partsOf(writtenBy), partsOf(environment.appVersion)];
  const first = theirs.findIndex((part, index) => part !== (ours[index] ?? 0));
  return first >= 0 && (theirs[first] ?? 0) > (ours[first] ?? 0);
}

function partsOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
