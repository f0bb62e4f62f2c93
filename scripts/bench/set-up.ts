// What every bench site has: somebody who lends their rights, rules that allow long lists, and customers in SUP.
import type { Sandbox } from '../../sandbox/sandbox';
import { doorsOf } from '../stories/doors';
import { allowCustomers, choosePrivilegedUser } from '../stories/steps';

const RULES = { longestList: 2000, mostGroups: 1000 };

/** Sets the app up by its own doors. */
export async function setUp(sandbox: Sandbox): Promise<void> {
  const doors = doorsOf(sandbox, 'DEMO');
  await choosePrivilegedUser(doors);
  const { rules, version } = await doors.global('site-admin', 'readRules', {});
  await doors.global('site-admin', 'saveRules', { rules: { ...(rules as object), ...RULES }, version });
  await allowCustomers(doors, 'SUP');
}
