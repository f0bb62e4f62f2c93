import type { GroupFacts } from '../../domain/groups';
import { grantCheckMember } from '../../domain/policy';
import type { Ports } from '../../domain/ports';
import type { AuditCode } from '../../shared/audit';
import type { AccountId } from '../../shared/ids';
import { BELIEFS, type SiteCheck } from '../../shared/site-checks';
import { audited } from './audited';
import { checkGrant } from './check-group';
import { notRun, tryBelief } from './try-belief';

/** The check group, as whom its members are changed, and whose membership is changed: the person who asked. */
interface Subject {
  group: GroupFacts;
  actAs: AccountId;
  caller: AccountId;
}

type MemberWrite = 'addMember' | 'removeMember';

const change = async (
  ports: Ports,
  { group, actAs, caller }: Subject,
  action: MemberWrite,
  rejection: AuditCode = 'REJECTED',
): Promise<string> => {
  const { groupId, name: groupName } = group;
  const entry = { action, caller, actedAs: actAs, groupId, groupName, accountId: caller };
  const write = (): Promise<string> =>
    action === 'addMember'
      ? ports.groupWriter.addMember(checkGrant(grantCheckMember('addMember', actAs, group, caller)))
      : ports.groupWriter.removeMember(checkGrant(grantCheckMember('removeMember', actAs, group, caller)));
  return audited(ports, entry, write, (seen) => (seen === 'rejected' ? { outcome: 'failed', code: rejection } : {}));
};

const checkRemoval = async (ports: Ports, subject: Subject): Promise<SiteCheck[]> => {
  const { group, caller } = subject;
  const removed = await tryBelief(ports, 'removeMember', async () => ({
    holds: true,
    seen: await change(ports, subject, 'removeMember'),
  }));
  if (removed.outcome !== 'holds') {
    return [removed, notRun('removalAtOnce', 'notAdded'), notRun('removeAgain', 'notAdded')];
  }
  return [
    removed,
    await tryBelief(ports, 'removalAtOnce', async () => {
      const isMember = await ports.directory.isMember(caller, group.groupId);
      return { holds: !isMember, seen: isMember ? 'still a member' : 'no member' };
    }),
    await tryBelief(ports, 'removeAgain', async () => ({
      holds: true,
      seen: await change(ports, subject, 'removeMember'),
    })),
  ];
};

const MEMBER_BELIEFS = BELIEFS.slice(BELIEFS.indexOf('addMember'), BELIEFS.indexOf('removeAgain') + 1);

/** Puts the person who asked into the check group and takes him out again, twice each. */
export const checkMembers = async (ports: Ports, subject: Subject): Promise<SiteCheck[]> => {
  const { group, actAs, caller } = subject;
  if (caller === actAs) return MEMBER_BELIEFS.map((belief) => notRun(belief, 'callerIsPrivilegedUser'));
  const added = await tryBelief(ports, 'addMember', async () => {
    const seen = await change(ports, subject, 'addMember');
    return { holds: seen === 'added', seen };
  });
  if (added.outcome !== 'holds') {
    return [added, ...MEMBER_BELIEFS.slice(1).map((belief) => notRun(belief, 'notAdded'))];
  }
  return [
    added,
    await tryBelief(ports, 'membershipAtOnce', async () => {
      const isMember = await ports.directory.isMember(caller, group.groupId);
      return { holds: isMember, seen: isMember ? 'a member' : 'not yet a member' };
    }),
    await tryBelief(ports, 'memberListAtOnce', async () => {
      const { accountIds, total } = await ports.directory.members(group.groupId, 0);
      return { holds: accountIds.includes(caller) && total === 1, seen: `${String(total)} of 1` };
    }),
    await tryBelief(ports, 'addAgain', async () => {
      const again = await change(ports, subject, 'addMember', 'AS_EXPECTED');
      return { holds: true, seen: again === 'added' ? 'added again' : 'refused with 400' };
    }),
    ...(await checkRemoval(ports, subject)),
  ];
};
