import { asUser, route } from '@forge/api';
import { describe, it } from 'vitest';

import { createAutomation } from '../../../../sandbox/automation/automation';
import type { RuleDraft } from '../../../../sandbox/automation/rules';
import type { AppModule } from '../../../../sandbox/contract/forge';
import { answerControl } from '../../../../sandbox/forge/control';
import type { ForgeParts } from '../../../../sandbox/forge/forge';
import { createJiraLab } from '../forge/jira-lab';
import { LENDER } from '../forge/stub-site';

const ISSUE = {
  key: 'HELP-1',
  summary: 'Kim needs access',
  description: 'Kim <kim@example.com>',
  reporterAccountId: 'acc-reporter',
  projectKey: 'HELP',
};
const RULE: RuleDraft = {
  id: 'rule-1',
  name: 'Welcome',
  projectKey: 'HELP',
  trigger: 'issueCreated',
  actionKey: 'welcome',
  owner: LENDER,
  inputs: { issueKey: '{{issue.key}}' },
};

function open(welcome: unknown = async (payload: unknown) => payload, parts: Partial<ForgeParts> = {}) {
  const app: AppModule = { welcome };
  const lab = createJiraLab(app, parts);
  const automation = createAutomation({ ...lab, ids: { uuid: () => 'a-new-id' } });
  async function happen(issue = ISSUE) {
    lab.create(issue);
    await automation.settle();
    return automation.runs().at(-1);
  }
  return { ...lab, automation, happen };
}

describe('a rule', () => {
  it('runs its action on each new issue of its project, as its owner', async ({ expect }) => {
    const { automation, happen, calls } = open(async () => {
      await asUser().requestJira(route`/rest/api/3/myself`);
      return { note: 'done' };
    });
    automation.addRule(RULE);
    expect(await happen()).toEqual({
      ruleId: 'rule-1',
      issueKey: 'HELP-1',
      status: 'succeeded',
      output: { note: 'done' },
    });
    expect(calls[0]?.identity).toMatchObject({ kind: 'user', accountId: LENDER, impersonated: false });
    await happen({ ...ISSUE, key: 'TEAM-1', projectKey: 'TEAM' });
    expect(automation.runs()).toHaveLength(1);
  });

  it('fills smart values in, gives each input its type, and leaves out what is empty', async ({ expect }) => {
    const { automation, happen } = open();
    const note = '{{ issue.summary }}: {{issue.description}} by {{issue.reporter.accountId}}';
    automation.addRule({ ...RULE, inputs: { issueKey: '{{issue.key}}', note, times: '3', loud: 'true' } });
    const output = {
      issueKey: 'HELP-1',
      note: 'Kim needs access: Kim <kim@example.com> by acc-reporter',
      times: 3,
      loud: true,
    };
    expect(await happen()).toMatchObject({ output });
    expect(await happen({ ...ISSUE, summary: '{{issue.key}} $&' })).toMatchObject({
      output: { note: '{{issue.key}} $&: Kim <kim@example.com> by acc-reporter' },
    });
    automation.addRule({ ...RULE, id: 'rule-2', inputs: { issueKey: '{{issue.key}}', note: '{{issue.description}}' } });
    expect(await happen({ ...ISSUE, description: '' })).toMatchObject({ output: { issueKey: 'HELP-1' } });
  });

  it.for([
    ['outputs that the action does not declare', { note: 'done', secret: 'x' }, { note: 'done' }],
    ['an answer that is no object', 'done', {}],
    ['an empty answer', undefined, {}],
  ] as const)('hands on nothing of %s', async ([, answer, output], { expect }) => {
    const { automation, happen } = open(async () => answer);
    automation.addRule(RULE);
    expect(await happen()).toEqual({ ruleId: 'rule-1', issueKey: 'HELP-1', status: 'succeeded', output });
  });

  it('runs after the creation is answered, one after the other', async ({ expect }) => {
    const seen: string[] = [];
    const { automation, create } = open(async ({ note }: { note: string }) => void seen.push(note));
    for (const id of ['a', 'b']) automation.addRule({ ...RULE, id, inputs: { issueKey: '{{issue.key}}', note: id } });
    create(ISSUE);
    await Promise.resolve();
    expect([seen, automation.runs()]).toEqual([[], []]);
    await automation.settle();
    expect(seen).toEqual(['a', 'b']);
  });

  it('runs on what its action creates, before everything is settled', async ({ expect }) => {
    const lab = open(async ({ issueKey }: { issueKey: string }) => {
      if (issueKey === 'HELP-1') lab.create({ ...ISSUE, key: 'HELP-2' });
    });
    lab.automation.addRule(RULE);
    await lab.happen();
    expect(lab.automation.runs().map(({ issueKey }) => issueKey)).toEqual(['HELP-1', 'HELP-2']);
  });
});

describe('a run fails', () => {
  const failing: [string, unknown, string][] = [
    ['with the errors that the action returns', { errors: [{ message: 'no' }, { message: 'never' }] }, 'no; never'],
    ['without saying why if the action throws', new Error('secret'), 'The action failed'],
  ];
  it.for(failing)('%s', async ([, outcome, error], { expect }) => {
    const { automation, happen } = open(async () => {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    });
    automation.addRule(RULE);
    expect(await happen()).toEqual({ ruleId: 'rule-1', issueKey: 'HELP-1', status: 'failed', error });
  });

  it('if the owner lost Jira, a value has another type, or the issue is gone', async ({ expect }) => {
    const { automation, happen, create, issues } = open();
    automation.addRule({ ...RULE, owner: 'acc-confluence-only' });
    expect(await happen()).toMatchObject({ status: 'failed', error: 'This person cannot open the app' });
    automation.addRule({ ...RULE, id: 'rule-2', inputs: { issueKey: 'x', times: '{{issue.key}}' } });
    expect(await happen()).toMatchObject({ ruleId: 'rule-2', status: 'failed', error: 'times is no integer' });
    create(ISSUE);
    issues.clear();
    await automation.settle();
    expect(automation.runs().at(-1)).toMatchObject({ status: 'failed', error: 'The issue is gone' });
  });

  it('if the app is no longer connected to Jira', async ({ expect }) => {
    const { automation, happen } = open(undefined, { jira: 'absent' });
    automation.addRule(RULE);
    expect(await happen()).toMatchObject({ status: 'failed', error: expect.stringContaining('no action') as string });
  });

  it('and the next one runs', async ({ expect }) => {
    let count = 0;
    const { automation, happen } = open(async () => {
      if ((count += 1) === 1) throw new Error('once');
    });
    automation.addRule(RULE);
    expect(await happen()).toMatchObject({ status: 'failed' });
    expect(await happen()).toMatchObject({ status: 'succeeded' });
  });
});

describe('a rule cannot be saved', () => {
  const cases: [string, object, string][] = [
    ['for an action that no provider lists', { actionKey: 'unlisted' }, 'actionKey'],
    ['for an action that is not there', { actionKey: 'none' }, 'actionKey'],
    ['for a project that is not there', { projectKey: 'NONE' }, 'projectKey'],
    ['for somebody who is not there', { owner: 'acc-nobody-knows' }, 'owner'],
    ['with another trigger', { trigger: 'issueUpdated' }, 'trigger'],
    ['with an input that is not declared', { inputs: { issueKey: 'x', admin: 'true' } }, 'inputs.admin'],
    ['without a required input', { inputs: { note: 'x' } }, 'inputs.issueKey'],
    ['with text for a number', { inputs: { issueKey: 'x', times: 'often' } }, 'inputs.times'],
    ['with half of a whole number', { inputs: { issueKey: 'x', times: '1.5' } }, 'inputs.times'],
    ['with a smart value that is not modelled', { inputs: { issueKey: '{{issue.status.name}}' } }, 'inputs.issueKey'],
    ['with a configuration over 100 KB', { inputs: { issueKey: 'x', note: 'x'.repeat(101 * 1024) } }, 'inputs'],
    ['without a name', { name: '' }, 'name'],
    ['with a field that nobody knows', { when: 'now' }, ''],
  ];
  it.for(cases)('%s', ([, change, field], { expect }) => {
    const { automation } = open();
    expect(automation.offer({ ...RULE, ...change })).toMatchObject({ problems: [{ field }] });
    expect(() => automation.addRule({ ...RULE, ...change })).toThrow(`${field}: `);
    expect(automation.rules()).toEqual([]);
  });

  it('for an action without a form, which it says', ({ expect }) => {
    const { automation } = open();
    expect(() => automation.addRule({ ...RULE, actionKey: 'formless', inputs: {} })).toThrow('no config');
  });

  it('with an id that is taken', ({ expect }) => {
    const { automation } = open();
    automation.addRule(RULE);
    expect(() => automation.addRule(RULE)).toThrow('id: ');
  });
});

describe('/_sandbox/automation', () => {
  it('takes rules, lists them, and lists their runs', async ({ expect }) => {
    const { automation, happen, forge, site } = open(async () => ({ note: 'done' }));
    async function control(method: string, path: string, body?: unknown) {
      const request = new Request(`http://127.0.0.1/_sandbox/automation/${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const faults = { offer: () => [], clear: () => {}, forget: () => {}, list: () => [], release: async () => {} };
      const answer = await answerControl({ site, forge, automation, faults, clock: { now: () => 0 } }, request);
      return [answer.status, await answer.json()] as const;
    }
    const { id, ...draft } = RULE;
    expect(await control('POST', 'rules', draft)).toEqual([201, { ...draft, id: 'a-new-id' }]);
    expect(await control('GET', 'rules')).toEqual([200, [{ ...draft, id: 'a-new-id' }]]);
    expect(await control('POST', 'rules', { ...RULE, id, owner: 'none' })).toMatchObject([
      400,
      { error: { code: 'INVALID_REQUEST', fields: [{ field: 'owner' }] } },
    ]);
    await happen();
    expect(await control('GET', 'runs')).toEqual([
      200,
      [{ ruleId: 'a-new-id', issueKey: 'HELP-1', status: 'succeeded', output: { note: 'done' } }],
    ]);
  });
});
