/** How much of an account's id tells two of them apart. */
const SHOWN = 6;

/** The end of an account's id, which people can compare. */
export function accountTail(accountId: string): string {
  return accountId.slice(-SHOWN);
}
