import { HelperMessage, Label, Select, Stack, Text } from '@forge/react';

import type { ProvingOperation } from '../../../src/shared/groups/proving-operation';
import { FieldProblem } from '../../fields/field-problem';
import type { FieldsProps } from './pattern-fields';

interface Choice {
  label: string;
  value: ProvingOperation;
}

/** What each choice is called, and who is a space admin under it. */
const choices: Record<ProvingOperation, { label: string; who: string }> = {
  administer: {
    label: 'Administer the space',
    who: 'Everybody whom Confluence lets administer a space can manage its groups here.',
  },
  manage_users: {
    label: 'Manage users of the space',
    who: 'Everybody whom Confluence lets manage the users of a space can manage its groups here, even if a custom role lets them do nothing else there. Where Confluence has no such permission, nobody can.',
  },
};

const options = Object.entries(choices).map(([value, { label }]) => ({ label, value }) as Choice);

/** Which permission on a space makes its admins, for this app. */
export function SpaceAdminField({ draft, onEdit, problem }: FieldsProps) {
  return (
    <Stack>
      <Label labelFor="rules-proving-operation">Permission that makes a space admin</Label>
      <Select
        inputId="rules-proving-operation"
        name="provingOperation"
        options={options}
        value={options.find(({ value }) => value === draft.provingOperation) ?? null}
        onChange={({ value }: Choice) => onEdit({ provingOperation: value })}
      />
      <HelperMessage>
        Leave this as it is unless space admins are refused. That can happen on sites that use space roles only: then
        choose the other permission.
      </HelperMessage>
      <Text>{choices[draft.provingOperation].who}</Text>
      <FieldProblem problem={problem('provingOperation')} />
    </Stack>
  );
}
