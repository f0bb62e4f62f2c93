import { showFlag } from '@forge/bridge';
import { LoadingButton, Stack } from '@forge/react';
import { useState } from 'react';

import type { CustomerPolicyView } from '../../../src/shared/customers/views';
import { POLICY } from '../../../src/shared/words/customer-settings';
import { callCustomerSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useInstant } from '../../hooks/use-instant';
import { useLatest } from '../../hooks/use-latest';
import { useOrganizations } from '../../hooks/use-organizations';
import { AccountFields } from './account-fields';
import { CreatorFields } from './creator-fields';
import { DomainFields } from './domain-fields';
import { OrganizationFields } from './organization-fields';
import { draftOf, FIELDS, organizationsOf, policyOf, problemsOf, withoutEmptyLines } from './policy-draft';
import type { PolicyDraft, PolicyField, PolicyProblems } from './policy-draft';
import { RuleFields } from './rule-fields';

interface Props {
  stored: CustomerPolicyView;
  onSaved: (saved: CustomerPolicyView) => void;
  onReload: () => void;
}

const FIELD_NAMES = Object.keys(FIELDS) as PolicyField[];

/** Edits the rules of a service project. Input stays if saving fails. Enter searches for groups, so only the button saves. */
export function PolicyForm({ stored, onSaved, onReload }: Props) {
  const [draft, setDraft] = useState<PolicyDraft>(() => draftOf(stored));
  const [problems, setProblems] = useState<PolicyProblems>({});
  const action = useAction();
  const { failure } = action;
  const { projectId } = stored.project;
  const organizations = useOrganizations(organizationsOf(stored), (start) =>
    callCustomerSettings('listProjectOrganizations', { projectId, start }),
  );
  function edit(change: Partial<PolicyDraft>) {
    setDraft((old) => ({ ...old, ...change }));
    setProblems({});
    if (failure !== undefined) action.forget();
  }
  const save = useLatest(() => {
    setDraft(withoutEmptyLines(draft));
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.values(found).some((problem) => problem !== undefined)) return;
    action.run(
      () =>
        callCustomerSettings('saveCustomerPolicy', {
          projectId,
          policy: policyOf(draft, organizations.all),
          version: stored.version,
        }),
      (saved) => {
        showFlag({ id: 'policy-saved', type: 'success', title: POLICY.saved, isAutoDismiss: true });
        onSaved(saved);
      },
    );
  });
  function problem(field: PolicyField) {
    return problems[field] ?? problemOf(failure, FIELDS[field]);
  }
  const resets = useInstant()(stored.resetsAt);
  const fields = { draft, onEdit: edit, problem };
  const isMarked = FIELD_NAMES.some((field) => problem(field) !== undefined);
  return (
    <Stack space="space.300">
      <CreatorFields {...fields} />
      <DomainFields {...fields} />
      <OrganizationFields {...fields} organizations={organizations} />
      <AccountFields {...fields} resets={resets} />
      <RuleFields {...fields} usedToday={stored.usedByRulesToday} resets={resets} />
      {failure !== undefined && !isShownAtFields(failure, Object.values(FIELDS)) && (
        <FailureMessage failure={failure} onReload={onReload} />
      )}
      <Stack alignInline="start">
        <LoadingButton appearance="primary" isLoading={action.busy} onClick={save}>
          {POLICY.save}
        </LoadingButton>
        {/* The fields that are marked may be out of sight. */}
        <FieldProblem problem={isMarked ? POLICY.notSaved : undefined} />
      </Stack>
    </Stack>
  );
}
