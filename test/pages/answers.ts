// What every page's tests need: people, and answers of either kind.
import { AccountId } from '../../src/shared/ids';
import type { ApiError, Result } from '../../src/shared/result';

export const people = [
  { id: 'me', name: 'Mia Me' },
  { id: 'ada', name: 'Ada Author' },
  { id: 'ben', name: 'Ben Builder' },
  { id: 'cleo', name: 'Cleo Coder' },
  { id: 'sam', name: 'Sam Siteadmin' },
];

export function account(text: string): AccountId {
  return AccountId.parse(text);
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function no(error: ApiError): { ok: false; error: ApiError } {
  return { ok: false, error };
}
