// What administrators set up first, so that there is something to do: most worlds begin with it.
import type { World } from '../world/world';
import { seenIn } from './seen';

const RULES = {
  pattern: { prefix: 'SPACEKEY-', suffix: '' },
  blockList: [],
  personalSpaces: true,
  where: { spaces: 'all' },
  mostGroups: 50,
  longestList: 200,
  supportReaders: [],
  provingOperation: 'administer',
};

const POLICY = {
  enabled: true,
  creators: { kind: 'agents' },
  allowedDomains: [],
  deniedDomains: [],
  organizations: { kind: 'ofProject' },
  dailyPerAgent: 50,
  addToProject: true,
  existingAccounts: true,
  rules: true,
  dailyByRules: 20,
};

/** Lists the calls of a set-up, in their order. Each is built when it is its turn. */
export function setUp(world: World): readonly (() => Promise<unknown>)[] {
  const { sandbox, model } = world;
  const seen = seenIn(world);
  const accountId = model.accountOf('site-admin').accountId;
  const projects = ['SUP', 'PRIV'].map((key) => model.project(key).id);
  const space = model.space('DEMO');
  const inSpace = { extension: { space: { id: space.id, key: space.key } } };

  function call(moduleKey: string, functionKey: string, payload: object) {
    return sandbox.invoke({ moduleKey, functionKey, payload, accountId, context: {} });
  }

  function inDemo(functionKey: string, payload: object) {
    const owner = model.accountOf('space-admin').accountId;
    const moduleKey = 'space-settings';
    return sandbox.invoke({ moduleKey, functionKey, payload, accountId: owner, context: inSpace });
  }

  return [
    () => call('global-settings', 'openGlobalSettings', {}),
    () => call('global-settings', 'saveRules', { rules: RULES, version: seen.versionOf('rules') }),
    () => call('global-settings', 'savePrivilegedUser', { accountId, version: seen.versionOf('privileged-user') }),
    ...projects.map(
      (projectId) => () => call('customer-settings', 'saveCustomerPolicy', { projectId, policy: POLICY, version: 0 }),
    ),
    () => call('customer-settings', 'openCustomerSettings', {}),
    () => inDemo('createGroup', { name: 'first' }),
    () => inDemo('createGroup', { name: 'second' }),
  ];
}
