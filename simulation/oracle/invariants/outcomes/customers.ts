// What agents, scripts and rules were told of customers.
import type { Claim } from '../../claims';
import type { Call, Invocation } from '../../history';
import { subjectOf } from '../../privileged-write';

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

/** One person of a request, and what was told of them. */
interface Told {
  email: string;
  account?: { outcome?: string; accountId?: string };
  project?: string;
}

/** Returns what an answer says of the people whom its function was to create or to add. */
export function claimsOfCustomers(invocation: Invocation, calls: readonly Call[]): Claim[] {
  const people = toldBy(invocation);
  // Of two with one address, nobody can tell which call was for whom.
  if (new Set(people.map(({ email }) => email)).size < people.length) return [];
  return people.flatMap(({ email, account, project }) => {
    const said = `${invocation.functionKey} (${invocation.id}) said`;
    const created = calls.filter(({ operationId, body }) => operationId === 'createCustomer' && isFor(body, email));
    const added = calls.filter((call) => call.operationId === 'addCustomers' && mayConcern(call, account?.accountId));
    const means = PROJECT[project ?? ''];
    // Of an account that isn't named, a call of somebody else in the same request can't be told from its own.
    const isTold = account?.accountId !== undefined || means === 'success';
    return [
      ...claim(`${said} ${String(account?.outcome)} of a customer`, created, ACCOUNT[account?.outcome ?? '']),
      ...claim(`${said} ${String(project)} of a customer's project`, added, isTold ? means : undefined),
    ];
  });
}

function toldBy({ functionKey, payload, end }: Invocation): Told[] {
  const sent = (payload ?? {}) as Sent;
  if (end?.how !== 'answered') return [];
  switch (functionKey) {
    case 'createCustomers': {
      const { value } = (end.value ?? {}) as { value?: { people?: Omit<Told, 'email'>[] } };
      return (value?.people ?? []).map((one, index) => ({ ...one, email: addressIn(sent.people?.[index]) }));
    }
    case 'post-customer': {
      // A request with a key may be answered as the one before.
      if (sent.headers?.['idempotency-key'] !== undefined) return [];
      const answer = parsed((end.value as { body?: string } | undefined)?.body);
      return [{ ...answer, ...(answer['result'] as object | undefined), email: addressIn(parsed(sent.body)) }];
    }
    case 'customer-action': {
      const { outcome, accountId, project } = (end.value ?? {}) as {
        outcome?: string;
        accountId?: string;
        project?: string;
      };
      const told = {
        account: { ...(outcome && { outcome }), ...(accountId && { accountId }) },
        ...(project && { project }),
      };
      return outcome === undefined ? [] : [{ ...told, email: addressIn(sent) }];
    }
    default:
      return [];
  }
}

interface Sent {
  people?: { email?: string }[];
  headers?: Readonly<Record<string, unknown>>;
  body?: string;
  email?: string;
}

function addressIn(of: { email?: unknown } | undefined): string {
  return typeof of?.email === 'string' ? of.email.trim().toLowerCase() : '';
}

function parsed(body: string | undefined): Record<string, unknown> {
  return body === undefined || body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
}

function claim(said: string, calls: readonly Call[], means: Claim['means'] | undefined): Claim[] {
  return means === undefined ? [] : [{ said, calls, means }];
}

function mayConcern(call: Call, accountId: string | undefined): boolean {
  return accountId === undefined || subjectOf(call).accountId === accountId;
}

function isFor(body: unknown, email: string): boolean {
  return addressIn(body as { email?: unknown } | undefined) === email;
}
