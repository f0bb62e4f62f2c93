// What admins and Atlassian decide about the app meanwhile: whether it is shared, which scopes it has, who consents, how much it may call.
import { happens, oneOf, type Choices } from '../choices';
import type { World } from '../world/world';

/** Changes a decision, and says what it is now. */
type Decision = (world: World, choices: Choices) => Record<string, unknown>;

const SCOPES = ['write:group:confluence', 'read:group:confluence', 'read:user:confluence', 'read:space:confluence'];
const CONSENTING = ['site-admin', 'space-admin', 'agent'];

/** Requests that store something. */
const STORING = ['entity/set', 'set', 'secret/set', 'transaction', 'batch/set'].map((target) => `/api/v1/${target}`);

/** Refuses what would store something, as Forge refuses any request that exceeds a limit, until there is room again. */
const FULL = { status: 429, code: 'RATE_LIMIT_EXCEEDED', times: Number.MAX_SAFE_INTEGER };

export const DECISIONS: Readonly<Record<string, Decision>> = {
  share: ({ sandbox }, choices) => {
    const shared = happens(choices, 600);
    sandbox.forge.setShared(shared);
    return { shared };
  },
  approveScopes: ({ sandbox }, choices) => {
    const scope = oneOf(choices, SCOPES) ?? '';
    const unapproved = happens(choices, 500) ? [scope] : [];
    sandbox.forge.setUnapproved(unapproved);
    return { unapproved };
  },
  consent: ({ sandbox, model }, choices) => {
    const { accountId } = model.accountOf(oneOf(choices, CONSENTING) ?? 'site-admin');
    const given = happens(choices, 600);
    sandbox.forge.setConsent(accountId, given);
    return { accountId, given };
  },
  limit: ({ sandbox }, choices) => {
    const pointsPerHour = oneOf(choices, [60, 300, 2000]) ?? 300;
    const quota = happens(choices, 500) ? {} : { pointsPerHour, callsPerSecond: 20 };
    sandbox.site.setQuota(quota);
    return quota;
  },
  listAccess: ({ model }, choices) => {
    const lists = oneOf(choices, ['complete', 'complete', 'shortened', 'empty', 'refused'] as const) ?? 'complete';
    model.setAccessLists(lists);
    return { lists };
  },
  storage: ({ sandbox }, choices) => {
    const isFull = happens(choices, 500);
    sandbox.forge.kvs.clearFaults();
    if (isFull) for (const target of STORING) sandbox.forge.kvs.fail({ target, ...FULL });
    return { isFull };
  },
};

/** Takes back whatever was decided: the app has all that it was installed with. */
export function decideForTheApp({ sandbox, model }: World): void {
  sandbox.forge.setShared(true);
  sandbox.forge.setUnapproved([]);
  sandbox.site.setQuota({});
  sandbox.forge.kvs.clearFaults();
  model.setAccessLists('complete');
  for (const handle of CONSENTING) sandbox.forge.setConsent(model.accountOf(handle).accountId, true);
}
