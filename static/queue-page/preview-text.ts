import type { CustomerPreview } from '../../src/shared/customers/results';
import { customerRuleText } from '../feedback/customer-rule-text';
import { accountTail } from './account-tail';
import { codeText } from './code-text';

/** What pressing the button does with somebody: a new account, an existing one that is added, or nothing. */
export type Fate = 'new' | 'added' | 'left';

export interface PreviewWords {
  label: string;
  appearance: 'success' | 'new' | 'removed' | 'moved';
  /** Absent: the label says it all. */
  text?: string;
  fate: Fate;
}

/** What a check said of somebody, and whether the agent has confirmed an account that only bears the address as its name. */
export type CheckedPreview =
  | Exclude<CustomerPreview, { outcome: 'namedByAddress' }>
  | (Extract<CustomerPreview, { outcome: 'namedByAddress' }> & { confirmed?: boolean });

type Preview<Outcome> = Extract<CheckedPreview, { outcome: Outcome }>;

const WORDS: { [Outcome in CheckedPreview['outcome']]: (preview: Preview<Outcome>) => PreviewWords } = {
  willBeCreated: () => ({
    label: 'Will be created',
    appearance: 'new',
    fate: 'new',
  }),
  exists: ({ kind }) => ({
    label: 'Exists',
    appearance: 'success',
    text:
      kind === 'customer'
        ? 'There’s a portal customer with this address already.'
        : 'This person has an Atlassian account, which is used as it is.',
    fate: 'added',
  }),
  namedByAddress: ({ accountId, confirmed }) => ({
    label: confirmed === true ? 'Confirmed' : 'Confirm',
    appearance: 'moved',
    text: `Jira hides this account’s email (account …${accountTail(accountId)}). Its name is the address, and anybody can choose a name.`,
    fate: confirmed === true ? 'added' : 'left',
  }),
  notAllowed: ({ rule }) => {
    const { why, help } = customerRuleText(rule);
    return { label: 'Not allowed', appearance: 'removed', text: `${why} ${help}`, fate: 'left' };
  },
  unclear: ({ code }) => ({
    label: 'Not clear',
    appearance: 'moved',
    text: `Couldn’t be checked. ${codeText(code)}`,
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
