import { describe, expect, it } from 'vitest';

import { globalSettings } from '../../../src/entry/global-settings';
import { valueOf, type World } from '../../support/integration';
import {
  attack,
  aWorldToAttack,
  COLUMNS,
  exceptions,
  refusals,
  type Attack,
  type Attacked,
  type Cell,
  type Column,
  type Denials,
} from '../../support/integration-denials';
import { onGlobalSettings } from '../../support/payloads';

type Key = keyof typeof globalSettings;

const version = 1;

/** What would do something, sent by somebody who may. */
function payloadOf(world: Attacked, key: Key, handle: string): Record<string, unknown> {
  return onGlobalSettings[key]({
    candidate: world.id(handle),
    version,
    versionWithNominee: 2,
    groupId: world.demoGroup,
    adoptable: { groupId: world.groupId('devops-oncall'), spaceId: world.spaceId('DEVOPS') },
    spaceKey: 'DEMO',
    otherSpaceKey: 'DEVOPS',
    memberId: world.id('space-admin'),
  });
}

const WHOLE_SITE: Cell = { doesNotApply: 'the global page is for the groups of all spaces' };
const NO_GROUP: Cell = { doesNotApply: 'names no group' };
const BY_DESIGN: Cell = { doesNotApply: 'what a Confluence admin is there for' };

function denials(reason: string, more: Partial<Denials> = {}): Denials {
  return {
    anonymous: 'NOT_SIGNED_IN',
    member: reason,
    'admin of another space': reason,
    'admin of his personal space': reason,
    'Confluence admin': BY_DESIGN,
    deactivated: 'INVOCATION_REFUSED',
    'forged space in context': reason,
    'forged accountId in payload': 'INVALID_INPUT',
    'group of another space': NO_GROUP,
    'protected group': NO_GROUP,
    ...more,
  };
}
const CONFLUENCE_ADMINS = denials('NOT_CONFLUENCE_ADMIN');
const NOMINEES = denials('NOT_NOMINATED', { 'Confluence admin': 'NOT_NOMINATED' });
const SITE_ADMINS = denials('NOT_CONFLUENCE_ADMIN', {
  'Confluence admin': 'NOT_SITE_ADMIN',
  'group of another space': WHOLE_SITE,
  'protected group': { doesNotApply: 'tried in protected-groups.test.ts, by a site admin' },
});

const ROWS: Record<Key, Denials> = {
  openGlobalSettings: CONFLUENCE_ADMINS,
  // Its payload has an accountId by right: the caller is still whom the platform names.
  savePrivilegedUser: denials('NOT_CONFLUENCE_ADMIN', { 'forged accountId in payload': 'NOT_CONFLUENCE_ADMIN' }),
  acceptNomination: NOMINEES,
  declineNomination: NOMINEES,
  cancelNomination: CONFLUENCE_ADMINS,
  removePrivilegedUser: CONFLUENCE_ADMINS,
  checkPrivilegedUser: CONFLUENCE_ADMINS,
  deleteStoredCredentials: CONFLUENCE_ADMINS,
  confirmTokenRevoked: CONFLUENCE_ADMINS,
  readRules: CONFLUENCE_ADMINS,
  saveRules: CONFLUENCE_ADMINS,
  listGroupRecords: CONFLUENCE_ADMINS,
  findCandidates: CONFLUENCE_ADMINS,
  adoptGroups: SITE_ADMINS,
  confirmSiteAdmin: CONFLUENCE_ADMINS,
  releaseGroup: denials('NOT_CONFLUENCE_ADMIN', {
    'group of another space': WHOLE_SITE,
    'protected group': { doesNotApply: 'it takes the group out of the app, which protects it all the more' },
  }),
  transferGroup: SITE_ADMINS,
  setGroupDeletable: SITE_ADMINS,
  readAudit: CONFLUENCE_ADMINS,
  readSupport: denials('NOT_SUPPORT_READER'),
  runSiteChecks: CONFLUENCE_ADMINS,
};

/** By key, so that a call without a row fails its test. */
const EXPECTED: Readonly<Record<string, Denials>> = ROWS;

function by(handle: string | undefined, context: (world: Attacked) => Record<string, unknown> = () => ({})) {
  return (world: Attacked, key: Key): Attack => ({
    handle,
    payload: payloadOf(world, key, handle ?? 'member'),
    context: context(world),
  });
}

const ATTACKS: Partial<Record<Column, (world: Attacked, key: Key) => Attack>> = {
  anonymous: by(undefined),
  member: by('member'),
  'admin of another space': by('other-admin'),
  'admin of his personal space': by('member', (world) => world.inSpace(`~${world.id('member')}`)),
  'Confluence admin': by('confluence-admin'),
  deactivated: (world, key) => {
    world.model.setStatus(world.id('confluence-admin'), 'inactive');
    return by('confluence-admin')(world, key);
  },
  'forged space in context': by('space-admin', (world) => ({
    ...world.inSpace('DEMO'),
    moduleKey: 'space-settings',
    confluenceAdmin: true,
  })),
  'forged accountId in payload': (world, key) => ({
    handle: 'member',
    payload: { ...payloadOf(world, key, 'member'), accountId: world.id('site-admin') },
    context: { accountId: world.id('site-admin'), principal: { accountId: world.id('site-admin') } },
  }),
};

/** Asks confluence-admin to be the privileged user, as his colleague without site administration can. */
async function nominateColleague(world: World) {
  world.model.addMember(world.groupId('confluence-admins'), world.id('person-01'));
  const payload = { accountId: world.id('site-admin'), version };
  const { outcome } = valueOf(await world.asGlobal('person-01', 'savePrivilegedUser', payload));
  expect(outcome).toBe('waiting');
}

const keys = Object.keys(globalSettings) as Key[];
function needsNomination(key: Key) {
  return key.endsWith('Nomination');
}

describe.each(keys)('the global page refuses %s', (key) => {
  const row = { key, action: globalSettings[key].action };

  it.each(refusals(EXPECTED[key]))('%s', async (column, reason) => {
    const world = await aWorldToAttack();
    if (needsNomination(key)) await nominateColleague(world);
    const attackIt = ATTACKS[column];
    if (attackIt === undefined) throw new Error(`Nobody plays ${column}`);
    expect(await attack(world, 'global-settings', row, attackIt(world, key))).toBe(reason);
  });

  it('has a row in the matrix, and lets the site admin in', async () => {
    const cells = [...refusals(EXPECTED[key]), ...exceptions(EXPECTED[key])];
    expect(cells.map(([column]) => column).toSorted()).toEqual([...COLUMNS].toSorted());
    expect(cells.map(([, reason]) => reason)).not.toContain('');
    const world = await aWorldToAttack();
    if (needsNomination(key)) await nominateColleague(world);
    expect(await world.call('global-settings', key, payloadOf(world, key, 'site-admin'), 'site-admin')).toMatchObject({
      ok: true,
    });
  });
});
