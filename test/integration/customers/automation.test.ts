// The automation action: rules that somebody else's text sets off, judged as whoever owns the rule's connection.
import { beforeEach, describe, expect, it } from 'vitest';

import { isPrivileged, isWrite, openSandbox, type World } from '../../support/integration';

const NEW = 'nadia.comer@acme.example';
const INPUTS = { issueKey: '{{issue.key}}', email: '{{issue.summary}}' };

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP', { rules: true });
});

function addRule(inputs: Record<string, string> = INPUTS, owner = 'agent', projectKey = 'SUP') {
  return world.automation.addRule({
    name: 'New customers',
    projectKey,
    trigger: 'issueCreated',
    actionKey: 'create-portal-customer',
    owner: world.id(owner),
    inputs,
  });
}
function text(line: string) {
  return { type: 'paragraph', content: [{ type: 'text', text: line }] };
}
/** Somebody writes a work item, as a service's mailbox does with what customers send. */
async function writeIssue(summary: string, description = '', key = 'SUP', handle = 'agent') {
  world.remember({ email: summary, displayName: description });
  const fields = {
    project: { key },
    issuetype: { name: 'Task' },
    summary,
    description: { type: 'doc', version: 1, content: [text(description === '' ? '-' : description)] },
  };
  const answer = await world.site.fetch(
    new Request('https://site.example/rest/api/3/issue', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fields }),
    }),
    { kind: 'basic', accountId: world.id(handle) },
  );
  expect(answer.status).toBe(201);
  world.site.clearRequests();
  await world.automation.settle();
  const { key: issueKey } = (await answer.json()) as { key: string };
  const issue = [...world.model.jira.issues.values()].find((one) => one.key === issueKey);
  return { issueKey, comments: issue?.comments ?? [], run: world.automation.runs().at(-1) };
}
function made() {
  return [...world.model.accounts.values()].filter(({ email }) => email.includes('nadia.'));
}
function nothingDone() {
  expect(world.requests().filter(isPrivileged)).toEqual([]);
  expect(world.requests().filter(isWrite)).toEqual([]);
  expect(made()).toEqual([]);
}

describe('a rule', () => {
  it('creates the customer as the privileged user, comments as its owner, inside only, and its run says so', async () => {
    addRule();
    const { run, comments } = await writeIssue(NEW);
    const accountId = world.customer(NEW)?.accountId;
    expect(run).toMatchObject({
      status: 'succeeded',
      output: { accountId, outcome: 'created', code: null, project: 'added', organization: null, comment: 'written' },
    });
    expect(comments).toMatchObject([{ authorId: world.id('agent'), internal: true }]);
    expect(JSON.stringify(comments)).toContain(accountId);
    expect(JSON.stringify(comments)).not.toContain('nadia.');
    expect(world.auditRows().find(({ action }) => action === 'createCustomer')).toMatchObject({
      caller: world.id('agent'),
      actedAs: world.id('site-admin'),
      via: 'rule',
    });
  });

  it('is off until a Jira administrator switches it on', async () => {
    await world.savePolicy('SUP', { rules: false });
    addRule();
    const { run, comments } = await writeIssue(NEW);
    expect(run).toMatchObject({
      status: 'failed',
      error: 'Not allowed: RULES_OFF. Creating customers with automation rules is turned off in this service project.',
    });
    expect(comments).toEqual([]);
    nothingDone();
  });

  it.each(['priv-agent', 'developer', 'jira-admin'])('of %s, who is no agent there, does nothing', async (owner) => {
    addRule(INPUTS, owner);
    const { run, comments } = await writeIssue(NEW);
    expect(run).toMatchObject({
      status: 'failed',
      error: 'Not allowed: NOT_AGENT. The owner of this rule’s connection isn’t an agent of this service project.',
    });
    expect(comments).toEqual([]);
    nothingDone();
  });

  it('of somebody who left does nothing', async () => {
    addRule();
    world.model.setStatus(world.id('agent'), 'inactive');
    const { run } = await writeIssue(NEW, '', 'SUP', 'site-admin');
    expect(run).toMatchObject({ status: 'failed' });
    nothingDone();
  });

  it('reaches no project by the key that somebody has written', async () => {
    await world.allowCustomers('PRIV', { rules: true });
    addRule({ issueKey: '{{issue.summary}}', email: NEW }, 'agent');
    world.remember({ email: NEW });
    for (const summary of ['PRIV-1', 'PRIV-1/../SUP-1', 'SUP-1?x=PRIV-1', 'sup-1', 'SUP-', 'PRIV']) {
      expect((await writeIssue(summary)).run).toMatchObject({ status: 'failed' });
      nothingDone();
    }
  });

  it('whose comment can’t be written has created the customer, and says so', async () => {
    addRule();
    world.faults.add({ on: 'rest', operationId: 'addComment', status: 403 });
    const { run } = await writeIssue(NEW);
    expect(run).toMatchObject({
      status: 'succeeded',
      output: { outcome: 'created', comment: 'notWritten' },
    });
  });

  it('that runs again for the same person changes nothing but a comment', async () => {
    addRule();
    await writeIssue(NEW);
    const { run, comments } = await writeIssue(NEW);
    expect(run).toMatchObject({ output: { outcome: 'existed' } });
    expect(comments).toHaveLength(1);
    expect(made()).toHaveLength(1);
  });
});

describe('what customers have written', () => {
  it.each([
    ['a header', `${NEW}%0d%0aBcc: all@acme.example`],
    ['a name around it', `Nadia <${NEW}>`],
    ['two of them', `${NEW}, nadia.two@acme.example`],
    ['a smart value', '{{issue.reporter.emailAddress}}'],
    ['no address', 'Please give Nadia access'],
  ])('is no email address with %s, and the comment repeats nothing of it', async (_name, summary) => {
    addRule();
    const { run, comments } = await writeIssue(summary);
    expect(run).toMatchObject({ output: { outcome: 'notAllowed', code: 'EMAIL_INVALID' } });
    expect(JSON.stringify(comments)).not.toMatch(/nadia|bcc|reporter/i);
    nothingDoneButComment();
  });

  it.each(['\r\n', '\n', '\u2028', '\u0000'])('is no name with %j in it', async (mark) => {
    const inputs = { ...INPUTS, displayName: '{{issue.description}}' };
    const run = await world.forge.runAction({
      actionKey: 'create-portal-customer',
      accountId: world.id('agent'),
      inputs: { issueKey: 'SUP-1', email: NEW, displayName: `Nadia${mark}Comer` },
    });
    expect(run).toMatchObject({ outcome: 'notAllowed', code: 'NAME_INVALID' });
    nothingDoneButComment();
    addRule(inputs);
    expect((await writeIssue(NEW, 'Nadia Comer')).run).toMatchObject({
      output: { outcome: 'created' },
    });
    expect(world.customer(NEW)?.name).toBe('Nadia Comer');
  });

  it('names an organization only as the policy allows', async () => {
    addRule({ ...INPUTS, organizationId: '{{issue.description}}' });
    expect((await writeIssue(NEW, '2')).run).toMatchObject({
      output: { code: 'ORGANIZATION_NOT_ALLOWED' },
    });
    expect((await writeIssue(NEW, '1/../2')).run).toMatchObject({ status: 'failed' });
    expect((await writeIssue(NEW, '1')).run).toMatchObject({
      output: { outcome: 'created', organization: 'added' },
    });
  });
});
function nothingDoneButComment() {
  expect(world.requests().filter(isPrivileged)).toEqual([]);
  expect(
    world
      .requests()
      .filter(isWrite)
      .map(({ operationId }) => operationId),
  ).toEqual(['addComment']);
  expect(made()).toEqual([]);
}

describe('the quota of rules', () => {
  async function outcomes(emails: string[]) {
    const all: unknown[] = [];
    for (const email of emails) {
      const { run } = await writeIssue(email);
      all.push((run as { output?: { outcome: string; code: string | null } }).output);
    }
    return all;
  }

  it('is its own: neither the owner’s nor counted to it', async () => {
    await world.savePolicy('SUP', { dailyByRules: 1, dailyPerAgent: 1 });
    addRule();
    expect(await outcomes(['nadia.one@acme.example', 'nadia.two@acme.example'])).toMatchObject([
      { outcome: 'created' },
      { outcome: 'notAllowed', code: 'RULES_QUOTA_REACHED' },
    ]);
    const byHand = await world.asAgent('agent', 'SUP', 'createCustomers', {
      people: [{ email: 'nadia.three@acme.example' }],
      organizationIds: [],
    });
    expect(byHand).toMatchObject({ value: { people: [{ account: { outcome: 'created' } }] } });
  });

  it('is one for all rules of a project, whoever owns them', async () => {
    await world.savePolicy('SUP', { dailyByRules: 1 });
    addRule(INPUTS, 'agent');
    expect(await outcomes(['nadia.one@acme.example'])).toMatchObject([{ outcome: 'created' }]);
    addRule(INPUTS, 'site-admin');
    expect(await outcomes(['nadia.two@acme.example'])).toMatchObject([{ code: 'RULES_QUOTA_REACHED' }]);
    expect(made()).toHaveLength(1);
  });
});
