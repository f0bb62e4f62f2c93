import { failureOf } from '../../broker/errors';
import type { StoredPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import type { PeopleResult } from '../../shared/groups/views';
import { explainRefusal, forgetRefusal } from '../explain-refusal';
import type { GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';

/** Returns the result, with what a refusal by Atlassian came to. */
export async function withExplanation(
  ports: GroupPorts,
  known: StoredPrivilegedUser,
  record: GroupRecord,
  action: string,
  result: PeopleResult,
  thrown: unknown,
): Promise<PeopleResult> {
  if (result.people.some(({ outcome }) => outcome === 'added' || outcome === 'removed')) {
    await forgetRefusal(ports, record, action);
  }
  if (thrown === undefined) return result;
  const explanation = failureOf(await explainRefusal(ports, known, thrown, action, record));
  return explanation === undefined || explanation.code === result.stoppedBy?.code
    ? result
    : { ...result, stoppedBy: { ...result.stoppedBy, code: explanation.code } };
}
