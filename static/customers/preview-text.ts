import type { CustomerPreview } from '../../src/shared/customer-results';
import { customerRuleText } from '../components/customer-rule-text';
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

type Preview<Outcome> = Extract<CustomerPreview, { outcome: Outcome }>;

const WORDS: { [Outcome in CustomerPreview['outcome']]: (preview: Preview<Outcome>) => PreviewWords } = {
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
  namedByAddress: ({ accountId }) => ({
    label: 'Confirm',
    appearance: 'moved',
    text: `Jira hides this account’s email (account …${accountTail(accountId)}). Its name is the address, and anybody can choose a name.`,
    fate: 'left',
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
export function previewWords(preview: CustomerPreview): PreviewWords {
  const words = WORDS[preview.outcome] as (one: CustomerPreview) => PreviewWords;
  return words(preview);
}

/** Says what would happen to one person, in one word for counting. */
export function fateOf(preview: CustomerPreview): Fate {
  return previewWords(preview).fate;
}
