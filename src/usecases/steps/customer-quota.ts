import type { QuotaAnswer, QuotaTaking } from '../../domain/customer-policy';
import type { QuotaSubject } from '../../domain/customer-ports';
import type { Ports } from '../../domain/ports';
import type { CustomerDesk } from './customer-desk';
import { inTurn } from './in-turn';
import { orLog } from './or-log';

/** The part of the day's quota that one request may take from. */
export interface DeskQuota {
  /** By the limits that are known now. */
  take: (limits: Pick<CustomerDesk, 'policy' | 'dailyPerSite'>) => Promise<QuotaAnswer>;
  /** Never fails: what can't be given back is logged. */
  giveBack: (taking: QuotaTaking) => Promise<void>;
}

/** Takes one after the other, so that one invocation does not compete with itself for the counters. */
export const quotaOf = (ports: Ports, { project, caller, via }: CustomerDesk): DeskQuota => {
  const turn = inTurn();
  const subject: QuotaSubject = { projectId: project.projectId, caller, via };
  return {
    take: ({ policy, dailyPerSite }) => turn(() => ports.customerQuota.take(subject, { ...policy, dailyPerSite })),
    giveBack: (taking) =>
      turn(() => orLog(ports, 'quota not given back', () => ports.customerQuota.giveBack(subject, taking))),
  };
};
