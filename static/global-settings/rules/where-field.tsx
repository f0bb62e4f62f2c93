import { Heading, Label, RadioGroup, Stack, Text } from '@forge/react';

import { GLOBAL_PAGE, WHERE } from '../../../src/shared/words/global-settings';
import { FieldProblem } from '../../fields/field-problem';
import { NamedSpaces } from './named-spaces';
import type { FieldsProps } from './pattern-fields';
import type { RulesDraft } from './rules-draft';

const options = Object.entries(WHERE).map(([value, { label }]) => ({ value, label, name: 'where' }));

/** Chooses the spaces whose admins can change groups. */
export function WhereField({ draft, onEdit, problem }: FieldsProps) {
  const { spaces } = draft;
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        {GLOBAL_PAGE.where}
      </Heading>
      <Stack space="space.100">
        <Label labelFor="rules-where">{GLOBAL_PAGE.whereLabel}</Label>
        <RadioGroup
          name="where"
          options={options}
          value={spaces}
          onChange={(event) => onEdit({ spaces: event.target.value as RulesDraft['spaces'] })}
        />
        <Text>{WHERE[spaces].help}</Text>
      </Stack>
      {spaces !== 'all' && (
        <NamedSpaces spaces={draft.namedSpaces} onChange={(namedSpaces) => onEdit({ namedSpaces })} />
      )}
      <FieldProblem problem={problem('namedSpaces')} />
    </Stack>
  );
}
