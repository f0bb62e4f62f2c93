import type { CustomerPreview } from '../../src/shared/customer-results';
import { customerRuleText } from '../components/customer-rule-text';
import { codeText } from './code-text';

interface Words {
  label: string;
  appearance: 'success' | 'new' | 'removed' | 'moved';
  text: string;
}

/** What would happen to one person. */
export const previewWords = (preview: CustomerPreview): Words => {
  switch (preview.outcome) {
    case 'exists':
      return {
        label: 'Exists',
        appearance: 'success',
        text:
          preview.kind === 'customer'
            ? 'There is a portal customer with this address already.'
            : 'This person has an Atlassian account, which is used as it is.',
      };
    case 'willBeCreated':
      return { label: 'Will be created', appearance: 'new', text: 'There is no account with this address yet.' };
    case 'notAllowed': {
      const { why, help } = customerRuleText(preview.rule);
      return { label: 'Not allowed', appearance: 'removed', text: `${why} ${help}` };
    }
    case 'unclear':
      return { label: 'Not clear', appearance: 'moved', text: `Could not be checked. ${codeText(preview.code)}` };
  }
};

/** Whether the line may be acted on. */
export const mayGo = ({ outcome }: CustomerPreview): boolean => outcome === 'exists' || outcome === 'willBeCreated';
