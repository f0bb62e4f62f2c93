import type { CustomerPolicyView } from '../../../src/shared/customers/views';
import { POLICY } from '../../../src/shared/words/customer-settings';
import { callCustomerSettings } from '../../api';
import { flagSuccess } from '../../feedback/flag';
import { DraftForm } from '../../fields/draft-form';
import { useDraft } from '../../hooks/use-draft';
import { useInstant } from '../../hooks/use-instant';
import { useOrganizations } from '../../hooks/use-organizations';
import { AccountFields } from './account-fields';
import { CreatorFields } from './creator-fields';
import { DomainFields } from './domain-fields';
import { OrganizationFields } from './organization-fields';
import { draftOf, FIELDS, organizationsOf, policyOf, problemsOf, withoutEmptyLines } from './policy-draft';
import { RuleFields } from './rule-fields';

interface Props {
  stored: CustomerPolicyView;
  onSaved: (saved: CustomerPolicyView) => void;
  onReload: () => void;
}

/** Edits the rules of a service project. Enter searches for groups, so only the button saves. */
export function PolicyForm({ stored, onSaved, onReload }: Props) {
  const { project, version, usedByRulesToday } = stored;
  const { projectId } = project;
  const organizations = useOrganizations(organizationsOf(stored), (start) =>
    callCustomerSettings('listProjectOrganizations', { projectId, start }),
  );
  const edited = useDraft({
    initial: () => draftOf(stored),
    fields: FIELDS,
    problemsOf,
    tidied: withoutEmptyLines,
    send: (draft) =>
      callCustomerSettings('saveCustomerPolicy', { projectId, policy: policyOf(draft, organizations.all), version }),
    onSaved: (saved) => {
      flagSuccess('policy-saved', POLICY.saved);
      onSaved(saved);
    },
  });
  const resets = useInstant()(stored.resetsAt);
  const fields = { draft: edited.draft, onEdit: edited.edit, problem: edited.problem };
  const words = { saveLabel: POLICY.save, notSaved: POLICY.notSaved };
  return (
    <DraftForm edited={edited} {...words} savesOnEnter={false} onReload={onReload}>
      <CreatorFields {...fields} />
      <DomainFields {...fields} />
      <OrganizationFields {...fields} organizations={organizations} />
      <AccountFields {...fields} resets={resets} />
      <RuleFields {...fields} usedToday={usedByRulesToday} resets={resets} />
    </DraftForm>
  );
}
