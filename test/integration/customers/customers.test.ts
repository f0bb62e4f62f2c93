// Portal-only customers, asked for by an agent on their page.
import { beforeEach, describe, expect, it } from 'vitest';

import { OrganizationId } from '../../../src/shared/ids';
import { isPrivileged, openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
const ADA = 'ada.new@acme.example';
const NAME = 'Ada Neumann';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function create(email: string, organizationIds = [ACME], handle = 'agent', project = 'SUP') {
  return valueOf(
    await world.asAgent(handle, project, 'createCustomers', {
      people: [{ email, displayName: NAME }],
      organizationIds,
    }),
  );
}

describe('an agent', () => {
  it('creates a customer whom the agent may not create, and adds them to an organization', async () => {
    const { people } = await create(ADA);
    const made = world.customer(ADA);
    expect(made).toMatchObject({ accountType: 'customer', name: NAME });
    expect(people).toEqual([
      {
        account: { outcome: 'created', accountId: made?.accountId, kind: 'customer' },
        project: 'added',
        organizations: [{ organizationId: ACME, outcome: 'added' }],
      },
    ]);
  });

  it('acts as the agent wherever they may', async () => {
    await create(ADA);
    const calls = world
      .requests()
      .map((row) => `${isPrivileged(row) ? 'privileged user' : 'agent'}: ${String(row.operationId)}`);
    expect(calls.toSorted()).toEqual([
      'agent: addUsersToOrganization',
      'agent: findUsers',
      'agent: getMyPermissions',
      'agent: getOrganizations',
      'agent: getServiceDeskById',
      'privileged user: addCustomers',
      'privileged user: createCustomer',
      'privileged user: findUsers',
    ]);
  });
});
