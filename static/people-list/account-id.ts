import { unquoted } from './quotes';
import { withoutHidden } from './visible';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Matches the forms that accountIds have, and that no name has. */
const KNOWN_FORM = new RegExp(String.raw`^(?:\d+:(?:${UUID}|[0-9a-f]{8,64})|[0-9a-f]{24})$`, 'i');
/** Matches what the back end takes for an accountId. */
const ANY_FORM = /^[0-9A-Za-z:_-]{8,128}$/;

/** Reads an accountId among names and addresses, such as `712020:<uuid>` or 24 hex digits. Undefined: it isn't clearly one. */
export function accountIdOf(text: string): string | undefined {
  return idOf(text, KNOWN_FORM);
}

/** Reads an accountId that the list says is one. Undefined: it can't be. */
export function statedAccountIdOf(text: string): string | undefined {
  return idOf(text, ANY_FORM);
}

function idOf(text: string, form: RegExp): string | undefined {
  const id = withoutHidden(unquoted(text));
  return form.test(id) ? id : undefined;
}
