import { Button, Form, HelperMessage, Inline, Label, LoadingButton, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { JiraGroups } from '../../../src/shared/customers/views';
import { CREATORS } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { callCustomerSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { failureBesides, FieldProblem, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import type { NamedGroup } from './policy-draft';

interface Props {
  groups: readonly NamedGroup[];
  problem: string | undefined;
  onChange: (groups: NamedGroup[]) => void;
}

/** Shows the groups that are chosen, and searches for more. */
export function GroupChoice({ groups, problem, onChange }: Props) {
  return (
    <Stack space="space.150">
      <Stack space="space.100">
        <Text>
          {groups.length === 0
            ? CREATORS.noGroup
            : say(CREATORS.chosen, { names: groups.map(({ name }) => name).join(', ') })}
        </Text>
        <GroupButtons
          groups={groups}
          label={CREATORS.remove}
          onPress={({ groupId }) => onChange(groups.filter((group) => group.groupId !== groupId))}
        />
        <FieldProblem problem={problem} />
      </Stack>
      <GroupSearch chosen={groups} onAdd={(group) => onChange([...groups, group])} />
    </Stack>
  );
}

interface Found {
  text: string;
  groups: JiraGroups['groups'];
}

interface SearchProps {
  chosen: readonly NamedGroup[];
  onAdd: (group: NamedGroup) => void;
}

function GroupSearch({ chosen, onAdd }: SearchProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>();
  const { busy, failure, run } = useAction();
  const search = useLatest(() =>
    run(
      () => callCustomerSettings('findJiraGroups', { text: text.trim() }),
      (answer) => setFound({ text: text.trim(), groups: answer.groups }),
    ),
  );
  const otherFailure = failureBesides(failure, ['text']);
  return (
    <>
      <Form onSubmit={search}>
        <Stack space="space.100">
          <SearchField text={text} problem={problemOf(failure, 'text')} onType={setText} />
          <Stack alignInline="start">
            <LoadingButton type="submit" isLoading={busy}>
              {CREATORS.search}
            </LoadingButton>
          </Stack>
        </Stack>
      </Form>
      {otherFailure !== undefined && <FailureMessage failure={otherFailure} onRetry={search} />}
      {found !== undefined && <FoundGroups found={found} chosen={chosen} onAdd={onAdd} />}
    </>
  );
}

interface FieldProps {
  text: string;
  problem: string | undefined;
  onType: (text: string) => void;
}

function SearchField({ text, problem, onType }: FieldProps) {
  return (
    <Stack>
      <Label labelFor="policy-group-search">{CREATORS.search}</Label>
      <Textfield
        id="policy-group-search"
        name="groupSearch"
        value={text}
        onChange={(event) => onType(String(event.target.value))}
      />
      <HelperMessage>{CREATORS.searchHelp}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}

function FoundGroups({ found, chosen, onAdd }: SearchProps & { found: Found }) {
  const left = found.groups.filter(({ groupId }) => !chosen.some((group) => group.groupId === groupId));
  return (
    <Stack space="space.100">
      <Text>{foundText(found, left.length)}</Text>
      <GroupButtons groups={left} label={CREATORS.add} onPress={onAdd} />
    </Stack>
  );
}

function GroupButtons({
  groups,
  label,
  onPress,
}: {
  groups: readonly NamedGroup[];
  label: typeof CREATORS.add | typeof CREATORS.remove;
  onPress: (group: NamedGroup) => void;
}) {
  return (
    <Inline space="space.100" rowSpace="space.100" shouldWrap>
      {groups.map((group) => (
        <Button key={group.groupId} spacing="compact" onClick={() => onPress(group)}>
          {say(label, { name: group.name })}
        </Button>
      ))}
    </Inline>
  );
}

function foundText({ text, groups }: Found, left: number): string {
  if (groups.length === 0) return say(CREATORS.noneFound, { text });
  return left === 0 ? CREATORS.allChosen : CREATORS.found;
}
