import { AppError, forbidden, invalidInput } from '../../broker/errors';
import { formGroupName, MAX_GROUP_NAME, type FormedName } from '../../shared/groups/group-pattern';
import type { AccountId } from '../../shared/ids';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { explained } from '../explain-refusal';
import { proofNow, type StoredForSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import { creationRefusal } from '../policy';
import type { GroupPorts } from '../ports';
import { nameRefusal } from '../protection';
import type { SpaceProof } from '../prove-space';
import type { RulesNow } from '../rules/stored-rules';

/** A free name for a group of this space, and the account as which that was checked. */
export interface FreeName extends SpaceProof {
  groupName: FormedName;
  readAt: number;
  readAs: AccountId;
}

/** Forms the name of a new group and checks as the privileged user that it's free: a caller may see fewer groups. Fails with FORBIDDEN, INVALID_INPUT (`name`) or CONFLICT. */
export async function findFreeName(
  ports: GroupPorts,
  begun: InSpace,
  { freePart, stored, anew }: { freePart: string; stored: StoredForSpace; anew: boolean },
): Promise<FreeName> {
  const { known, rules, privilegedUser } = stored;
  const readAt = ports.clock.now();
  const proof = await proofNow(ports, begun, rules, anew);
  const groupName = demandName(rules, proof, freePart);
  function read() {
    return ports.privilegedReader.groupByName(privilegedUser, groupName);
  }
  const taken = await explained(ports, { known, action: 'createGroup' }, read);
  if (taken !== undefined) throw new AppError({ code: 'CONFLICT', what: 'groupName' });
  return { ...proof, readAt: Math.min(readAt, proof.provedAt), groupName, readAs: privilegedUser };
}

/** Forms the name by the pattern, if a group of this space may have it. Fails with FORBIDDEN or INVALID_INPUT (`name`). */
function demandName(rules: RulesNow, { space }: SpaceProof, freePart: string): FormedName {
  const refusedHere = creationRefusal(space, rules);
  if (refusedHere !== undefined) throw forbidden(refusedHere);
  const groupName = formGroupName(rules.pattern, space.key, freePart);
  if (groupName === undefined) throw invalidInput('name', REFUSED_FIELDS.nameWithKey);
  const refusedSo = nameRefusal(groupName, rules);
  if (refusedSo !== undefined) throw forbidden(refusedSo);
  if (groupName.length > MAX_GROUP_NAME) throw invalidInput('name', REFUSED_FIELDS.nameTooLong);
  return groupName;
}
