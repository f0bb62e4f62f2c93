import type { Ports } from '../../domain/ports';
import type { AccountId } from '../../shared/ids';
import type { SiteCheck } from '../../shared/site-checks';
import { tryBelief } from './try-belief';

/** What the app reads of the privileged user and of the groups that give administration. */
export const checkReading = async (ports: Ports, actAs: AccountId): Promise<SiteCheck[]> => {
  const { accountReader, directory, privilegedReader } = ports;
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
    tryBelief(ports, 'adminGroupsAsCaller', async () => {
      const { admin, siteAdmin } = await directory.accessSets();
      const seen = `admin ${String(admin.size)}, site-admin ${String(siteAdmin.size)}`;
      return { holds: admin.size > 0 && siteAdmin.size > 0, seen };
    }),
    tryBelief(ports, 'adminGroupsAsPrivilegedUser', async () => {
      const isIn = await privilegedReader.isInSiteAdminGroup(actAs);
      if (isIn === undefined) return { holds: false, seen: 'no site-admin group is shown' };
      return { holds: true, seen: isIn ? 'a member of one' : 'a member of none' };
    }),
  ]);
};
