// Everyone who may not, at each call of the global page.
import { expect } from 'vitest';

import { globalSettings } from '../../../src/entry/global-settings';
import { testDenials, type Cell, type Denials } from '../../support/denial-matrix';
import { valueOf, type World } from '../../support/integration';
import type { Attack, Attacked } from '../../support/integration-denials';
import { onGlobalSettings } from '../../support/payloads';
import { onDemoSite } from '../../support/subjects';
import { prepareTakeovers } from '../../support/takeovers';

type Key = keyof typeof globalSettings;

const WHOLE_SITE: Cell = { doesNotApply: 'the global page is for the groups of all spaces' };
const NO_GROUP: Cell = { doesNotApply: 'names no group' };
const BY_DESIGN: Cell = { doesNotApply: 'what a Confluence admin is there for' };

function denials(reason: string, more: Partial<Denials> = {}): Denials {
  return {
    anonymous: 'NOT_SIGNED_IN',
    member: reason,
    'admin of another space': reason,
    'admin of their personal space': reason,
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
  pauseChanges: CONFLUENCE_ADMINS,
  resumeChanges: CONFLUENCE_ADMINS,
  checkPrivilegedUser: CONFLUENCE_ADMINS,
  deleteStoredCredentials: CONFLUENCE_ADMINS,
  confirmTokenRevoked: CONFLUENCE_ADMINS,
  readWaiting: CONFLUENCE_ADMINS,
  readFirstRun: CONFLUENCE_ADMINS,
  endFirstStep: CONFLUENCE_ADMINS,
  exportSite: CONFLUENCE_ADMINS,
  readRules: CONFLUENCE_ADMINS,
  findSpaces: CONFLUENCE_ADMINS,
  saveRules: CONFLUENCE_ADMINS,
  listGroupRecords: CONFLUENCE_ADMINS,
  findGroupRecords: CONFLUENCE_ADMINS,
  listGroupMembers: denials('NOT_CONFLUENCE_ADMIN', {
    'group of another space': WHOLE_SITE,
    'protected group': { doesNotApply: 'Confluence itself shows its members to who looks' },
  }),
  findGroups: CONFLUENCE_ADMINS,
  resolveTakeover: CONFLUENCE_ADMINS,
  listTakeovers: CONFLUENCE_ADMINS,
  planTakeover: CONFLUENCE_ADMINS,
  applyTakeover: SITE_ADMINS,
  // Nothing is proved but who calls: it tells its author alone how far it has come.
  watchTakeover: denials('NOT_FOUND', { 'Confluence admin': 'NOT_FOUND' }),
  readTakeoverLines: CONFLUENCE_ADMINS,
  cancelTakeover: CONFLUENCE_ADMINS,
  resumeTakeover: SITE_ADMINS,
  planTakeoverUndo: CONFLUENCE_ADMINS,
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

testDenials({
  page: 'global-settings',
  table: globalSettings,
  denials: ROWS,
  attacks: {
    anonymous: by(undefined),
    member: by('member'),
    'admin of another space': by('other-admin'),
    'admin of their personal space': by('member', (world) => world.inSpace(`~${world.id('member')}`)),
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
  },
  entitled: by('site-admin'),
  prepare: async (world, key) => {
    if (key.endsWith('Nomination')) await nominateColleague(world);
    if (key.includes('Takeover')) await prepareTakeovers(world);
  },
});

function by(handle: string | undefined, context: (world: Attacked) => Record<string, unknown> = () => ({})) {
  return (world: Attacked, key: Key): Attack => ({
    handle,
    payload: payloadOf(world, key, handle ?? 'member'),
    context: context(world),
  });
}

/** What would do something, sent by somebody who may. */
function payloadOf(world: Attacked, key: Key, handle: string): Record<string, unknown> {
  return onGlobalSettings[key]({ ...onDemoSite(world, world.demoGroup), candidate: world.id(handle) });
}

/** Asks site-admin to be the privileged user, as a colleague without site administration can. */
async function nominateColleague(world: World) {
  world.model.addMember(world.groupId('confluence-admins'), world.id('person-01'));
  const payload = { accountId: world.id('site-admin'), version: 1 };
  const { outcome } = valueOf(await world.asGlobal('person-01', 'savePrivilegedUser', payload));
  expect(outcome).toBe('waiting');
}
