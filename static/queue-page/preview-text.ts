import type { CustomerPreview } from '../../src/shared/customers/results';
import { CUSTOMER_REASONS } from '../../src/shared/words/customer-reasons';
import { say } from '../../src/shared/words/format';
import { PREVIEWED } from '../../src/shared/words/queue-page';
import { accountTail } from './account-tail';
import { codeText } from './code-text';

/** Names what the button does with a person: creates an account, adds an existing one, or nothing. */
export type Fate = 'new' | 'added' | 'left';

export interface PreviewWords {
  label: string;
  appearance: 'success' | 'new' | 'removed' | 'moved';
  /** Absent: the label says it all. */
  text?: string;
  fate: Fate;
}

/** Holds the check of a person, and whether the agent confirmed an account that only has the address as its name. */
export type CheckedPreview =
  | Exclude<CustomerPreview, { outcome: 'namedByAddress' }>
  | (Extract<CustomerPreview, { outcome: 'namedByAddress' }> & { confirmed?: boolean });

type Preview<Outcome> = Extract<CheckedPreview, { outcome: Outcome }>;

const WORDS: { [Outcome in CheckedPreview['outcome']]: (preview: Preview<Outcome>) => PreviewWords } = {
  willBeCreated: () => ({
    label: PREVIEWED.willBeCreated,
    appearance: 'new',
    fate: 'new',
  }),
  exists: ({ kind }) => ({
    label: PREVIEWED.exists,
    appearance: 'success',
    text: kind === 'customer' ? PREVIEWED.existsAsCustomer : PREVIEWED.existsInAtlassian,
    fate: 'added',
  }),
  namedByAddress: ({ accountId, confirmed }) => ({
    label: confirmed === true ? PREVIEWED.confirmed : PREVIEWED.confirm,
    appearance: 'moved',
    text: say(PREVIEWED.namedByAddress, { tail: accountTail(accountId) }),
    fate: confirmed === true ? 'added' : 'left',
  }),
  notAllowed: ({ rule: reason }) => {
    const { why, help } = CUSTOMER_REASONS[reason];
    return { label: PREVIEWED.notAllowed, appearance: 'removed', text: `${why} ${help}`, fate: 'left' };
  },
  unclear: ({ code }) => ({
    label: PREVIEWED.unclear,
    appearance: 'moved',
    text: say(PREVIEWED.unclearText, { why: codeText(code) }),
    fate: 'left',
  }),
};

/** Says what would happen to one person. */
export function previewWords(preview: CheckedPreview): PreviewWords {
  const words = WORDS[preview.outcome] as (one: CheckedPreview) => PreviewWords;
  return words(preview);
}

/** Says what would happen to one person, in one word for counting. */
export function fateOf(preview: CheckedPreview): Fate {
  return previewWords(preview).fate;
}
