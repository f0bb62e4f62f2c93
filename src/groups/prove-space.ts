import type { SpaceId } from '../shared/ids';
import type { SpaceOperation, SpaceReader } from './confluence-ports';
import type { ProvedSpace } from './facts';
import type { GroupPorts } from './ports';
import type { StoredRules } from './rules/stored-rules';

/** A space, with the time of the request to Confluence. */
export interface SpaceProof {
  space: ProvedSpace;
  provedAt: number;
}

/**
 * Asks Confluence, as the reader's person, for a space and whether they administer it. Undefined: they can't see it.
 *
 * The only place that decides it: at the door, and again before a write.
 */
export async function readSpaceProof(
  { directory, clock }: Pick<GroupPorts, 'clock'> & { directory: SpaceReader },
  spaceId: SpaceId,
  rules: StoredRules | Promise<StoredRules>,
): Promise<(SpaceProof & { isAdmin: boolean }) | undefined> {
  const provedAt = clock.now();
  const [answer, asItIs] = await Promise.all([directory.space(spaceId), rules]);
  return answer && { space: answer.space, provedAt, isAdmin: makeSpaceAdmin(answer.operations, asItIs) };
}

/** Tells whether these operations make a space admin: Confluence's own evaluation, whatever gives it. */
function makeSpaceAdmin(operations: readonly SpaceOperation[], { provingOperation }: StoredRules): boolean {
  return operations.some(({ operation, targetType }) => operation === provingOperation && targetType === 'space');
}
