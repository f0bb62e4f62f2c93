// What was so already is told and audited as that, never as something that this request did.
import { beforeEach, describe, expect, it } from 'vitest';

import { OrganizationId } from '../../../src/shared/ids';
import { openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
const GLOBEX = OrganizationId.parse('2');

const NEW = 'nadia.comer@acme.example';
/** A customer of SUP and a member of Acme from the start. */
const ADA = 'ada@acme.example';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  world.model.project('SUP').serviceDesk?.organizations.add(GLOBEX);
  await world.allowCustomers('SUP', { rules: true });
});

async function ask(email: string, organizationIds = [ACME]) {
  const people = [{ email, displayName: 'Nadia Comer' }];
  const [result] = valueOf(await world.asAgent('agent', 'SUP', 'createCustomers', { people, organizationIds })).people;
  if (result === undefined) throw new Error('No result');
  return result;
}
/** How each attempt for a customer ended, in any order. */
function endings() {
  return world
    .auditRows()
    .filter(({ action }) => action !== 'saveCustomerPolicy' && action !== 'savePrivilegedUser')
    .flatMap(({ action, outcome, projectId }) =>
      projectId === undefined ? [] : `${String(action)} ${String(outcome)}`,
    )
    .toSorted();
}
function blindAgent() {
  return world.model.revokeAccess(world.groupId('jira-servicemanagement-users'), 'user-picker');
}
/** Whether a request asks where somebody is already. */
function isLook(url: string) {
  return /servicedesk\/\d+\/customer\?|organization\?.*accountId=/.test(url);
}

describe('somebody who is everywhere already', () => {
  it('is told so, place by place, and the audit says that nothing changed', async () => {
    expect(await ask(ADA, [ACME, GLOBEX])).toMatchObject({
      account: { outcome: 'existed' },
      project: 'alreadyThere',
      organizations: [
        { organizationId: ACME, outcome: 'alreadyThere' },
        { organizationId: GLOBEX, outcome: 'added' },
      ],
    });
    expect(endings()).toEqual(['addToOrganization succeeded', 'addToOrganization unchanged', 'addToProject unchanged']);
  });

  it('is found by the filter of the audit', async () => {
    await ask(ADA);
    await ask(NEW);
    const { rows } = valueOf(
      await world.asGlobal('confluence-admin', 'readAudit', { filter: { outcome: 'unchanged' } }),
    );
    expect(rows.map(({ action, accountId }) => [action, accountId])).toEqual([
      [expect.stringMatching(/^addTo/), world.id('acme-customer')],
      [expect.stringMatching(/^addTo/), world.id('acme-customer')],
    ]);
  });

  it('is told so in a rule’s outputs and in the work item', async () => {
    const inputs = { issueKey: 'SUP-1', email: ADA, displayName: 'Ada', organizationId: ACME };
    world.remember(inputs);
    const action = { actionKey: 'create-portal-customer', inputs, accountId: world.id('agent') };
    expect(await world.forge.runAction(action)).toMatchObject({
      outcome: 'existed',
      project: 'alreadyThere',
      organization: 'alreadyThere',
    });
    const issue = [...world.model.jira.issues.values()].find(({ key }) => key === 'SUP-1');
    expect(JSON.stringify(issue?.comments)).toContain('Customer of this project: there already.');
  });

  it('is told so though the agent could not see the account before', async () => {
    blindAgent();
    expect(await ask(ADA)).toMatchObject({ account: { outcome: 'existed' }, project: 'alreadyThere' });
    expect(endings()).toEqual([
      'addToOrganization unchanged',
      'addToProject unchanged',
      'createCustomer unchanged',
      'findCustomer succeeded',
    ]);
  });

  it.each([
    ['refused', () => Response.json({}, { status: 403 })],
    ['answered with nonsense', () => new Response('nonsense')],
    ['not answered', () => Response.error()],
  ])('is served all the same where the look is %s', async (_what, answer) => {
    let looks = 0;
    world.onSite(async (request, _identity, pass) => {
      if (!isLook(request.url)) return pass();
      looks += 1;
      return answer();
    });
    expect(await ask(ADA)).toMatchObject({ project: 'added', organizations: [{ outcome: 'added' }] });
    expect(looks).toBe(2);
  });
});

describe('somebody who is new', () => {
  it('is looked for nowhere: who was created a moment ago is in no place', async () => {
    await ask(NEW);
    const asked = world.requests().map(({ operationId }) => operationId);
    expect(asked).not.toContain('getCustomers');
    expect(endings()).toEqual([
      'addToOrganization succeeded',
      'addToProject succeeded',
      'createCustomer succeeded',
      'findCustomer succeeded',
    ]);
  });

  it('and is asked for six times at once was created once', async () => {
    blindAgent();
    const results = await Promise.all(Array.from({ length: 6 }, () => ask(NEW, [])));
    const created = world.auditRows().filter(({ action }) => action === 'createCustomer');
    expect(created.map(({ outcome }) => String(outcome)).toSorted()).toEqual([
      'succeeded',
      ...created.slice(1).map(() => 'unchanged'),
    ]);
    expect(results.filter(({ account }) => account.outcome === 'created')).toHaveLength(1);
  });
});
