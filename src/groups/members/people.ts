import { failureOf } from '../../broker/errors';
import type { PeopleResult } from '../../shared/groups/views';
import { explainRefusal, forgetRefusal, type PrivilegedCall } from '../explain-refusal';
import type { GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';

/** Returns the result, with refusals by Atlassian explained. */
export async function explainedResult(
  ports: GroupPorts,
  call: PrivilegedCall & { record: GroupRecord },
  result: PeopleResult,
  thrown: unknown,
): Promise<PeopleResult> {
  if (result.people.some(({ outcome }) => outcome === 'added' || outcome === 'removed')) {
    await forgetRefusal(ports, call.record, call.action);
  }
  if (thrown === undefined) return result;
  const explanation = failureOf(await explainRefusal(ports, call, thrown));
  return explanation === undefined || explanation.code === result.stoppedBy?.code
    ? result
    : { ...result, stoppedBy: { ...result.stoppedBy, code: explanation.code } };
}
