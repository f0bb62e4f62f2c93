// Projects with very many organizations, and sites where only Jira administrators manage them.
import { beforeEach, describe, expect, it } from 'vitest';

import { OrganizationId } from '../../../src/shared/ids';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
const NEW = 'nadia.comer@acme.example';
const FIRST = 10_000;
function id(index: number) {
  return OrganizationId.parse(String(FIRST + index));
}

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

/** The project has this many organizations more, after its own. */
function addOrganizations(count: number, name = (index: number) => `Company ${String(index)}`) {
  for (let index = 0; index < count; index += 1) {
    const organizationId = id(index);
    world.model.jira.organizations.set(organizationId, {
      id: organizationId,
      uuid: `00000000-0000-4000-8000-${organizationId.padStart(12, '0')}`,
      name: name(index),
      createdAt: 0,
      members: new Set(),
    });
    world.model.project('SUP').serviceDesk?.organizations.add(organizationId);
  }
}
function own() {
  return world.model.project('SUP').serviceDesk?.organizations.size ?? 0;
}
function order(...organizationIds: OrganizationId[]) {
  return { people: [{ email: NEW }], organizationIds };
}
async function create(...ids: OrganizationId[]) {
  return world.asAgent('agent', 'SUP', 'createCustomers', order(...ids));
}
/** What is said of the people and the organizations; the quota is another's matter. */
async function check(...ids: OrganizationId[]) {
  const { quota: _quota, ...said } = valueOf(await world.asAgent('agent', 'SUP', 'previewCustomers', order(...ids)));
  return said;
}
function pagesRead() {
  return world.requests().filter(({ operationId }) => operationId === 'getOrganizations').length;
}

describe('an organization of a project that has very many', () => {
  it('is the project’s, however far down Jira’s list it stands', async () => {
    addOrganizations(260);
    expect(await check(id(259))).toMatchObject({ people: [{ outcome: 'willBeCreated' }] });
    expect(valueOf(await create(id(259), ACME)).people).toMatchObject([
      { account: { outcome: 'created' }, organizations: [{ outcome: 'added' }, { outcome: 'added' }] },
    ]);
    const member = world.customer(NEW)?.accountId;
    expect(world.model.jira.organizations.get(id(259))?.members).toContain(member);
  });

  it('costs no page more than it takes to find it', async () => {
    addOrganizations(260);
    await check(ACME);
    expect(pagesRead()).toBe(1);
  });

  it('is refused beyond 2,000, with that reason, before anybody is asked about anybody', async () => {
    addOrganizations(2_000 - own() + 1);
    const last = [...(world.model.project('SUP').serviceDesk?.organizations ?? [])].at(-1);
    const beyond = OrganizationId.parse(last);
    const refused = { outcome: 'notAllowed', rule: 'ORGANIZATION_NOT_CHECKED' };
    expect((await check(beyond)).people).toEqual([refused]);
    expect(valueOf(await create(beyond)).people).toMatchObject([{ account: refused }]);
    expect(await world.api.post('agent', { projectKey: 'SUP', email: NEW, organizationIds: [beyond] })).toMatchObject({
      status: 403,
      body: { code: 'ORGANIZATION_NOT_CHECKED' },
    });
    expect(world.requests().map(({ operationId }) => operationId)).not.toContain('findUsers');
    expect(pagesRead()).toBe(3 * 40);
  });

  it('is still not another project’s', async () => {
    addOrganizations(260);
    expect((await check(OrganizationId.parse('2'))).people).toEqual([
      { outcome: 'notAllowed', rule: 'ORGANIZATION_NOT_ALLOWED' },
    ]);
  });
});

describe('the organizations to choose from', () => {
  /** All that a page can load, stretch by stretch. */
  async function load(
    first: { organizations: { organizationId: OrganizationId }[]; nextOrganizations?: number },
    more: (start: number) => Promise<{ organizations: { organizationId: OrganizationId }[]; nextStart?: number }>,
  ) {
    const seen = first.organizations.map(({ organizationId }) => organizationId);
    for (let next = first.nextOrganizations; next !== undefined;) {
      const { organizations, nextStart } = await more(next);
      seen.push(...organizations.map(({ organizationId }) => organizationId));
      next = nextStart;
    }
    return seen;
  }
  function all() {
    return [...(world.model.project('SUP').serviceDesk?.organizations ?? [])];
  }

  it('are loaded stretch by stretch by an agent until there are no more', async () => {
    addOrganizations(450);
    const opened = valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}));
    expect(opened.organizations).toHaveLength(200);
    const seen = await load(opened, async (start) =>
      valueOf(await world.asAgent('agent', 'SUP', 'listOrganizations', { start })),
    );
    expect(seen.toSorted()).toEqual(all().toSorted());
  });

  it('are loaded by a Jira administrator in the same way', async () => {
    addOrganizations(450);
    const projectId = world.projectId('SUP');
    // Only agents of a project are shown its organizations.
    world.model.addToProject('SUP', 'agents', world.id('jira-admin'));
    const opened = valueOf(await world.asJiraAdmin('jira-admin', 'readCustomerPolicy', { projectId }));
    const seen = await load(opened, async (start) =>
      valueOf(await world.asJiraAdmin('jira-admin', 'listProjectOrganizations', { projectId, start })),
    );
    expect(seen.toSorted()).toEqual(all().toSorted());
  });

  it('are none where the policy takes none, and those on its list where it has one', async () => {
    await world.savePolicy('SUP', { organizations: { kind: 'none' } });
    expect(valueOf(await world.asAgent('agent', 'SUP', 'listOrganizations', { start: 0 }))).toEqual({
      organizations: [],
    });
    const listed = { kind: 'listed', organizations: [{ organizationId: ACME, name: 'Acme' }] } as const;
    await world.savePolicy('SUP', { organizations: { ...listed, organizations: [...listed.organizations] } });
    expect(valueOf(await world.asAgent('agent', 'SUP', 'listOrganizations', { start: 0 }))).toEqual({
      organizations: listed.organizations,
    });
  });
});

describe('a site where only Jira administrators manage organizations', () => {
  it('is told of at the check, which adds nobody', async () => {
    world.model.setOrganizationsByAdminsOnly(true);
    const before = world.snapshot().site;
    expect(await check(ACME)).toEqual({ people: [{ outcome: 'willBeCreated' }], organizationsRefused: true });
    expect(world.snapshot().site).toEqual(before);
  });

  it('is not spoken of where nobody chose an organization, or where agents may', async () => {
    expect(await check(ACME)).toEqual({ people: [{ outcome: 'willBeCreated' }] });
    world.model.setOrganizationsByAdminsOnly(true);
    expect(await check()).toEqual({ people: [{ outcome: 'willBeCreated' }] });
  });

  it('and one that gives no answer to the question says nothing before', async () => {
    world.faults.add({ on: 'rest', operationId: 'addUsersToOrganization', status: 503, times: 9 });
    expect(await check(ACME)).toEqual({ people: [{ outcome: 'willBeCreated' }] });
  });
});

describe('a policy with a list of organizations', () => {
  async function save(organizations: { organizationId: OrganizationId; name: string }[], more: object = {}) {
    const payload = { projectId: world.projectId('SUP') };
    const { policy, version } = valueOf(await world.asJiraAdmin('site-admin', 'readCustomerPolicy', payload));
    return world.asJiraAdmin('site-admin', 'saveCustomerPolicy', {
      ...payload,
      policy: { ...policy, ...more, organizations: { kind: 'listed', organizations } },
      version,
    });
  }

  it('stores the names that Jira gives them, whatever the page sends', async () => {
    addOrganizations(260);
    const saved = valueOf(
      await save([
        { organizationId: ACME, name: 'Globex' },
        { organizationId: id(259), name: '' },
      ]),
    );
    expect(saved.policy.organizations).toEqual({
      kind: 'listed',
      organizations: [
        { organizationId: ACME, name: 'Acme' },
        { organizationId: id(259), name: 'Company 259' },
      ],
    });
  });

  it('takes one that is not among the project’s, by Jira’s name', async () => {
    const saved = valueOf(await save([{ organizationId: OrganizationId.parse('2'), name: 'Acme' }]));
    expect(saved.policy.organizations).toMatchObject({ organizations: [{ organizationId: '2', name: 'Globex' }] });
  });

  it('refuses one that Jira does not have, and stores nothing', async () => {
    const before = world.snapshot().storage.entities['setting'];
    expect(
      errorOf(
        await save([
          { organizationId: ACME, name: 'Acme' },
          { organizationId: OrganizationId.parse('99'), name: 'Initech' },
        ]),
      ),
    ).toEqual({
      code: 'INVALID_INPUT',
      fields: [
        {
          field: 'policy.organizations.organizations.1',
          message: 'Jira doesn’t show you the organization “Initech”. Remove it.',
        },
      ],
    });
    expect(world.snapshot().storage.entities['setting']).toEqual(before);
  });

  it('keeps what is gone in Jira by the name that is stored, so that the rest can be saved', async () => {
    valueOf(await save([{ organizationId: ACME, name: '' }]));
    world.model.jira.organizations.delete(ACME);
    expect(valueOf(await save([{ organizationId: ACME, name: 'Other' }])).policy.organizations).toMatchObject({
      organizations: [{ organizationId: ACME, name: 'Acme' }],
    });
  });

  it('that is too large for storage is refused with the limit, each time again, and nothing is stored', async () => {
    addOrganizations(200, () => '組'.repeat(255));
    const organizations = Array.from({ length: 200 }, (_, index) => ({ organizationId: id(index), name: '' }));
    const label = 'a'.repeat(55);
    const domains = Array.from({ length: 200 }, (_, index) => `${`${label}.`.repeat(4)}${String(index)}.example`);
    const before = world.snapshot().storage.entities['setting'];
    const refused = errorOf(await save(organizations, { allowedDomains: domains, deniedDomains: domains }));
    expect(refused).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'policy', message: expect.stringMatching(/^Too large to store: \d+ KiB, .* 240 KiB\./) }],
    });
    expect(world.snapshot().storage.entities['setting']).toEqual(before);
    expect(valueOf(await save(organizations)).policy.organizations).toMatchObject({ kind: 'listed' });
  });
});
