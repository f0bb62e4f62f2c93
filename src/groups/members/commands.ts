import type { AccountFacts } from '../../broker/facts';
import { orLog } from '../../broker/or-log';
import type { Found, Performed } from '../../broker/runs/endings';
import { refuse, type Verdict } from '../../broker/verdict';
import type { PersonOutcome } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import type { GroupGrant } from '../operations';
import { grantAddMember, grantRemoveMember, type DecisionFacts } from '../policy';
import type { GroupPorts } from '../ports';
import { lookAtMembership } from './look-at-membership';

export type MemberOperation = 'addMember' | 'removeMember';

/** One change of one membership, as plain data. */
export interface MemberCommand {
  operation: MemberOperation;
  groupId: GroupId;
  accountId: AccountId;
}

export type MemberGrant = GroupGrant<'addMember'> | GroupGrant<'removeMember'>;
export type MemberOutcome = PersonOutcome['outcome'];

interface MemberRow<Operation extends MemberOperation> {
  /** The decision needs the kind of the account. */
  needsAccount: boolean;
  grant(
    subject: DecisionFacts,
    accountId: AccountId,
    account: AccountFacts | undefined,
  ): Verdict<GroupGrant<Operation>, ForbiddenReason>;
  perform(ports: GroupPorts, grant: GroupGrant<Operation>): Promise<Performed<MemberOutcome>>;
  /** The result of a look if the change took effect. */
  done: Found<MemberOutcome> & { found: 'member' | 'notMember' };
}

const OPERATIONS: { [Operation in MemberOperation]: MemberRow<Operation> } = {
  addMember: {
    needsAccount: true,
    grant: grantAddMember,
    perform: add,
    done: { value: 'memberNow', found: 'member' },
  },
  removeMember: {
    needsAccount: false,
    grant: grantRemoveMember,
    perform: async ({ groupWriter }, grant) => ({ value: await groupWriter.removeMember(grant), outcome: 'succeeded' }),
    done: { value: 'notMemberNow', found: 'notMember' },
  },
};

/** Returns the accounts that the decisions about these commands need. */
export function accountsToRead(commands: readonly MemberCommand[]): AccountId[] {
  return commands.flatMap(({ operation, accountId }) => (OPERATIONS[operation].needsAccount ? [accountId] : []));
}

/** Judges a command by the facts about the group that it names. Facts about any other group don't grant anything. */
export function judgeMember(
  { operation, groupId, accountId }: MemberCommand,
  subject: DecisionFacts,
  account: AccountFacts | undefined,
): Verdict<MemberGrant, ForbiddenReason> {
  if (groupId !== subject.group.groupId) return refuse('GROUP_OF_ANOTHER_SPACE');
  return OPERATIONS[operation].grant(subject, accountId, account);
}

/** Makes the write that was granted. */
export function performMember(ports: GroupPorts, grant: MemberGrant): Promise<Performed<MemberOutcome>> {
  switch (grant.operation) {
    case 'addMember':
      return OPERATIONS.addMember.perform(ports, grant);
    case 'removeMember':
      return OPERATIONS.removeMember.perform(ports, grant);
  }
}

/** Looks, after the answer was lost, whether the granted change holds now. */
export async function lookAtMember(ports: GroupPorts, grant: MemberGrant): Promise<Found<MemberOutcome> | undefined> {
  const { done } = OPERATIONS[grant.operation];
  return (await lookAtMembership(ports, grant.actAs, grant)) === done.found ? done : undefined;
}

async function add(ports: GroupPorts, grant: GroupGrant<'addMember'>): Promise<Performed<MemberOutcome>> {
  if ((await ports.groupWriter.addMember(grant)) === 'added') return { value: 'added', outcome: 'succeeded' };
  // Confluence answers 400 for a member and for other reasons, without saying which. It doesn't add anybody then, whatever the look for the reason finds.
  const membership = await orLog(ports, 'rejection not explained', () => lookAtMembership(ports, grant.actAs, grant));
  return membership === 'member'
    ? { value: 'alreadyMember', outcome: 'unchanged' }
    : { value: 'failed', outcome: 'failed', code: 'REJECTED' };
}
