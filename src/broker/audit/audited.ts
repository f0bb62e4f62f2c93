import type { AtlassianAction } from '../../shared/broker/audit';
import type { BrokerPorts } from '../ports';
import type { Attempt } from './entries';
import { recorded, type Recorded } from './recorded';

/** The entry of a call to Atlassian, or of what the app does by itself. What a person changes of what is stored goes by `changeAs`. */
export type CallEntry = Omit<Attempt, 'id' | 'at'> & ({ action: AtlassianAction } | { caller?: never });

/** One effect, and its entry. */
type Audited<T> = { entry: CallEntry } & Pick<Recorded<T>, 'effect' | 'found' | 'codeOf'>;

/**
 * Records the attempt, has the effect, records the outcome. Without the first there is no second; after a lost answer there is no third.
 *
 * `found` names what the effect brought to light, such as a new group's id, why it was done, or that it came to nothing; `codeOf` what a failure
 * is called in the audit.
 */
export async function audited<T>(ports: BrokerPorts, { entry, ...rest }: Audited<T>): Promise<T> {
  return recorded(ports, { entries: [entry], ...rest });
}
