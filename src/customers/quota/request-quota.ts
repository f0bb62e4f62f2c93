import { inTurn } from '../../broker/in-turn';
import { orLog } from '../../broker/or-log';
import type { QuotaVerdict, QuotaTaking } from '../policy';
import type { CustomerPorts } from '../ports';
import type { QuotaSubject } from '../ports';
import type { ProjectSession } from '../project-session';

type Limits = Pick<ProjectSession, 'policy' | 'dailyPerSite'>;

/** Takes from and gives back to the day's quota for one request. */
export interface RequestQuota {
  /** Takes one, by the limits known now. */
  take: (limits: Limits) => Promise<QuotaVerdict>;
  /** Gives one back. Never fails: an error is logged. */
  giveBack: (taking: QuotaTaking) => Promise<void>;
}

/**
 * Takes and gives back one after the other, so that one invocation doesn't compete with itself for the counters. Requests made while others are
 * running are answered together.
 */
export function quotaOf(ports: CustomerPorts, { project, caller, via }: ProjectSession): RequestQuota {
  const turn = inTurn();
  const subject: QuotaSubject = { projectId: project.projectId, caller, via };
  let next: { wanted: number; limits: Limits; answers: Promise<readonly QuotaVerdict[]> } | undefined;
  function takeForAll() {
    const { wanted = 0, limits } = next ?? {};
    next = undefined;
    if (limits === undefined) throw new Error('Nobody asks');
    return ports.customerQuota.take(subject, { ...limits.policy, dailyPerSite: limits.dailyPerSite }, wanted);
  }
  return {
    take: async (limits) => {
      next ??= { wanted: 0, limits, answers: turn(takeForAll) };
      const position = next.wanted;
      next.wanted += 1;
      next.limits = limits;
      const answer = (await next.answers)[position];
      if (answer === undefined) throw new Error('No answer for one who asks');
      return answer;
    },
    giveBack: (taking) =>
      turn(() => orLog(ports, 'quota not given back', () => ports.customerQuota.giveBack(subject, taking))),
  };
}
