import type { AuditAction } from '../../broker/audit/entries';
import { failureOf, invalidInput, subjectOf } from '../../broker/errors';
import type { AccountFacts, GroupFacts } from '../../broker/facts';
import { instant } from '../../broker/instant';
import type { Found, Performed } from '../../broker/runs/endings';
import { runInBatches } from '../../broker/runs/in-batches';
import type { EndingOf, Job } from '../../broker/runs/job';
import type { Verdict } from '../../broker/verdict';
import type { Rules } from '../../shared/groups/payloads';
import type { PeopleResult, PersonOutcome } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import { say } from '../../shared/words/format';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { requireFacts, refreshGroup, readStoredForGroup, type GroupNow, type StoredForGroup } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupGrant } from '../operations';
import type { DecisionFacts } from '../policy';
import type { GroupPorts } from '../ports';
import { explainedResult } from './people';

type MemberGrant = GroupGrant<'addMember'> | GroupGrant<'removeMember'>;

/** One kind of change of many people's membership in one group. */
export interface MemberChange<G extends MemberGrant> {
  action: Extract<AuditAction, 'addMember' | 'removeMember'>;
  /** Whether the decision asks what kind of account each person's is. */
  needsAccounts: boolean;
  decide(subject: DecisionFacts, accountId: AccountId, account: AccountFacts | undefined): Verdict<G, ForbiddenReason>;
  perform(grant: G): Promise<Performed<PersonOutcome['outcome']>>;
  look(grant: G): Promise<Found<PersonOutcome['outcome']> | undefined>;
}

interface Kind<G> {
  line: AccountId;
  stored: StoredForGroup;
  facts: GroupNow;
  grant: G;
  value: PersonOutcome['outcome'];
}

/**
 * Changes the membership of several people of a group of this space, each with their own outcome.
 *
 * Fails as a whole, having changed nothing, with INVALID_INPUT (`accountIds`), NOT_FOUND, FORBIDDEN, PRIVILEGED_USER_UNAVAILABLE or
 * AUDIT_UNAVAILABLE.
 */
export async function changeMembers<G extends MemberGrant>(
  ports: GroupPorts,
  begun: InSpace,
  { groupId, accountIds }: { groupId: GroupId; accountIds: readonly AccountId[] },
  change: MemberChange<G>,
): Promise<PeopleResult> {
  const { caller, space } = begun;
  const { action } = change;
  const { spaceId } = space;
  let first: StoredForGroup | undefined;
  let group: GroupFacts | undefined;
  const job: Job<Kind<G>> = {
    readStored: async () => {
      const stored = await readStoredForGroup(ports, space, groupId);
      refuseTooMany(stored.rules, accountIds);
      first ??= stored;
      return stored;
    },
    readFacts: async (stored, anew) => {
      const now = await refreshGroup(ports, begun, stored, anew, change.needsAccounts ? accountIds : []);
      ({ group } = now);
      return now;
    },
    demand: requireFacts,
    judge: (accountId, stored, now) => change.decide(requireFacts(stored, now), accountId, now.accounts.get(accountId)),
    entry: (accountId, { actAs, groupName }) => ({
      action,
      caller,
      actedAs: actAs,
      spaceId,
      groupId,
      groupName,
      accountId,
    }),
    perform: (grant) => change.perform(grant),
    look: (grant) => change.look(grant),
    refused: async (...reasons) => {
      const at = instant(ports.clock);
      const about = group && subjectOf(group);
      await ports.auditLog.refuse(...reasons.map((reason) => ({ at, caller, action, reason, spaceId, ...about })));
    },
  };
  const { endings, thrown } = await runInBatches(ports, job, accountIds);
  const people = accountIds.map((accountId, index) => personOutcome(accountId, endings[index]));
  const result = { people, ...(thrown !== undefined && { stoppedBy: stopOf(thrown) }) };
  return first === undefined
    ? result
    : explainedResult(ports, { known: first.known, record: first.record, action }, result, thrown);
}

/** Holds the rule on how many people one operation may name. */
function refuseTooMany({ maxPeoplePerOperation }: Rules, accountIds: readonly AccountId[]): void {
  if (accountIds.length <= maxPeoplePerOperation) return;
  throw invalidInput('accountIds', say(REFUSED_FIELDS.pickAtMost, { n: maxPeoplePerOperation }));
}

function personOutcome(accountId: AccountId, ending: EndingOf<Kind<never>> | undefined): PersonOutcome {
  switch (ending?.kind) {
    case 'performed':
    case 'found':
      return { accountId, outcome: ending.value };
    case 'refused':
      return { accountId, outcome: 'refused', reason: ending.reason };
    case 'failed':
      return { accountId, outcome: 'failed', ...codeIn(ending.thrown) };
    case 'open':
      return { accountId, outcome: 'unknown', ...codeIn(ending.thrown) };
    case 'notAttempted':
    case undefined:
      return { accountId, outcome: 'notAttempted' };
  }
}

function codeIn(thrown: unknown): Pick<PersonOutcome, 'code'> {
  const code = failureOf(thrown)?.code;
  return code === undefined ? {} : { code };
}

function stopOf(thrown: unknown): NonNullable<PeopleResult['stoppedBy']> {
  const failure = failureOf(thrown);
  if (failure === undefined) return { code: 'INTERNAL' };
  const { code } = failure;
  if (code === 'RATE_LIMITED') return { code, retryAfterSeconds: failure.retryAfterSeconds };
  return code === 'FORBIDDEN' ? { code, reason: failure.reason } : { code };
}
