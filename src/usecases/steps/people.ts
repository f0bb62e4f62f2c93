import { failureOf } from '../../domain/errors';
import type { GroupRecord } from '../../domain/groups';
import type { Ports } from '../../domain/ports';
import type { PeopleResult } from '../../shared/views';
import type { StoredPrivilegedUser } from './privileged-user';
import { explainRefusal, forgetRefusal } from './privileged-write';

/** The result, with what a refusal by Atlassian came to. */
export async function withExplanation(
  ports: Ports,
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
