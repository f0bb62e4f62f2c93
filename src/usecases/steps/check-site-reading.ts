import type { Ports } from '../../domain/ports';
import { GroupId, type AccountId } from '../../shared/ids';
import type { SiteCheck } from '../../shared/site-checks';
import { tryBelief } from './try-belief';

/** Whatever it is: asking for one group reads the lists of all that give access. */
const ANY_GROUP = GroupId.parse('site-check');

/** What the app reads of the privileged user and of the groups that give administration. */
export const checkReading = async (ports: Ports, actAs: AccountId): Promise<SiteCheck[]> => {
  const { accountReader, privilegedReader } = ports;
  return Promise.all([
    tryBelief(ports, 'impersonation', async () => {
      const result = await privilegedReader.impersonate(actAs);
      if (result.works === undefined) return { holds: false, seen: 'no clear answer' };
      return result.works ? { holds: true, seen: 'the same account' } : { holds: false, seen: result.cause };
    }),
    tryBelief(ports, 'accountStatus', async () => {
      const account = await accountReader.account(actAs);
      if (account === undefined) return { holds: false, seen: 'unknown account' };
      const { accountType, status } = account;
      return { holds: accountType === 'atlassian' && status === 'active', seen: `${accountType}, ${status}` };
    }),
    tryBelief(ports, 'adminGroupsAsPrivilegedUser', async () => {
      const access = await privilegedReader.accessOf(actAs, [ANY_GROUP]);
      return access.get(ANY_GROUP) === 'unknown'
        ? { holds: false, seen: 'a list is not shown, or names no group' }
        : { holds: true, seen: 'all lists are shown' };
    }),
  ]);
};
