import { Queue } from '@forge/events';
import type { AsyncEvent } from '@forge/events';

import { createLab } from '../lab';
import type { Lab } from '../lab';

export const jobs = () => new Queue({ key: 'jobs' });
export const stats = async (lab: Lab, jobId: string) => lab.run(() => jobs().getJob(jobId).getStats());

/** A lab whose consumer notes what it gets and answers with what it is told to. */
export const withConsumer = (answers: (() => unknown)[] = []) => {
  const events: AsyncEvent[] = [];
  const seconds: object[] = [];
  const lab = createLab({
    worker: async (event: AsyncEvent, second: object) => {
      events.push(event);
      seconds.push(second);
      return answers.shift()?.();
    },
  });
  const push = async (...events_: Parameters<Queue['push']>) => (await lab.run(() => jobs().push(...events_))).jobId;
  return { lab, events, seconds, push };
};
