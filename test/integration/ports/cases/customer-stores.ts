// What the app stores about customers: policies, limits and counters.
import { expect } from 'vitest';

import { allow, refuse } from '../../../../src/broker/verdict';
import type { JiraObservation, QuotaSubject } from '../../../../src/customers/ports';
import { ProjectId } from '../../../../src/shared/ids';
import { failureFrom } from '../../../support/ports/builders';
import { aPolicy } from '../../../support/ports/customers';
import { failing, type Call, type Case } from '../case';
import { ALWAYS_SECOND, STORAGE_FAILURES } from '../failures';
import type { Stage } from '../stage';

const CONFLICT = { code: 'CONFLICT', what: 'settings' };
const OTHER_PROJECT = ProjectId.parse('10011');
const DAY = 86_400_000;

function subjectOf({ project, id }: Stage, via: QuotaSubject['via'] = 'page'): QuotaSubject {
  return { projectId: project.projectId, caller: id('agent'), via };
}
const LIMITS = { dailyPerAgent: 3, dailyByRules: 2, dailyPerSite: 4 };

function observedAt({ id }: Stage, minute: number, outcome: JiraObservation['outcome'] = 'works'): JiraObservation {
  return { accountId: id('boss'), at: `2026-11-21T09:0${String(minute)}:00.000Z`, outcome };
}

const TAKE: Call = {
  as: 'agent',
  call: 'takeQuota',
  use: ({ customerQuota }, stage) => customerQuota.take(subjectOf(stage), LIMITS, 1),
};

const READS: Record<string, Call> = {
  policy: {
    as: 'agent',
    call: 'read policy',
    use: ({ customerSettings }, { project }) => customerSettings.policy(project.projectId),
  },
  policies: {
    as: 'agent',
    call: 'read policies',
    use: ({ customerSettings }, { project }) => customerSettings.policies([project.projectId]),
  },
  dailyPerSite: {
    as: 'agent',
    call: 'read dailyPerSite',
    use: ({ customerSettings }) => customerSettings.dailyPerSite(),
  },
  'jira observation': {
    as: 'agent',
    call: 'read jira observation',
    use: ({ customerSettings }) => customerSettings.observation(),
  },
  'jira saveObservation': {
    as: 'agent',
    call: 'saveJiraObservation',
    use: ({ customerSettings }, stage) => customerSettings.saveObservation(observedAt(stage, 1)),
  },
  used: {
    as: 'agent',
    call: 'read used',
    use: ({ customerQuota }, stage) => customerQuota.used(subjectOf(stage)),
  },
  usedOnSite: { as: 'agent', call: 'read usedOnSite', use: ({ customerQuota }) => customerQuota.usedOnSite() },
  take: TAKE,
  giveBack: {
    as: 'agent',
    call: 'giveBackQuota',
    use: ({ customerQuota }, stage) => customerQuota.giveBack(subjectOf(stage), { day: '2026-11-21' }),
  },
};
const WRITES: Record<string, Call> = {
  savePolicy: {
    as: 'agent',
    call: 'savePolicy',
    use: ({ customerSettings }, { project }) => customerSettings.savePolicy(project.projectId, aPolicy(), 0),
  },
  saveDailyPerSite: {
    as: 'agent',
    call: 'saveDailyPerSite',
    use: ({ customerSettings }) => customerSettings.saveDailyPerSite(9, 0),
  },
};

const settingsCases: Case[] = [
  {
    name: 'policy: off at version 0; of this project only, once saved; who comes second fails',
    play: async ({ run, project: { projectId } }) => {
      function policy(of: ProjectId) {
        return run('agent', ({ customerSettings }) => customerSettings.policy(of));
      }
      function save(seen: number) {
        return run('boss', ({ customerSettings }) => customerSettings.savePolicy(projectId, aPolicy(), seen));
      }
      const off = await policy(projectId);
      expect([off.value.enabled, off.version]).toEqual([false, 0]);
      expect(await save(0)).toBe(1);
      expect(await policy(projectId)).toEqual({ value: aPolicy(), version: 1 });
      expect(await policy(OTHER_PROJECT)).toEqual(off);
      expect(await failureFrom(save(0))).toEqual(CONFLICT);
      const asked = [projectId, OTHER_PROJECT];
      expect(await run('agent', ({ customerSettings }) => customerSettings.policies(asked))).toEqual(
        new Map([[projectId, aPolicy()]]),
      );
    },
  },
  {
    name: 'dailyPerSite: 200 at version 0, and what was saved; who comes second fails',
    play: async ({ run }) => {
      function save() {
        return run('boss', ({ customerSettings }) => customerSettings.saveDailyPerSite(9, 0));
      }
      expect(await run('boss', ({ customerSettings }) => customerSettings.dailyPerSite())).toEqual({
        value: 200,
        version: 0,
      });
      expect(await save()).toBe(1);
      expect(await run('boss', ({ customerSettings }) => customerSettings.dailyPerSite())).toEqual({
        value: 9,
        version: 1,
      });
      expect(await failureFrom(save())).toEqual(CONFLICT);
    },
  },
  {
    name: 'observation: none at first; then what the look found that began last',
    play: async (stage) => {
      const { run } = stage;
      function observation() {
        return run('agent', ({ customerSettings }) => customerSettings.observation());
      }
      expect(await observation()).toBeUndefined();
      const late = observedAt(stage, 2, 'lacksRight');
      for (const found of [late, observedAt(stage, 1)]) {
        await run('agent', ({ customerSettings }) => customerSettings.saveObservation(found));
        expect(await observation()).toEqual(late);
      }
    },
  },
];

const quotaCases: Case[] = [
  {
    name: 'take: as many as the caller and the site have left, on this day; what is given back is left again',
    play: async (stage) => {
      const { run, advance } = stage;
      const subject = subjectOf(stage);
      function take(wanted: number, limits = LIMITS) {
        return run('agent', ({ customerQuota }) => customerQuota.take(subject, limits, wanted));
      }
      const day = { day: '2026-11-21' };
      const taken = allow(day);
      expect(await take(2)).toEqual([taken, taken]);
      expect(await take(2)).toEqual([taken, refuse('AGENT_QUOTA_REACHED')]);
      await run('agent', ({ customerQuota }) => customerQuota.giveBack(subject, day));
      expect(await run('agent', ({ customerQuota }) => customerQuota.used(subject))).toBe(2);
      expect(await run('agent', ({ customerQuota }) => customerQuota.usedOnSite())).toBe(2);
      expect(await take(1, { ...LIMITS, dailyPerSite: 2 })).toEqual([refuse('SITE_QUOTA_REACHED')]);
      advance(DAY);
      expect(await run('agent', ({ customerQuota }) => customerQuota.used(subject))).toBe(0);
      expect(await take(1)).toEqual([allow({ day: '2026-11-22' })]);
      // Given back to the day that it was taken from.
      await run('agent', ({ customerQuota }) => customerQuota.giveBack(subject, day));
      expect(await run('agent', ({ customerQuota }) => customerQuota.used(subject))).toBe(1);
    },
  },
  {
    name: 'take: never more than is left, however many ask at one moment',
    play: async (stage) => {
      const { run } = stage;
      const subject = subjectOf(stage);
      function takeOne() {
        return run('agent', ({ customerQuota }) => customerQuota.take(subject, LIMITS, 1));
      }
      const answers = (await Promise.all([takeOne(), takeOne(), takeOne(), takeOne()])).flat();
      expect(answers.filter((one) => one.allowed)).toHaveLength(LIMITS.dailyPerAgent);
      expect(await run('agent', ({ customerQuota }) => customerQuota.used(subject))).toBe(LIMITS.dailyPerAgent);
      expect(await run('agent', ({ customerQuota }) => customerQuota.usedOnSite())).toBe(LIMITS.dailyPerAgent);
    },
  },
  {
    name: 'take: callers and projects count apart, rules of one project together',
    play: async (stage) => {
      const { run, id } = stage;
      const own = subjectOf(stage);
      function used(subject: QuotaSubject) {
        return run('agent', ({ customerQuota }) => customerQuota.used(subject));
      }
      await run('agent', ({ customerQuota }) => customerQuota.take(own, LIMITS, 1));
      expect(await used({ ...own, via: 'api' })).toBe(1);
      expect(await used({ ...own, caller: id('boss') })).toBe(0);
      expect(await used({ ...own, projectId: OTHER_PROJECT })).toBe(0);
      const rule = subjectOf(stage, 'rule');
      expect(await used(rule)).toBe(0);
      const answers = await run('agent', ({ customerQuota }) => customerQuota.take(rule, LIMITS, 3));
      expect(answers.map((one) => (one.allowed ? 'taken' : one.reason))).toEqual([
        'taken',
        'taken',
        'RULES_QUOTA_REACHED',
      ]);
      expect(await used({ ...rule, caller: id('boss') })).toBe(2);
      expect(await run('agent', ({ customerQuota }) => customerQuota.usedOnSite())).toBe(3);
    },
  },
];

export const customerStoreCases: Record<string, readonly Case[]> = {
  customerSettings: settingsCases,
  customerQuota: quotaCases,
  'storage of customers': [
    ...failing(READS, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read }),
    ...failing({ take: TAKE }, { RATE_LIMITED: ALWAYS_SECOND }),
    ...failing(WRITES, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write }),
  ],
};
