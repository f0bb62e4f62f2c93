import type { Call, History } from '../history';
import type { Invariant, Violation } from '../invariant';
import { pastOf } from '../past';
import { miscounted } from './quotas/counters';
import { creationBy, creationsIn, dayOf, type Creation } from './quotas/creations';

const DAY_MS = 86_400_000;

/** No more accounts are created in a day, UTC, than the policies of that day allow, no counter forgets any or gets back what wasn't taken from it, and lists spend no more points in an hour than they may. */
export const quotasHold: Invariant = {
  name: 'quotas hold',
  when: 'eachStep',
  check: (history, step) => [
    ...step.performed.flatMap((call) => overdrawn(history, call)),
    ...miscounted(history, step),
    ...step.rows.flatMap(({ key, is }) => (key === 'run-points' ? overspent(is) : [])),
  ],
};

/** Points that lists may spend in an hour, and what one batch that is under way may add. */
const MOST_POINTS = 10_000;
const A_BATCH = 500;

function overspent(is: unknown): Violation[] {
  const { content } = (is ?? {}) as { content?: { points?: number; hour?: string } };
  const { points = 0, hour } = content ?? {};
  return points <= MOST_POINTS + A_BATCH ? [] : [{ what: `lists spent ${points} points in the hour ${String(hour)}` }];
}

/** Compares the day's and both neighboring days' counts with what is allowed. */
function overdrawn(history: History, call: Call): Violation[] {
  const own = creationBy(history, call);
  if (own === undefined) return [];
  const all = creationsIn(history);
  const ofSame = all.filter((one) => isOfSame(one, own));
  return [...tooMany(history, own, ofSame), ...tooMany(history, { ...own, projectId: '' }, all)].map((what) => ({
    what,
    calls: [call.id],
  }));
}

function isOfSame(one: Creation, other: Creation): boolean {
  if (one.projectId !== other.projectId || one.byRule !== other.byRule) return false;
  return one.byRule || one.caller === other.caller;
}

/** Compares every stretch of up to three days around a creation. */
function tooMany(history: History, { first, last, ...of }: Creation, all: readonly Creation[]): string[] {
  const stretches = [0, -1].flatMap((before) =>
    [0, 1].map((after) => [shifted(first, before), shifted(last, after)] as const),
  );
  return stretches.flatMap(([from, to]) => {
    const count = all.filter((one) => one.first >= from && one.last <= to).length;
    const most = daysOf(from, to).reduce((sum, day) => sum + limitOn(history, of, day), 0);
    const whose = of.projectId === '' ? 'on the site' : of.byRule ? 'by rules' : `by ${of.caller}`;
    return count <= most
      ? []
      : [`${count} accounts were created ${whose} from ${from} until ${to}, where ${most} are allowed`];
  });
}

/** Limits where nobody set any. */
const BY_DEFAULT = { dailyPerAgent: 50, dailyByRules: 20 };
const SITE_BY_DEFAULT = 200;

/** Returns the highest limit that was stored at any moment of a day, or just before it. */
function limitOn(history: History, { projectId, byRule }: Pick<Creation, 'projectId' | 'byRule'>, day: string): number {
  const begins = Date.parse(day);
  const stretch = { from: { at: begins - 30_000, step: 0 }, to: { at: begins + DAY_MS, step: history.steps.length } };
  if (projectId === '') {
    const stored = pastOf(history).setting('customer-site-quota', stretch);
    return Math.max(...stored.map((content) => (typeof content === 'number' ? content : SITE_BY_DEFAULT)));
  }
  const policies = pastOf(history).setting(`customer-policy:${projectId}`, stretch);
  const field = byRule ? 'dailyByRules' : 'dailyPerAgent';
  return Math.max(...policies.map((content) => ({ ...BY_DEFAULT, ...(content as object | undefined) })[field]));
}

function shifted(day: string, by: number): string {
  return dayOf(Date.parse(day) + by * DAY_MS);
}

function daysOf(from: string, to: string): string[] {
  return from >= to ? [from] : [from, ...daysOf(shifted(from, 1), to)];
}
