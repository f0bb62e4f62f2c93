import type { AuditAction, Outcome } from '../../domain/audit';
import { failureOf, isLost, subjectOf } from '../../domain/errors';
import type { Grant } from '../../domain/grant';
import type { GroupFacts } from '../../domain/groups';
import { instant } from '../../domain/instant';
import type { Granted } from '../../domain/policy';
import type { Ports } from '../../domain/ports';
import type { AccountId, SpaceId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import type { PeopleResult, PersonOutcome } from '../../shared/views';
import { fiveAtATime } from './side-by-side';

/** Time that a write, its settling and the audit may still need. */
const RESERVE_MS = 5000;

type MemberGrant = Grant<'addMember'> | Grant<'removeMember'>;

/** One kind of change, for many people of one group. */
export interface MemberChange<G extends MemberGrant> {
  action: Extract<AuditAction, 'addMember' | 'removeMember'>;
  caller: AccountId;
  spaceId: SpaceId;
  group: GroupFacts;
  decide: (accountId: AccountId) => Granted<G>;
  write: (grant: G) => Promise<PersonOutcome['outcome']>;
  /** What a write whose answer was lost came to, found by reading. */
  settle: (grant: G) => Promise<PersonOutcome['outcome']>;
}

interface Attempted<G> {
  id: string;
  grant: G;
  result: PersonOutcome;
}

type Stop = NonNullable<PeopleResult['stoppedBy']>;

/** Failures that concern everybody who is still to come. */
const STOPS: readonly string[] = [
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_CONTRACT',
];

const settled = async <G extends MemberGrant>(change: MemberChange<G>, grant: G): Promise<PersonOutcome['outcome']> => {
  try {
    return await change.settle(grant);
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    return 'unknown';
  }
};

/** Makes one write; answers why the rest should not be tried, and what was thrown. */
const writeOne = async <G extends MemberGrant>(
  change: MemberChange<G>,
  attempted: Attempted<G>,
): Promise<{ stop: Stop; thrown: unknown } | undefined> => {
  const { accountId } = attempted.grant;
  try {
    attempted.result = { accountId, outcome: await change.write(attempted.grant) };
    return undefined;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    const { code } = failure;
    const outcome = isLost(failure) ? await settled(change, attempted.grant) : 'failed';
    attempted.result =
      outcome === 'added' || outcome === 'removed' ? { accountId, outcome } : { accountId, outcome, code };
    const stop = code === 'RATE_LIMITED' ? { code, retryAfterSeconds: failure.retryAfterSeconds } : { code };
    return STOPS.includes(code) ? { stop, thrown } : undefined;
  }
};

const outcomeOf = ({ id, result }: Attempted<unknown>, at: string): Outcome[] => {
  // Left open: the hourly run looks again.
  if (result.outcome === 'unknown') return [];
  if (result.outcome === 'notAttempted') return [{ id, at, outcome: 'failed', code: 'NOT_ATTEMPTED' }];
  if (result.outcome === 'failed') return [{ id, at, outcome: 'failed', code: result.code ?? 'ATLASSIAN_REFUSED' }];
  return [{ id, at, outcome: 'succeeded' }];
};

const recordRefusals = async (
  { auditLog, clock }: Ports,
  { action, caller, spaceId, group }: Pick<MemberChange<never>, 'action' | 'caller' | 'spaceId' | 'group'>,
  refused: readonly PersonOutcome[],
): Promise<void> => {
  const reasons = new Set(refused.map((person) => person.reason).filter((reason) => reason !== undefined));
  const at = instant(clock);
  const refusal = (reason: ForbiddenReason) => ({ at, caller, action, reason, spaceId, ...subjectOf(group) });
  await auditLog.refuse(...[...reasons].map(refusal));
};

/**
 * Changes the membership of several people, each by a grant of his own: records all attempts, writes a few at a time, records all
 * outcomes. Stops where a failure concerns everybody, or where time runs out; the rest is `notAttempted`.
 *
 * `thrown` is what stopped it.
 */
export const changeMembers = async <G extends MemberGrant>(
  ports: Ports,
  change: MemberChange<G>,
  accountIds: readonly AccountId[],
): Promise<PeopleResult & { thrown?: unknown }> => {
  const decided = accountIds.map((accountId) => ({ accountId, decision: change.decide(accountId) }));
  const refused = decided.flatMap(({ accountId, decision }): PersonOutcome[] =>
    decision.granted ? [] : [{ accountId, outcome: 'refused', reason: decision.reason }],
  );
  const attempts = decided.flatMap(({ accountId, decision }): Attempted<G>[] =>
    decision.granted
      ? [{ id: ports.ids.next(), grant: decision.grant, result: { accountId, outcome: 'notAttempted' } }]
      : [],
  );
  await recordRefusals(ports, change, refused);
  const { action, caller, spaceId } = change;
  const entry = ({ id, grant: { groupId, groupName, accountId, actAs } }: Attempted<G>) =>
    ({ id, at: instant(ports.clock), caller, actedAs: actAs, action, spaceId, groupId, groupName, accountId }) as const;
  if (attempts.length > 0) await ports.auditLog.attempt(attempts.map(entry));
  const stopped = await writeAll(ports, change, attempts);
  await ports.auditLog.settle(attempts.flatMap((attempt) => outcomeOf(attempt, instant(ports.clock))));
  const results = new Map(
    [...refused, ...attempts.map((attempt) => attempt.result)].map((one) => [one.accountId, one]),
  );
  const people = accountIds.flatMap((accountId) => results.get(accountId) ?? []);
  return { people, ...(stopped && { stoppedBy: stopped.stop, thrown: stopped.thrown }) };
};

const writeAll = async <G extends MemberGrant>(
  { deadline }: Ports,
  change: MemberChange<G>,
  attempts: readonly Attempted<G>[],
): Promise<{ stop: Stop; thrown?: unknown } | undefined> => {
  for (const some of fiveAtATime(attempts)) {
    if (deadline.remainingMs() < RESERVE_MS) return { stop: { code: 'UPSTREAM_UNAVAILABLE' } };
    const stops = await Promise.all(some.map(async (attempt) => writeOne(change, attempt)));
    const stop = stops.find((one) => one !== undefined);
    if (stop !== undefined) return stop;
  }
  return undefined;
};
