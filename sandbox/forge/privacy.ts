// The report of personal data: it tells an app which of its stored accounts were closed.
// https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ and
// https://www.npmjs.com/package/@forge/api (out/privacy/index.js)
import { z } from 'zod';

import { approvedScopes } from './installation';
import type { Installation } from './installation';
import { jsonBodyOf } from './json';
import { PRIVACY_LIMITS } from './limits';

export const REPORT_ACCOUNTS = '/app/report-accounts';

const SCOPE = 'report:personal-data';
const report = z.object({
  accounts: z
    .array(z.object({ accountId: z.string().min(1), updatedAt: z.iso.datetime({ offset: true }) }))
    .min(1)
    .max(PRIVACY_LIMITS.accountsPerReport),
});

/** Answers a report: 204 if there is nothing to do. Nobody's details change on this site, so `updated` is never answered. */
export function reportAccounts(installation: Installation, init: RequestInit): Response {
  if (!approvedScopes(installation).includes(SCOPE)) return refuse(403, `The app has not the scope ${SCOPE}`);
  const parsed = report.safeParse(jsonBodyOf(init));
  if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
  const closed = parsed.data.accounts.filter(({ accountId }) => installation.site.account(accountId)?.closed === true);
  if (closed.length === 0) return new Response(null, { status: 204 });
  return Response.json({ accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) });
}

function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
