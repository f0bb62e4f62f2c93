import type { AtlassianAction } from '../../shared/broker/audit';
import type { BrokerPorts } from '../ports';
import type { Attempt } from './entries';
import { recorded, type Recorded } from './recorded';

/** The entry of a call to Atlassian, or of something that the app does by itself. A person's changes to stored data go through `changeAs`. */
export type CallEntry = Omit<Attempt, 'id' | 'at'> & ({ action: AtlassianAction } | { caller?: never });

/** One effect, and its entry. */
type Audited<T> = { entry: CallEntry } & Pick<Recorded<T>, 'effect' | 'found' | 'codeOf'>;

/**
 * Records the attempt, runs the effect, and records the outcome. If the attempt can't be recorded, nothing runs; after a lost answer, the outcome stays open.
 *
 * `found` names what the effect revealed, such as a new group's id, the reason for it, or that it changed nothing; `codeOf` gives the code under which a failure
 * is recorded.
 */
export async function audited<T>(ports: BrokerPorts, { entry, ...rest }: Audited<T>): Promise<T> {
  return recorded(ports, { entries: [entry], ...rest });
}
