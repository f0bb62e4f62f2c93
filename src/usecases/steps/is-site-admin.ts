import type { Directory } from '../../domain/ports';
import type { AccountId } from '../../shared/ids';

/** Whether an account is in a group that gives site-admin rights: read as the caller, and a sign rather than a proof. */
export const isSiteAdmin = async (directory: Directory, accountId: AccountId): Promise<boolean> =>
  directory.isInSiteAdminGroup(accountId);
