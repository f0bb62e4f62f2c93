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
            ? 'There is a portal customer with this address, who will be added.'
            : 'This person has an Atlassian account, which will be added.',
      };
    case 'willBeCreated':
      return { label: 'Will be created', appearance: 'new', text: 'A new account, which will be added.' };
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
