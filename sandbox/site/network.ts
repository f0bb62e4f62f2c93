// What lies between a caller and the site: latency, faults, rate limits. In this order.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import type { Clock, Quota } from '../contract';
import { pause } from '../pause';
import { connectionLost, faultAnswer, type FaultyCall, type RestFault, type RestFaults } from './faults';
import { productOf } from './product';
import { createQuota } from './quota';

interface Answered {
  response: Response;
  points: number;
}

/** What became of a call: what the caller gets, and what the site's log says. */
type Delivery = ({ response: Response } | { failure: unknown }) & {
  logged: { status: number; points: number; fault?: true };
};

const lostOn = (points: number, status: number, fault: RestFault): Delivery => {
  const logged = { status, points, fault: true } as const;
  const response = faultAnswer(fault);
  return response === undefined ? { failure: connectionLost(), logged } : { response, logged };
};

/** The site never hears of the call. */
const isLostBefore = (fault: RestFault): boolean =>
  fault.drop === 'before' || (fault.drop === undefined && faultAnswer(fault) !== undefined);

export const createNetwork = ({
  clock,
  faults,
  latencyMs,
}: {
  clock: Clock;
  faults: RestFaults;
  latencyMs: number;
}) => {
  /** Confluence and Jira count apart; Jira Service Management is part of Jira. */
  const quotasFor = (limits: Quota) => ({
    confluence: createQuota(clock, limits),
    jira: createQuota(clock, limits, 'jira'),
  });
  let quotas = quotasFor({});

  const served = async (
    { request, identity, operationId }: FaultyCall,
    perform: () => Promise<Answered>,
  ): Promise<Answered> => {
    const quota = productOf(new URL(request.url).pathname) === 'confluence' ? quotas.confluence : quotas.jira;
    const refusal = quota.refusal(identity, operationId);
    if (refusal !== undefined) return { response: refusal, points: 0 };
    const answered = await perform();
    quota.charge(identity, answered.points, answered.response);
    return answered;
  };

  return {
    setQuota: (limits: Quota): void => {
      quotas = quotasFor(limits);
    },
    carry: async (call: FaultyCall, perform: () => Promise<Answered>): Promise<Delivery> => {
      const fault = faults.take(call);
      const struck = fault === undefined ? {} : ({ fault: true } as const);
      try {
        await pause(clock, latencyMs + (fault?.delayMs ?? 0), call.request.signal);
      } catch (failure) {
        return { failure, logged: { status: 0, points: 0, ...struck } };
      }
      if (fault !== undefined && isLostBefore(fault)) return lostOn(0, faultAnswer(fault)?.status ?? 0, fault);
      const { response, points } = await served(call, perform);
      if (fault?.drop === 'after') return lostOn(points, response.status, fault);
      return { response, logged: { status: response.status, points, ...struck } };
    },
  };
};
