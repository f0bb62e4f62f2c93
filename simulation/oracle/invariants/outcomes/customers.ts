// What agents, scripts and rules were told of customers.
import type { Claim } from '../../claims';
import type { Call, Invocation } from '../../history';
import { subjectOf } from '../../privileged-write';

interface Result {
  account?: { outcome?: string; accountId?: string };
  project?: string;
}

const ACCOUNT: Readonly<Record<string, Claim['means']>> = {
  created: 'success',
  existed: 'nothing',
  notAllowed: 'nothing',
  emailRejected: 'nothing',
  failed: 'nothing',
  notTried: 'nothing',
};

const PROJECT: Readonly<Record<string, Claim['means']>> = {
  added: 'success',
  notWanted: 'nothing',
  refused: 'nothing',
  failed: 'nothing',
  notTried: 'nothing',
};

/** Returns what an answer says of the people whom its function was to create or to add. */
export function claimsOfCustomers({ id, functionKey, payload, end }: Invocation, calls: readonly Call[]): Claim[] {
  if (functionKey !== 'createCustomers' || end?.how !== 'answered') return [];
  const emails = ((payload ?? {}) as { people?: { email?: string }[] }).people?.map(({ email = '' }) => email) ?? [];
  const { ok, value } = (end.value ?? {}) as { ok?: boolean; value?: { people?: Result[] } };
  if (ok !== true || new Set(emails).size < emails.length) return [];
  return (value?.people ?? []).flatMap(({ account, project }, index) => {
    const said = `${functionKey} (${id}) said of person ${index}`;
    const created = calls.filter((call) => call.operationId === 'createCustomer' && isFor(call, emails[index] ?? ''));
    const added = calls.filter(
      (call) => call.operationId === 'addCustomers' && subjectOf(call).accountId === account?.accountId,
    );
    return [
      ...claim(`${said}: ${String(account?.outcome)}`, created, ACCOUNT[account?.outcome ?? '']),
      ...claim(`${said}: project ${String(project)}`, added, PROJECT[project ?? '']),
    ];
  });
}

function claim(said: string, calls: readonly Call[], means: Claim['means'] | undefined): Claim[] {
  return means === undefined ? [] : [{ said, calls, means }];
}

function isFor(call: Call, email: string): boolean {
  return subjectOf(call).email?.toLowerCase() === email.trim().toLowerCase();
}
