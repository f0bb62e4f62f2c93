import type { ChangeView } from '../../../src/shared/groups/changes';
import { PLAN } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import type { Agreed } from './use-change';

/** Holds what somebody entered below a plan. */
export interface Answers {
  typed: string;
  confirmSelf: boolean;
}

/** Says what is wrong with it. */
export interface AnswerProblems {
  number?: string | undefined;
  self?: string | undefined;
}

export const NO_ANSWERS: Answers = { typed: '', confirmSelf: false };

type Asking = Pick<ChangeView, 'needsTypedNumber' | 'removesAuthor'>;

/** Returns what somebody agrees to before a plan is carried out, or what is missing. */
export function agreedIn(
  { needsTypedNumber: needed, removesAuthor }: Asking,
  { typed, confirmSelf }: Answers,
): { agreed: Agreed } | { problems: AnswerProblems } {
  const isWrong = needed !== undefined && typed.trim() !== String(needed);
  const isMissing = removesAuthor === true && !confirmSelf;
  if (isWrong || isMissing) {
    return {
      problems: {
        ...(isWrong && { number: say(PLAN.numberWrong, { n: needed }) }),
        ...(isMissing && { self: SPACE_PAGE.loseItMissing }),
      },
    };
  }
  return {
    agreed: { ...(needed !== undefined && { typedNumber: needed }), ...(removesAuthor === true && { confirmSelf }) },
  };
}

/** Tells whether a plan asks for something before it's carried out. */
export function asksFirst({ needsTypedNumber, removesAuthor }: Asking): boolean {
  return needsTypedNumber !== undefined || removesAuthor === true;
}
