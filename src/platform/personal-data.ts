// Stored accounts that were closed: Atlassian asks every app to find them weekly and erase them.
// https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
import { privacy } from '@forge/api';

import { AppError } from '../broker/errors';
import type { PersonalData } from '../broker/ports';

/** Reports stored accounts. An answer of `updated` doesn't matter: only ids are stored, and they don't change. */
export function createPersonalData(): PersonalData {
  return {
    closedAmong: async (accountIds, storedAt) => {
      try {
        const answers = await privacy.reportPersonalData(
          accountIds.map((accountId) => ({ accountId, updatedAt: storedAt })),
        );
        const closed = new Set(answers.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId));
        return new Set(accountIds.filter((accountId) => closed.has(accountId)));
      } catch (thrown) {
        throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }, thrown);
      }
    },
  };
}
