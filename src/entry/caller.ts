import { AccountId, SpaceId } from '../shared/ids';

/** What the platform says of one call. Only `accountId` and `installation` are facts; the space is what the page claims. */
export interface Call {
  functionKey: string;
  payload: unknown;
  /** Absent: nobody is signed in, or not somebody whom the platform vouches for. */
  accountId: AccountId | undefined;
  /** Which installation of the app is called. */
  installation: string;
  spaceClaim: SpaceId | undefined;
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

/**
 * Reads a resolver's arguments. The account comes from the second one alone, which the client can't reach.
 *
 * https://developer.atlassian.com/platform/forge/function-reference/arguments/
 */
export const readCall = (body: unknown, platform: unknown): Call => {
  const call = at(body, 'call');
  const functionKey = at(call, 'functionKey');
  const accountId = AccountId.safeParse(at(at(platform, 'principal'), 'accountId'));
  const installContext = at(platform, 'installContext');
  const spaceId = at(at(at(at(body, 'context'), 'extension'), 'space'), 'id');
  return {
    functionKey: typeof functionKey === 'string' ? functionKey : '',
    payload: at(call, 'payload') ?? {},
    // An anonymous visitor is the word 'unidentified', not an absent account.
    accountId: accountId.success && accountId.data !== 'unidentified' ? accountId.data : undefined,
    installation: typeof installContext === 'string' ? installContext : '',
    // A client may send anything here, also what can't be turned into text.
    spaceClaim: SpaceId.safeParse(typeof spaceId === 'number' ? String(spaceId) : spaceId).data,
  };
};
