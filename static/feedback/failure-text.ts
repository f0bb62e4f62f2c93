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

/** The codes, each with what a failure of it tells. */
type Failures = { [Code in Failure['code']]: Extract<Failure, { code: Code }> };

/** The product of the page, and what its sentences call things. */
type Named = (typeof PRODUCTS)[ProductName] & { product: ProductName };

const TEXTS: { readonly [Code in keyof Failures]: (failure: Failures[Code], named: Named) => FailureText } = {
  INVALID_INPUT: ({ code, fields }) =>
    stopped(
      FAILURES[code].title,
      say(FAILURES[code].text, { problems: fields.map(({ message }) => message).join(' ') }),
    ),
  FORBIDDEN: ({ code, reason, testGroup }) =>
    stopped(
      PAGE_REASONS.includes(reason) ? NARROWER.pageRefused : FAILURES[code].title,
      say(FAILURES[code].text, {
        ...REASONS[reason],
        changed: testGroup === undefined ? CHANGED.nothing : TEST_GROUP[testGroup],
      }),
      reason === 'NOT_NOMINATED',
    ),
  NOT_FOUND: ({ code, what, notChecked }) =>
    notChecked === true
      ? stopped(NARROWER.notChecked, NARROWER.notCheckedText, true)
      : stopped(FAILURES[code].title, say(FAILURES[code].text, { what: NOT_FOUND[what] }), true),
  CONFLICT: ({ code, what }) =>
    what === 'groupName'
      ? stopped(NARROWER.nameInUse, CONFLICT[what])
      : stopped(FAILURES[code].title, CONFLICT[what], true),
  PRIVILEGED_USER_UNAVAILABLE: ({ code, cause }, named) =>
    failed(say(FAILURES[code].title, named), say(FAILURES[code].text, { why: CAUSES[cause] })),
  CONSENT_MISSING: ({ code }, named) => stopped(FAILURES[code].title, say(FAILURES[code].text, named), true),
  RATE_LIMITED: ({ code, retryAfterSeconds: n, changed }) =>
    stopped(FAILURES[code].title, say(FAILURES[code].text, { changed: CHANGED[changed], wait: say(WAIT, { n }) })),
  ATLASSIAN_REFUSED: failedWithChange,
  UPSTREAM_UNAVAILABLE: failedWithChange,
  UPSTREAM_CONTRACT: failedWithChange,
  STORAGE_UNAVAILABLE: failedWithChange,
  INTERNAL: ({ code, correlationId: number, changed }, named) =>
    failed(FAILURES[code].title, say(FAILURES[code].text, { ...named, number, changed: CHANGED[changed] })),
  AUDIT_UNAVAILABLE: failedWithNothing,
  NO_ANSWER: failedWithNothing,
};

/** Puts a failure into words, on a page in one product. */
export function failureText(failure: Failure, product: ProductName = 'Confluence'): FailureText {
  return textOf(failure, { product, ...PRODUCTS[product] });
}

/** Puts a failure into one line of a list, without saying what was changed. */
export function failureLine(code: ErrorCode, product: ProductName = 'Confluence'): string {
  return say(FAILURES[code].line, { product, ...PRODUCTS[product] });
}

function textOf<Code extends keyof Failures>(failure: Failures[Code] & { code: Code }, named: Named): FailureText {
  return TEXTS[failure.code](failure, named);
}

type WithChange = Failures['ATLASSIAN_REFUSED' | 'UPSTREAM_UNAVAILABLE' | 'UPSTREAM_CONTRACT' | 'STORAGE_UNAVAILABLE'];

function failedWithChange({ code, changed }: WithChange, named: Named): FailureText {
  return failed(say(FAILURES[code].title, named), say(FAILURES[code].text, { ...named, changed: CHANGED[changed] }));
}

function failedWithNothing({ code }: Failures['AUDIT_UNAVAILABLE' | 'NO_ANSWER'], named: Named): FailureText {
  return failed(FAILURES[code].title, say(FAILURES[code].text, named));
}

function stopped(title: string, text: string, reload = false): FailureText {
  return { title, text, appearance: 'warning', reload };
}

function failed(title: string, text: string): FailureText {
  return { title, text, appearance: 'error', reload: false };
}
