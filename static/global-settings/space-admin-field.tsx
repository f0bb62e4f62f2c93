import { HelperMessage, Label, Select, Stack, Text } from '@forge/react';

import type { ProvingOperation } from '../../src/shared/proving-operation';
import { FieldProblem } from '../components/field-problem';
import type { FieldsProps } from './pattern-fields';

interface Choice {
  label: string;
  value: ProvingOperation;
}

/** What each choice is called, and who is a space admin under it. */
const choices: Record<ProvingOperation, { label: string; who: string }> = {
  administer: {
    label: 'Administer the space',
    who: 'Space admins are then: whoever Confluence lets administer the space.',
  },
  manage_users: {
    label: 'Manage users of the space',
    who: 'Space admins are then: whoever Confluence lets manage the users of the space, also those of a custom role who may do nothing else there. Where Confluence has no such permission, nobody is.',
  },
};

const options = Object.entries(choices).map(([value, { label }]) => ({ label, value }) as Choice);

/** Which permission on a space makes its admins, for this app. */
export const SpaceAdminField = ({ draft, onEdit, problem }: FieldsProps) => (
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
      Sites that use space roles only may not tell this app who administers a space. If space admins are refused there,
      choose the other permission.
    </HelperMessage>
    <Text>{choices[draft.provingOperation].who}</Text>
    <FieldProblem problem={problem('provingOperation')} />
  </Stack>
);
