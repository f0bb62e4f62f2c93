import type { Invocation } from '../history';
import type { Invariant, Violation } from '../invariant';

/** Errors of the code itself, thrown where the app's code is: a lost connection is a TypeError, too. */
const BROKE = /"causeName":"(?:TypeError|RangeError|ReferenceError|SyntaxError)".*"stack":"at [^|]*\/src\//;

/** Every function ends with an answer of its kind, whose failures are of the closed list; nothing breaks. */
export const answersAreTyped: Invariant = {
  name: 'every answer is typed, and nothing breaks',
  when: 'eachStep',
  check: (_history, { ended, logs }) => [
    ...ended.flatMap((invocation): Violation[] => {
      const what = wrongIn(invocation);
      return what === undefined ? [] : [{ what: `${invocation.functionKey} ${what}`, invocations: [invocation.id] }];
    }),
    ...logs.filter(({ text }) => BROKE.test(text)).map(({ text }) => ({ what: `the log says ${text}` })),
  ],
};

const CODES = new Set([
  'INVALID_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'PRIVILEGED_USER_UNAVAILABLE',
  'CONSENT_MISSING',
  'ATLASSIAN_REFUSED',
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_CONTRACT',
  'AUDIT_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
]);

const PAGES = new Set(['global-settings', 'space-settings', 'customer-settings', 'customers']);
const ROUTES = new Set(['create-customer-route', 'find-customer-route']);

function wrongIn({ moduleKey, end }: Invocation): string | undefined {
  if (end?.how === 'failed') return CODES.has(end.message) ? undefined : `failed: ${end.code} ${end.message}`;
  if (end?.how !== 'answered') return undefined;
  if (PAGES.has(moduleKey)) return wrongInResult(end.value);
  if (ROUTES.has(moduleKey)) return wrongInResponse(end.value);
  return undefined;
}

function wrongInResult(value: unknown): string | undefined {
  const { ok, error } = (value ?? {}) as { ok?: unknown; error?: { code?: string } };
  if (ok === true) return 'value' in (value as object) ? undefined : 'answered without a value';
  const isTyped = ok === false && CODES.has(error?.code ?? '');
  return isTyped ? undefined : `answered ${JSON.stringify([value]).slice(0, 200)}`;
}

/** A failure is a problem with a code, and only one that passes has a status of 500 or more. */
function wrongInResponse(value: unknown): string | undefined {
  const { statusCode = 0, body = '' } = (value ?? {}) as { statusCode?: number; body?: string };
  if (statusCode >= 200 && statusCode < 300) return undefined;
  const { code } = JSON.parse(body === '' ? '{}' : body) as { code?: string };
  const isTyped = statusCode >= 400 && statusCode !== 500 && typeof code === 'string' && code !== 'INTERNAL';
  return isTyped ? undefined : `answered ${statusCode} ${body.slice(0, 200)}`;
}
