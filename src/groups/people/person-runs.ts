import type { RunKind } from '../../broker/runs/kinds';
import type { GroupId } from '../../shared/ids';
import type { InSpace } from '../in-space';
import { memberJob } from '../members/member-job';
import { belongingOf, inRightOf, membershipRuns, type MembershipLine } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { personJob } from './person-job';

/** Runs that change the memberships of one person in several groups of a space, a line each, as their author. */
export const personRuns: RunKind<GroupPorts, InSpace> = {
  ...membershipRuns,
  product: 'person',
  // Each group is a call of its own.
  ahead: 20,
  job(ports, run, actor, commands) {
    const { begun, ports: asAuthor } = inRightOf(ports, run, actor);
    const lines = commands as readonly MembershipLine[];
    function jobOf(wanted: GroupId) {
      const ofGroup = lines.filter(({ groupId }) => groupId === wanted);
      return memberJob(asAuthor, begun, belongingOf(run, ofGroup));
    }
    return personJob(asAuthor, begun, jobOf);
  },
};
