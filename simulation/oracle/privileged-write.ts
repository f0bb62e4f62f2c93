// Writes that the app makes by a right that its caller doesn't have.
import type { Call } from './history';

/** Lists reads that are sent as POST. */
const READS = new Set(['createBulkUserLookup']);

/** Tells whether a call changes the site as somebody impersonated. */
export function isPrivilegedWrite({ kind, as, method, operationId }: Call): boolean {
  return kind === 'rest' && as.kind === 'impersonated' && method !== 'GET' && !READS.has(operationId);
}

/** Names the group and the account that a write is about, as far as the call itself does. */
export function subjectOf({ path, body }: Call): { groupId?: string; accountId?: string } {
  const query = new URL(path, 'https://site.invalid').searchParams;
  const groupId = query.get('groupId') ?? query.get('id');
  const accountId = query.get('accountId') ?? accountIn(body);
  return { ...(groupId !== null && { groupId }), ...(accountId !== undefined && { accountId }) };
}

function accountIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { accountId, accountIds } = body as { accountId?: unknown; accountIds?: unknown };
  const [first] = Array.isArray(accountIds) ? (accountIds as unknown[]) : [accountId];
  return typeof first === 'string' ? first : undefined;
}
