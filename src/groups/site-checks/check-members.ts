import type { GroupFacts } from '../../broker/facts';
import { checkGrant } from '../../broker/privileged-user/check-group';
import { checkWrite, type Checker } from '../../broker/privileged-user/check-write';
import { isSameAccount } from '../../broker/privileged-user/membership';
import type { AuditCode } from '../../shared/broker/audit';
import { ASSUMPTIONS, type SiteCheck } from '../../shared/groups/site-checks';
import type { AccountId } from '../../shared/ids';
import { grantCheckMember } from '../policy';
import type { GroupPorts } from '../ports';
import { isEligible } from './check-member';
import { notRun, tryAssumption } from './try-assumption';

/** Names the check group, the account that changes its members, the person who requested it, and the member. */
interface Subject extends Checker {
  group: GroupFacts;
  caller: AccountId;
  member: AccountId;
}

const MEMBER_ASSUMPTIONS = ASSUMPTIONS.slice(ASSUMPTIONS.indexOf('addMember'), ASSUMPTIONS.indexOf('removeAgain') + 1);

/** Puts the picked person, or else the caller, into the check group and takes them out again, twice each. */
export async function checkMembers(
  ports: GroupPorts,
  { memberId, ...given }: Omit<Subject, 'member'> & { memberId?: AccountId | undefined },
): Promise<SiteCheck[]> {
  const { group, actAs, caller } = given;
  const member = memberId ?? caller;
  const subject = { ...given, member };
  if (isSameAccount(member, actAs))
    return MEMBER_ASSUMPTIONS.map((assumption) => notRun(assumption, 'callerIsPrivilegedUser'));
  const added = await tryAssumption(ports, 'addMember', async () => {
    // Seconds have passed since the pick was checked.
    if (memberId !== undefined && !(await isEligible(ports, member))) {
      return { why: 'memberNotChecked', answer: 'no active account' };
    }
    const answer = await change(ports, subject, 'addMember');
    return { holds: answer === 'added', answer };
  });
  if (added.outcome !== 'holds') {
    return [added, ...MEMBER_ASSUMPTIONS.slice(1).map((assumption) => notRun(assumption, 'notAdded'))];
  }
  return [
    added,
    await tryAssumption(ports, 'membershipAtOnce', async () => {
      const isMember = await ports.directory.isMember(member, group.groupId);
      return { holds: isMember, answer: isMember ? 'a member' : 'not yet a member' };
    }),
    await tryAssumption(ports, 'memberListAtOnce', async () => {
      const { accountIds, total } = await ports.directory.members(group.groupId, 0);
      return { holds: accountIds.includes(member) && total === 1, answer: `${String(total)} of 1` };
    }),
    await tryAssumption(ports, 'addAgain', async () => {
      const again = await change(ports, subject, 'addMember', 'AS_EXPECTED');
      return { holds: true, answer: again === 'added' ? 'added again' : 'refused with 400' };
    }),
    ...(await checkRemoval(ports, subject)),
  ];
}

type MemberWrite = 'addMember' | 'removeMember';

function change(
  ports: GroupPorts,
  subject: Subject,
  action: MemberWrite,
  rejection: AuditCode = 'REJECTED',
): Promise<string> {
  const { group, actAs, member } = subject;
  const { groupId, name: groupName } = group;
  function write(): Promise<string> {
    return action === 'addMember'
      ? ports.groupWriter.addMember(checkGrant(grantCheckMember('addMember', actAs, group, member)))
      : ports.groupWriter.removeMember(checkGrant(grantCheckMember('removeMember', actAs, group, member)));
  }
  return checkWrite(ports, subject, {
    entry: { action, groupId, groupName, accountId: member },
    write,
    found: (answer) => (answer === 'rejected' ? { outcome: 'failed', code: rejection } : {}),
  });
}

async function checkRemoval(ports: GroupPorts, subject: Subject): Promise<SiteCheck[]> {
  const { group, member } = subject;
  const removed = await tryAssumption(ports, 'removeMember', async () => ({
    holds: true,
    answer: await change(ports, subject, 'removeMember'),
  }));
  if (removed.outcome !== 'holds') {
    return [removed, notRun('removalAtOnce', 'notAdded'), notRun('removeAgain', 'notAdded')];
  }
  return [
    removed,
    await tryAssumption(ports, 'removalAtOnce', async () => {
      const isMember = await ports.directory.isMember(member, group.groupId);
      return { holds: !isMember, answer: isMember ? 'still a member' : 'no member' };
    }),
    await tryAssumption(ports, 'removeAgain', async () => ({
      holds: true,
      answer: await change(ports, subject, 'removeMember'),
    })),
  ];
}
