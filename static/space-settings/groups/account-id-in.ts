// Accounts that no picker lists, named by what people can copy.
// https://support.atlassian.com/user-management/docs/find-user-account-ids/

const ACCOUNT_ID = /^[0-9A-Za-z:_-]{8,128}$/;
/** Words before an account's id in an address. */
const BEFORE_ID = ['people', 'users', 'user', 'profile'];

/** Reads the accountId in a pasted text: the id itself, or the address of a profile. Undefined: there isn't one. */
export function accountIdIn(pasted: string): string | undefined {
  const text = pasted.trim();
  if (ACCOUNT_ID.test(text)) return text;
  const parts = pathOf(text)?.split('/') ?? [];
  const id = parts[parts.findIndex((part) => BEFORE_ID.includes(part)) + 1] ?? '';
  return parts.some((part) => BEFORE_ID.includes(part)) && ACCOUNT_ID.test(id) ? id : undefined;
}

function pathOf(text: string): string | undefined {
  try {
    const { protocol, pathname } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? decodeURIComponent(pathname) : undefined;
  } catch {
    return undefined;
  }
}
