import { AppError, failureOf, forbidden, invalidInput, subjectOf } from '../../domain/errors';
import type { GroupRecord, ProvedSpace } from '../../domain/groups';
import { groupRefusal, type GroupCase } from '../../domain/policy';
import type { Ports } from '../../domain/ports';
import type { AccountId, GroupId } from '../../shared/ids';
import type { Rules } from '../../shared/payloads';
import type { PeopleResult } from '../../shared/views';
import { loadGroupCase, type LoadedGroup } from './group-case';
import type { StoredPrivilegedUser } from './privileged-user';
import { explainRefusal, forgetRefusal } from './privileged-write';

/** Holds the rule on how many people one operation may name. */
const refuseTooMany = ({ maxPeoplePerOperation }: Rules, accountIds: readonly AccountId[]): void => {
  if (accountIds.length <= maxPeoplePerOperation) return;
  const message = `Pick at most ${String(maxPeoplePerOperation)} people at a time. A Confluence administrator set this limit.`;
  throw invalidInput('accountIds', message);
};

/**
 * The group whose members are to change, as it may be touched.
 *
 * Fails as `loadGroupCase` does, and with NOT_FOUND, INVALID_INPUT (`accountIds`) or FORBIDDEN.
 */
export const loadGroupOfPeople = async (
  ports: Ports,
  space: ProvedSpace,
  groupId: GroupId,
  accountIds: readonly AccountId[],
): Promise<LoadedGroup & { subject: GroupCase }> => {
  const { subject, ...loaded } = await loadGroupCase(ports, space, groupId);
  if (subject === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
  refuseTooMany(subject.rules, accountIds);
  const refusal = groupRefusal(subject);
  if (refusal !== undefined) throw forbidden(refusal, subjectOf(subject.group));
  return { ...loaded, subject };
};

/** The result, with what a refusal by Atlassian came to. */
export const withExplanation = async (
  ports: Ports,
  known: StoredPrivilegedUser,
  record: GroupRecord,
  action: string,
  { thrown, ...result }: PeopleResult & { thrown?: unknown },
): Promise<PeopleResult> => {
  if (result.people.some(({ outcome }) => outcome === 'added' || outcome === 'removed')) {
    await forgetRefusal(ports, record, action);
  }
  if (thrown === undefined) return result;
  const explanation = failureOf(await explainRefusal(ports, known, thrown, action, record));
  return explanation === undefined || explanation.code === result.stoppedBy?.code
    ? result
    : { ...result, stoppedBy: { ...result.stoppedBy, code: explanation.code } };
};
