import { failureOf, invalidInput } from '../../domain/errors';
import type { GroupRecord } from '../../domain/groups';
import type { Ports } from '../../domain/ports';
import type { AccountId } from '../../shared/ids';
import type { Rules } from '../../shared/payloads';
import type { PeopleResult } from '../../shared/views';
import type { StoredPrivilegedUser } from './privileged-user';
import { explainRefusal, forgetRefusal } from './privileged-write';

/** Holds the rule on how many people one operation may name. */
export const mostPeople = ({ maxPeoplePerOperation }: Rules, accountIds: readonly AccountId[]): void => {
  if (accountIds.length <= maxPeoplePerOperation) return;
  const message = `Pick at most ${String(maxPeoplePerOperation)} people at a time. A Confluence administrator set this limit.`;
  throw invalidInput('accountIds', message);
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
