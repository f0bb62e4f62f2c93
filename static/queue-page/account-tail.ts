/** Characters at the end of an account's id that tell two of them apart. */
const SHOWN = 6;

/** Returns the end of an account's id, which people can compare. */
export function accountTail(accountId: string): string {
  return accountId.slice(-SHOWN);
}
