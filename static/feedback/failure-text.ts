import type { ErrorCode, ForbiddenReason } from '../../src/shared/result';
import {
  CHANGED,
  CONFLICT,
  FAILURES,
  NARROWER,
  NOT_FOUND,
  PRODUCTS,
  TEST_GROUP,
  WAIT,
} from '../../src/shared/words/failures';
import { say } from '../../src/shared/words/format';
import { CAUSES } from '../../src/shared/words/privileged-user';
import { REASONS } from '../../src/shared/words/reasons';
import type { Failure } from '../api';
import type { ProductName } from './product';

/** The words of a failure: what happened, then why, what was changed, and what to do. */
export interface FailureText {
  title: string;
  text: string;
  appearance: 'error' | 'warning';
  /** Reading the page again is what helps. */
  reload: boolean;
}

/** Reasons that keep somebody from a whole page or tab. */
const PAGE_REASONS: readonly ForbiddenReason[] = [
  'NOT_SIGNED_IN',
  'NOT_SPACE_ADMIN',
  'NOT_CONFLUENCE_ADMIN',
  'NOT_SUPPORT_READER',
  'NOT_JIRA_ADMIN',
  'NOT_AGENT',
];

/** Puts a failure into words, on a page in one product. */
export function failureText(failure: Failure, product: ProductName = 'Confluence'): FailureText {
  const { code } = failure;
  const named = { product, ...PRODUCTS[product] };
  switch (code) {
    case 'INVALID_INPUT': {
      const problems = failure.fields.map(({ message }) => message).join(' ');
      return stopped(FAILURES[code].title, say(FAILURES[code].text, { problems }));
    }
    case 'FORBIDDEN': {
      const { reason, testGroup } = failure;
      const changed = testGroup === undefined ? CHANGED.nothing : TEST_GROUP[testGroup];
      return stopped(
        PAGE_REASONS.includes(reason) ? NARROWER.pageRefused : FAILURES[code].title,
        say(FAILURES[code].text, { ...REASONS[reason], changed }),
        reason === 'NOT_NOMINATED',
      );
    }
    case 'NOT_FOUND':
      return failure.notChecked === true
        ? stopped(NARROWER.notChecked, NARROWER.notCheckedText, true)
        : stopped(FAILURES[code].title, say(FAILURES[code].text, { what: NOT_FOUND[failure.what] }), true);
    case 'CONFLICT': {
      const isName = failure.what === 'groupName';
      return stopped(isName ? NARROWER.nameInUse : FAILURES[code].title, CONFLICT[failure.what], !isName);
    }
    case 'PRIVILEGED_USER_UNAVAILABLE':
      return failed(say(FAILURES[code].title, named), say(FAILURES[code].text, { why: CAUSES[failure.cause] }));
    case 'CONSENT_MISSING':
      return stopped(FAILURES[code].title, say(FAILURES[code].text, named), true);
    case 'RATE_LIMITED': {
      const wait = say(WAIT, { n: failure.retryAfterSeconds });
      return stopped(FAILURES[code].title, say(FAILURES[code].text, { changed: CHANGED[failure.changed], wait }));
    }
    case 'ATLASSIAN_REFUSED':
    case 'UPSTREAM_UNAVAILABLE':
    case 'UPSTREAM_CONTRACT':
    case 'STORAGE_UNAVAILABLE': {
      const changed = CHANGED[failure.changed];
      return failed(say(FAILURES[code].title, named), say(FAILURES[code].text, { ...named, changed }));
    }
    case 'INTERNAL': {
      const { correlationId: number, changed } = failure;
      return failed(FAILURES[code].title, say(FAILURES[code].text, { ...named, number, changed: CHANGED[changed] }));
    }
    case 'AUDIT_UNAVAILABLE':
    case 'NO_ANSWER':
      return failed(FAILURES[code].title, say(FAILURES[code].text, named));
  }
}

/** Puts a failure into one line of a list, without saying what was changed. */
export function failureLine(code: ErrorCode, product: ProductName = 'Confluence'): string {
  return say(FAILURES[code].line, { product, ...PRODUCTS[product] });
}

function stopped(title: string, text: string, reload = false): FailureText {
  return { title, text, appearance: 'warning', reload };
}

function failed(title: string, text: string): FailureText {
  return { title, text, appearance: 'error', reload: false };
}
