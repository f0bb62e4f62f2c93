import { Button, Heading, Stack } from '@forge/react';

import type { CustomerPolicyView, ProjectRow } from '../../../src/shared/customers/views';
import { POLICY } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { callCustomerSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { useCall } from '../../hooks/use-call';
import { PolicyForm } from './policy-form';

interface Props {
  row: ProjectRow;
  onSaved: (saved: CustomerPolicyView) => void;
  onBack: () => void;
}

/** Shows the rules of one service project. */
export function ProjectPolicy({ row, onSaved, onBack }: Props) {
  const { value, failure, loading, reload, replace } = useCall(() =>
    callCustomerSettings('readCustomerPolicy', { projectId: row.projectId }),
  );
  return (
    <Stack space="space.200">
      <Stack alignInline="start">
        {/* The button that led here is gone; without this the keyboard would start again at the top of the page. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button autoFocus onClick={onBack}>
          {POLICY.back}
        </Button>
      </Stack>
      <Heading as="h2" size="medium">
        {say(POLICY.title, { name: value?.project.name ?? row.name, key: value?.project.key ?? row.key })}
      </Heading>
      {loading && <Loading label={POLICY.loading} />}
      {!loading && failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {!loading && failure === undefined && value !== undefined && (
        <PolicyForm
          stored={value}
          onSaved={(saved) => {
            replace(saved);
            onSaved(saved);
          }}
          onReload={reload}
        />
      )}
    </Stack>
  );
}
