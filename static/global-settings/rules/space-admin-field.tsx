import { HelperMessage, Label, Select, Stack, Text } from '@forge/react';

import type { ProvingOperation } from '../../../src/shared/groups/proving-operation';
import { GLOBAL_PAGE, SPACE_ADMINS } from '../../../src/shared/words/global-settings';
import { FieldProblem } from '../../fields/field-problem';
import type { FieldsProps } from './pattern-fields';

interface Choice {
  label: string;
  value: ProvingOperation;
}

const options = Object.entries(SPACE_ADMINS).map(([value, { label }]) => ({ label, value }) as Choice);

/** Chooses which permission on a space makes its admins, for this app. */
export function SpaceAdminField({ draft, onEdit, problem }: FieldsProps) {
  return (
    <Stack>
      <Label labelFor="rules-proving-operation">{GLOBAL_PAGE.provingOperation}</Label>
      <Select
        inputId="rules-proving-operation"
        name="provingOperation"
        options={options}
        value={options.find(({ value }) => value === draft.provingOperation) ?? null}
        onChange={({ value }: Choice) => onEdit({ provingOperation: value })}
      />
      <HelperMessage>{GLOBAL_PAGE.provingOperationHelp}</HelperMessage>
      <Text>{SPACE_ADMINS[draft.provingOperation].who}</Text>
      <FieldProblem problem={problem('provingOperation')} />
    </Stack>
  );
}
