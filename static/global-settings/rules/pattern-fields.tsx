import { Code, Heading, HelperMessage, Label, Stack, Text, Textfield } from '@forge/react';

import { formGroupName, patternProblems, SPACE_KEY_WORD } from '../../../src/shared/groups/group-pattern';
import { FieldProblem } from '../../fields/field-problem';
import type { RulesDraft, RulesProblems } from './rules-draft';

export interface FieldsProps {
  draft: RulesDraft;
  onEdit: (change: Partial<RulesDraft>) => void;
  problem: (field: keyof RulesProblems) => string | undefined;
}

/** How names of new groups are formed, with an example while it is typed. */
export function PatternFields({ draft, onEdit, problem }: FieldsProps) {
  const shown = problem('prefix') ?? problem('suffix');
  function affix(field: 'prefix' | 'suffix', label: string, help: string) {
    return (
      <Stack>
        <Label labelFor={`rules-${field}`}>{label}</Label>
        <Textfield
          id={`rules-${field}`}
          name={field}
          value={draft[field]}
          isInvalid={problem(field) !== undefined}
          onChange={(event) => onEdit({ [field]: String(event.target.value) })}
        />
        <HelperMessage>{help}</HelperMessage>
        <FieldProblem problem={problem(field)} />
      </Stack>
    );
  }
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        Space group pattern
      </Heading>
      <Text>
        It forms the names of new groups and finds existing ones to adopt. A name alone never puts a group into a space.
      </Text>
      {affix('prefix', 'Prefix', `What a name starts with. ${SPACE_KEY_WORD} stands for the key of the space.`)}
      {affix('suffix', 'Suffix', `What a name ends with. Use ${SPACE_KEY_WORD} once, in the prefix or in the suffix.`)}
      {shown === undefined && <Example draft={draft} />}
    </Stack>
  );
}

function Example({ draft }: { draft: RulesDraft }) {
  const [wrong] = patternProblems(draft);
  const name = wrong === undefined ? formGroupName(draft, 'DEMO', 'writers') : undefined;
  if (name === undefined) return <Text>No example yet: the pattern can’t be used as it stands.</Text>;
  return (
    <Text>
      Example: when the admin of space <Code>DEMO</Code> types <Code>writers</Code>, the group’s name is{' '}
      <Code>{name}</Code>
    </Text>
  );
}
