// Lets published clients, which call the global `fetch`, reach the sandbox's site without a socket: on its clock, and within its limits.
import { createQuota } from '../../../sandbox/site/core/quota';
import type { BenchSite } from '../open-site';

export const HOST = 'https://acme.example';

/** The limits of the site for apps, which it doesn't hold clients of people to. */
export interface Limits {
  callsPerSecond?: number;
}

/** Acts while `fetch` is the site's front door. Rejects as what it does. */
export async function throughSite<Value>(
  { sandbox, now }: BenchSite,
  limits: Limits,
  act: () => Promise<Value>,
): Promise<Value> {
  const outside = globalThis.fetch;
  const quota = createQuota({ now }, limits, 'confluence');
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const operation = `${request.method} ${new URL(request.url).pathname}`;
    return quota.refusal({ kind: 'app', scopes: [] }, operation) ?? sandbox.fetch(request);
  };
  try {
    return await act();
  } finally {
    globalThis.fetch = outside;
  }
}
