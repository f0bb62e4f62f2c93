import { HelperMessage, Inline, Label, LoadingButton, Select, Stack, Text } from '@forge/react';

import type { OrganizationId } from '../../src/shared/ids';
import { CONTROLS } from '../../src/shared/words/controls';
import { say } from '../../src/shared/words/format';
import { FailureMessage } from '../feedback/failure-message';
import type { LoadedOrganizations } from '../hooks/use-organizations';
import { FieldProblem } from './field-problem';

interface Choice {
  label: string;
  value: OrganizationId;
}

interface Props {
  id: string;
  label: string;
  help?: string;
  organizations: LoadedOrganizations;
  chosen: readonly OrganizationId[];
  problem: string | undefined;
  onChange: (chosen: OrganizationId[]) => void;
}

/** Chooses several of the organizations that are loaded, and loads more of them. */
export function OrganizationSelect({ id, label, help, organizations, chosen, problem, onChange }: Props) {
  const { all, ended } = organizations;
  const options: Choice[] = all.map(({ organizationId, name }) => ({ value: organizationId, label: name }));
  return (
    <Stack space="space.050">
      <Stack>
        <Label labelFor={id}>{label}</Label>
        <Select
          // The button that loaded the last of them is gone; the keyboard goes on here.
          key={ended ? 'all' : 'some'}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={ended}
          inputId={id}
          name={id}
          isMulti
          isInvalid={problem !== undefined}
          options={options}
          value={options.filter(({ value }) => chosen.includes(value))}
          onChange={(choices: Choice[]) => onChange(choices.map(({ value }) => value))}
        />
        {help !== undefined && <HelperMessage>{help}</HelperMessage>}
        <FieldProblem problem={problem} />
      </Stack>
      <MoreOrganizations {...organizations} />
    </Stack>
  );
}

/** Draws nothing if everything came at once. */
function MoreOrganizations({ all, more, ended }: LoadedOrganizations) {
  if (more === undefined) {
    return ended ? <Text color="color.text.subtle">{say(CONTROLS.allOrganizations, { n: all.length })}</Text> : null;
  }
  return (
    <Stack space="space.100">
      {more.failure !== undefined && <FailureMessage failure={more.failure} onRetry={more.load} />}
      <Inline space="space.100" alignBlock="center">
        <LoadingButton appearance="subtle" isLoading={more.busy} onClick={more.load}>
          {CONTROLS.moreOrganizations}
        </LoadingButton>
        <Text color="color.text.subtle">{say(CONTROLS.someOrganizations, { count: all.length })}</Text>
      </Inline>
    </Stack>
  );
}
