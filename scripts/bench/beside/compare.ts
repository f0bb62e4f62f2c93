// The same work by each contender, each on the same site with the same answers, and what came of it by the site's own account.
import type { AnswerTimes } from '../answer-times';
import type { Prepared } from '../journey';
import type { Contender, Outcome, Told } from './contender';
import { throughSite, type Limits } from './through-site';

/** Describes a site while somebody works on it. */
export interface Conditions {
  name: string;
  times: AnswerTimes;
  limits: Limits;
  /** Calls whose effect takes place and whose answer is lost: one half breaks off, the other is answered 502. */
  lostAnswers: number;
}

interface Work {
  count: number;
  /** Names the operation that writes. */
  operationId: string;
  /** Makes room for it. */
  before: (prepared: Prepared) => Promise<void>;
  isThere: (prepared: Prepared, who: string) => boolean;
  contenders: readonly Contender[];
}

const CALM: AnswerTimes = { restMs: 0, storageMs: 0, deliveryMs: 0 };

/** Lets each contender do the work, under the same conditions. */
export async function compare(prepared: Prepared, conditions: Conditions, work: Work): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const contender of work.contenders) outcomes.push(await outcomeOf(prepared, { conditions, work, contender }));
  return outcomes;
}

async function outcomeOf(
  prepared: Prepared,
  { conditions, work, contender }: { conditions: Conditions; work: Work; contender: Contender },
): Promise<Outcome> {
  const { sandbox, meter } = prepared.site;
  await work.before(prepared);
  sandbox.site.setQuota(conditions.limits);
  loseAnswers(prepared, conditions, work);
  meter.setTimes(conditions.times);
  const end = meter.begin();
  const told = await throughSite(prepared.site, conditions.limits, async () => contender.work(prepared));
  const { ms, calls } = end();
  const again = sandbox
    .requests()
    .filter(({ operationId, status }) => operationId === work.operationId && status >= 400 && status < 429);
  meter.setTimes(CALM);
  sandbox.site.setQuota({});
  sandbox.faults.clear();
  return { name: contender.name, ms, calls, ...checked(prepared, work, told), repeated: again.length };
}

/** Spreads the losses over the work. */
function loseAnswers({ site }: Prepared, { lostAnswers }: Conditions, { count, operationId }: Work): void {
  for (let number = 0; number < lostAnswers; number += 1) {
    const skip = Math.floor(((number + 0.5) * count) / lostAnswers);
    const lost = { on: 'rest', operationId, drop: 'after', skip, times: 1 } as const;
    site.sandbox.faults.add(number % 2 === 0 ? lost : { ...lost, status: 502 });
  }
}

function checked(
  prepared: Prepared,
  { isThere }: Work,
  told: readonly Told[],
): Pick<Outcome, 'missing' | 'toldWrongly'> {
  const missing = told.filter(({ who }) => !isThere(prepared, who));
  const toldWrongly = told.filter(({ who, isDone }) => isDone !== undefined && isDone !== isThere(prepared, who));
  return { missing: missing.length, toldWrongly: toldWrongly.length };
}
