import type { SiteCheck } from '../../shared/groups/site-checks';
import type { AccountId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { tryAssumption } from './try-assumption';

/** Checks the readings of the privileged user and of the groups that give administration. */
export async function checkReading(ports: GroupPorts, actAs: AccountId): Promise<SiteCheck[]> {
  const { accountReader, privilegedReader } = ports;
  return Promise.all([
    tryAssumption(ports, 'impersonation', async () => {
      const result = await privilegedReader.impersonate(actAs);
      if (result.works === undefined) return { why: 'unavailable', answer: 'no clear answer' };
      if (result.works) return { holds: true, answer: 'the same account' };
      const { cause: answer, byForge } = result;
      if (answer === 'notApproved') return { why: 'notApproved', answer };
      // Forge didn't act, so the account isn't known.
      return byForge === true || answer !== 'noAppAccess' ? { why: 'notActing', answer } : { holds: false, answer };
    }),
    tryAssumption(ports, 'accountStatus', async () => {
      const account = await accountReader.account(actAs);
      if (account === undefined) return { holds: false, answer: 'unknown account' };
      const { accountType, status } = account;
      return { holds: accountType === 'atlassian' && status === 'active', answer: `${accountType}, ${status}` };
    }),
    tryAssumption(ports, 'adminGroupsAsPrivilegedUser', async () => {
      const shown = await privilegedReader.showsAccess(actAs);
      return { holds: shown, answer: shown ? 'all lists are shown' : 'a list names no group' };
    }),
  ]);
}
