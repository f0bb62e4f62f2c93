// Requests of the product's page to its own server.
import type { Person } from '../../contract/site';
import type { InvokeCall } from '../bridge/state';
import type { Directory, ProductUser } from '../ui-kit/node';

const known = new Map<string, Promise<ProductUser>>();

/** Finds people as the product shows them to the signed-in person. Requests each name once. */
export const directory: Directory = {
  search: async (query) => fetchJson<ProductUser[]>(peopleAt({ q: query })),
  get: async (id) => {
    const user = known.get(id) ?? fetchJson<ProductUser>(peopleAt({ id }));
    known.set(id, user);
    return user;
  },
};

/** Finds accounts that the switcher can sign in as. */
export async function findAccounts(query: string): Promise<Person[]> {
  return fetchJson<Person[]>(`/_bridge/accounts?${new URLSearchParams({ q: query }).toString()}`);
}

/** Calls the app's resolver; rejects with its failure's message. */
export async function invoke(
  call: InvokeCall & { moduleKey: string; context: Record<string, unknown> },
): Promise<unknown> {
  const answer = await fetchJson<{ ok: true; value: unknown } | { ok: false; message: string }>('/_bridge/invoke', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call),
  });
  if (answer.ok) return answer.value;
  throw new Error(answer.message);
}

async function fetchJson<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path} answered ${String(response.status)}.`);
  return (await response.json()) as Answer;
}

function peopleAt(parameters: Record<string, string>): string {
  return `/_bridge/people?${new URLSearchParams(parameters).toString()}`;
}
