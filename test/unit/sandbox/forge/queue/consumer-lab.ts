import { Queue } from '@forge/events';
import type { AsyncEvent } from '@forge/events';

import { createLab } from '../lab';
import type { Lab } from '../lab';

export function jobs() {
  return new Queue({ key: 'jobs' });
}
export async function stats(lab: Lab, jobId: string) {
  return lab.run(() => jobs().getJob(jobId).getStats());
}

/** A lab whose consumer notes what it gets and answers with what it is told to. */
export function withConsumer(answers: (() => unknown)[] = []) {
  const events: AsyncEvent[] = [];
  const seconds: object[] = [];
  const lab = createLab({
    worker: async (event: AsyncEvent, second: object) => {
      events.push(event);
      seconds.push(second);
      return answers.shift()?.();
    },
  });
  async function push(...events_: Parameters<Queue['push']>) {
    return (await lab.run(() => jobs().push(...events_))).jobId;
  }
  return { lab, events, seconds, push };
}
