import { Code, Heading, Stack, Text } from '@forge/react';

import { formGroupName, patternProblems } from '../../../src/shared/groups/group-pattern';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { Filled } from '../../feedback/filled';
import { TextField } from '../../fields/text-field';
import type { RulesDraft, RulesProblems } from './rules-draft';

export interface FieldsProps {
  draft: RulesDraft;
  onEdit: (change: Partial<RulesDraft>) => void;
  problem: (field: keyof RulesProblems) => string | undefined;
}

/** Shows how names of new groups are formed, with an example while it's typed. */
export function PatternFields({ draft, onEdit, problem }: FieldsProps) {
  const shown = problem('prefix') ?? problem('suffix');
  function affix(field: 'prefix' | 'suffix', label: string, help: string) {
    return (
      <TextField
        id={`rules-${field}`}
        name={field}
        label={label}
        help={help}
        value={draft[field]}
        problem={problem(field)}
        onChange={(text) => onEdit({ [field]: text })}
      />
    );
  }
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        {GLOBAL_PAGE.pattern}
      </Heading>
      <Text>{GLOBAL_PAGE.patternText}</Text>
      {affix('prefix', GLOBAL_PAGE.prefix, GLOBAL_PAGE.prefixHelp)}
      {affix('suffix', GLOBAL_PAGE.suffix, GLOBAL_PAGE.suffixHelp)}
      {shown === undefined && <Example draft={draft} />}
    </Stack>
  );
}

function Example({ draft }: { draft: RulesDraft }) {
  const [wrong] = patternProblems(draft);
  const name = wrong === undefined ? formGroupName(draft, 'DEMO', 'writers') : undefined;
  if (name === undefined) return <Text>{GLOBAL_PAGE.noExample}</Text>;
  return (
    <Text>
      <Filled
        sentence={GLOBAL_PAGE.example}
        parts={{ key: <Code>DEMO</Code>, typed: <Code>writers</Code>, name: <Code>{name}</Code> }}
      />
    </Text>
  );
}
